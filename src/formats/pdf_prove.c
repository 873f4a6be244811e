/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens source and copy and goes through them page by page. Of the source only sizes and marks
 * are asked. */
#include "pdf_prove.h"

#include "pdf_boxes.h"
#include "pdf_reread.h"
#include "pdf_slant.h"

#include <isredact/error.h>

#include <math.h>

#define SIZE_SLACK 0.01 /* points: the copy's sizes are written with three decimals */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerPage, g_object_unref)

/* Opened from memory, as a stream: with a password poppler takes no bytes. */
static PopplerDocument *open_document(IsrInput *input, const char *password, GError **error)
{
    const guint64 size = isr_input_size(input);
    g_autofree guint8 *bytes = g_try_malloc(size + 1);
    const gssize got = bytes ? isr_input_read(input, 0, bytes, size, error) : 0;
    g_autoptr(GBytes) whole = NULL;
    g_autoptr(GInputStream) stream = NULL;
    PopplerDocument *document;

    if (got < 0)
        return NULL;
    whole = g_bytes_new_take(g_steal_pointer(&bytes), (gsize)got);
    stream = g_memory_input_stream_new_from_bytes(whole);
    document = poppler_document_new_from_stream(stream, got, password, NULL, NULL);
    if (!document)
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                    "%s: it cannot be opened again to be proved", isr_input_name(input));
    return document;
}

static gboolean leak(GError **error, int number, const char *what)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK, "page %d of the copy %s", number + 1, what);
    return FALSE;
}

static gboolean same_size(PopplerPage *one, PopplerPage *other)
{
    double width, height, other_width, other_height;

    poppler_page_get_size(one, &width, &height);
    poppler_page_get_size(other, &other_width, &other_height);
    return fabs(width - other_width) < SIZE_SLACK && fabs(height - other_height) < SIZE_SLACK;
}

static gboolean prove_page(const IsrScrutiny *scrutiny, const IsrNeedles *needles,
                           PopplerDocument *source, PopplerDocument *copy, int number,
                           GError **error)
{
    g_autoptr(PopplerPage) from = poppler_document_get_page(source, number);
    g_autoptr(PopplerPage) to = poppler_document_get_page(copy, number);
    const IsrNeedle *found;

    if (!from || !to || !same_size(from, to))
        return leak(error, number, "has not the size of the document's page");
    found = isr_pdf_reread(to, needles);
    if (!found)
        found = isr_pdf_slant(to, needles);
    if (found) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK,
                    "a value that was to go (%s) can still be read on page %d of the copy",
                    isr_category_id(found->category), number + 1);
        return FALSE;
    }
    if (isr_pdf_boxes_missing(to, from, scrutiny->pages.dpi ? scrutiny->pages.dpi : ISR_PAGES_DPI))
        return leak(error, number, "has a mark without a box below it");
    return TRUE;
}

gboolean isr_pdf_prove(const IsrScrutiny *scrutiny, GError **error)
{
    g_autoptr(IsrNeedles) needles = isr_needles_new(scrutiny->secrets, scrutiny->patterns);
    g_autoptr(PopplerDocument) source =
        open_document(scrutiny->source, scrutiny->pages.password, error);
    g_autoptr(PopplerDocument) copy = source ? open_document(scrutiny->copy, NULL, error) : NULL;
    int pages;

    if (!copy)
        return FALSE;
    pages = poppler_document_get_n_pages(copy);
    if (pages != poppler_document_get_n_pages(source)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK,
                    "the copy has not as many pages as the document");
        return FALSE;
    }
    for (int i = 0; i < pages; i++) {
        if (!prove_page(scrutiny, needles, source, copy, i, error))
            return FALSE;
    }
    return TRUE;
}
