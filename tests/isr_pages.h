/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages for tests: documents drawn by cairo, read by poppler as it sees them. */
#pragma once

#include "../src/formats/page_writer.h"

#include <cairo-pdf.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerPage, g_object_unref)

static inline cairo_status_t isr_pages_collect(void *closure, const unsigned char *data,
                                               unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* The document in @bytes, which is taken. NULL if poppler cannot open it. */
static inline PopplerDocument *isr_pages_open(GByteArray *bytes)
{
    g_autoptr(GBytes) whole = g_byte_array_free_to_bytes(bytes);

    return poppler_document_new_from_bytes(whole, NULL, NULL);
}

/* What poppler reads on the page, in its order. Its own marks of direction have no rectangle. */
static inline IsrPdfPage *isr_pages_read(PopplerPage *source, guint number)
{
    double width, height;
    PopplerRectangle *places = NULL;
    guint count = 0, nth = 0;

    poppler_page_get_size(source, &width, &height);
    IsrPdfPage *page = isr_pdf_page_new(number, width, height);
    g_autofree char *text = poppler_page_get_text(source);
    poppler_page_get_text_layout(source, &places, &count);
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);

        if (c >= 0x202a && c <= 0x202e)
            continue;
        const PopplerRectangle *place = nth < count ? &places[nth] : NULL;
        isr_pdf_page_add(page, at, g_utf8_next_char(at) - at,
                         place ? (IsrPlace){place->x1, place->y1, place->x2, place->y2}
                               : (IsrPlace){0, 0, 0, 0},
                         nth, 100);
        nth++;
    }
    g_free(places);
    page->label = poppler_page_get_label(source);
    return page;
}

/* What stands for the glyphs of @page when each @word (NULL ends the list of words) becomes
 * @label. */
static inline GPtrArray *isr_pages_stands(const IsrPdfPage *page, const char *const *words,
                                          const char *label)
{
    GPtrArray *stands = g_ptr_array_new();
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));

    for (guint i = 0; i < page->glyphs->len; i++) {
        const char *glyph = g_array_index(page->glyphs, IsrGlyph, i).text;

        g_array_append_val(starts, text->len);
        g_string_append(text, strpbrk(glyph, "\n\f") ? " " : glyph);
        g_ptr_array_add(stands, NULL);
    }
    for (guint w = 0; words[w]; w++) {
        for (const char *at = text->str; (at = strstr(at, words[w])); at++) {
            const gsize from = (gsize)(at - text->str), to = from + strlen(words[w]);

            for (guint i = 0; i < starts->len; i++) {
                const gsize start = g_array_index(starts, gsize, i);

                if (start >= from && start < to)
                    stands->pdata[i] = (gpointer)(start == from ? label : "");
            }
        }
    }
    return stands;
}
