/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening a PDF: the refusals, and both readers kept quiet. It reads no page. */
#include "pdf_open.h"

#include "../patience.h"
#include "pdf_claims.h"
#include "pdf_effort.h"
#include "pdf_streams.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <math.h>

/* The limit of PDF itself (ISO 32000-1, annex C). */
#define MOST_OBJECTS 8388607

/* Of the tree of pages: these, and what holds them. */
#define MOST_NODES (2 * ISR_LIMIT_PAGES)

#define DAMAGED                                                                                    \
    "this PDF is damaged; open it in the program that made it and save or print it as PDF again"

struct IsrPdf {
    char *name; /* for messages */
    GBytes *bytes;
    PopplerDocument *document;
    qpdf_data objects;
    guint pages;
};

void isr_pdf_free(IsrPdf *pdf)
{
    if (!pdf)
        return;
    g_clear_object(&pdf->document);
    if (pdf->objects)
        qpdf_cleanup(&pdf->objects);
    g_clear_pointer(&pdf->bytes, g_bytes_unref);
    g_free(pdf->name);
    g_free(pdf);
}

guint isr_pdf_pages(const IsrPdf *pdf)
{
    return pdf->pages;
}

gsize isr_pdf_size(const IsrPdf *pdf)
{
    return g_bytes_get_size(pdf->bytes);
}

PopplerDocument *isr_pdf_document(const IsrPdf *pdf)
{
    return pdf->document;
}

qpdf_data isr_pdf_objects(const IsrPdf *pdf)
{
    return pdf->objects;
}

static gboolean refuse(const IsrPdf *pdf, IsrError code, const char *what, GError **error)
{
    g_clear_error(error); /* what a reader said */
    g_set_error(error, ISR_ERROR, code, "%s: %s", pdf->name, what);
    return FALSE;
}

/* Both readers go back and forth in the file, so it is held in memory. */
static gboolean load(IsrPdf *pdf, IsrInput *input, GError **error)
{
    const guint64 size = isr_input_size(input);

    if (size > ISR_LIMIT_PDF_BYTES)
        return refuse(pdf, ISR_ERROR_LIMIT,
                      "this PDF is larger than isredact reads; split it into parts", error);
    g_autofree guint8 *bytes = g_try_malloc(size);
    const gssize got = bytes ? isr_input_read(input, 0, bytes, size, error) : 0;

    if (got < 0)
        return FALSE;
    if (!bytes || (guint64)got != size)
        return refuse(pdf, ISR_ERROR_IO, "it cannot be held in memory or changed meanwhile", error);
    pdf->bytes = g_bytes_new_take(g_steal_pointer(&bytes), size);
    return TRUE;
}

/* Older files hold passwords in an 8-bit code. */
static char *narrow(const char *password)
{
    return password ? g_convert(password, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL) : NULL;
}

/* From a stream: poppler 22.12 falls over bytes that come with a password. */
static gboolean open_shown(IsrPdf *pdf, const char *password, GError **error)
{
    g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes(pdf->bytes);
    g_autoptr(GError) problem = NULL;

    pdf->document = poppler_document_new_from_stream(stream, (goffset)g_bytes_get_size(pdf->bytes),
                                                     password, NULL, &problem);
    if (pdf->document)
        return TRUE;
    if (g_error_matches(problem, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        return refuse(pdf, ISR_ERROR_ENCRYPTED,
                      password ? "the password does not open this PDF"
                               : "this PDF needs a password; give it in a file with "
                                 "--password-file, or save the PDF without one",
                      error);
    return refuse(pdf, ISR_ERROR_MALFORMED, DAMAGED, error);
}

static gboolean read_objects(IsrPdf *pdf, const char *password)
{
    gsize size;
    const char *bytes = g_bytes_get_data(pdf->bytes, &size);

    if (pdf->objects)
        qpdf_cleanup(&pdf->objects);
    pdf->objects = qpdf_init();
    qpdf_set_suppress_warnings(pdf->objects, QPDF_TRUE);
    qpdf_silence_errors(pdf->objects);
    return !(qpdf_read_memory(pdf->objects, "document", bytes, size, password) & QPDF_ERRORS);
}

static gboolean open_objects(IsrPdf *pdf, const char *password, GError **error)
{
    g_autofree char *narrowed = narrow(password);

    if (read_objects(pdf, password) || (narrowed && read_objects(pdf, narrowed)))
        return TRUE;
    if (qpdf_has_error(pdf->objects) &&
        qpdf_get_error_code(pdf->objects, qpdf_get_error(pdf->objects)) == qpdf_e_password)
        return refuse(pdf, ISR_ERROR_ENCRYPTED,
                      "this PDF is encrypted in a way that isredact cannot open; save it without "
                      "a password",
                      error);
    return refuse(pdf, ISR_ERROR_MALFORMED, DAMAGED, error);
}

/* A node of the tree of pages that is still to be looked at. */
typedef struct {
    qpdf_oh node;
    guint level;
} Branch;

static void add_kids(const IsrPdf *pdf, Branch branch, GArray *open)
{
    const qpdf_oh kids = qpdf_oh_get_key(pdf->objects, branch.node, "/Kids");
    const int n = qpdf_oh_get_array_n_items(pdf->objects, kids);

    for (int i = 0; i < n; i++) {
        const Branch kid = {qpdf_oh_get_array_item(pdf->objects, kids, i), branch.level + 1};

        g_array_append_val(open, kid);
    }
    qpdf_oh_release(pdf->objects, kids);
}

/* qpdf goes down the tree by calling itself, which a tree without end would not survive. A tree
 * that comes back to itself is as deep, or has more nodes than pages. */
static gboolean check_tree(const IsrPdf *pdf, GError **error)
{
    const qpdf_oh root = qpdf_get_root(pdf->objects);
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(Branch));
    Branch branch = {qpdf_oh_get_key(pdf->objects, root, "/Pages"), 1};
    guint nodes = 0;

    g_array_append_val(open, branch);
    while (open->len > 0 && branch.level <= ISR_LIMIT_PAGE_LEVELS && nodes <= MOST_NODES) {
        branch = g_array_index(open, Branch, open->len - 1);
        g_array_set_size(open, open->len - 1);
        add_kids(pdf, branch, open);
        qpdf_oh_release(pdf->objects, branch.node);
        nodes++;
    }
    return open->len == 0 ||
           refuse(pdf, ISR_ERROR_LIMIT,
                  "the pages of this PDF are folded into each other deeper than any honest program "
                  "does; print it as PDF again",
                  error);
}

static gboolean check_objects(const IsrPdf *pdf, GError **error)
{
    const gsize claimed = (gsize)isr_pdf_objects_end(pdf);

    return claimed <= ISR_LIMIT_MISSING_OBJECTS || claimed <= g_bytes_get_size(pdf->bytes) ||
           refuse(pdf, ISR_ERROR_LIMIT,
                  "this PDF claims to have far more objects than it has; print it as PDF again",
                  error);
}

static gboolean agree_on_pages(IsrPdf *pdf, GError **error)
{
    const int shown = poppler_document_get_n_pages(pdf->document);
    const int stored = qpdf_get_num_pages(pdf->objects);

    if (qpdf_has_error(pdf->objects))
        qpdf_get_error(pdf->objects);
    if (shown != stored)
        return refuse(pdf, ISR_ERROR_MALFORMED,
                      "two readers of PDF do not agree on how many pages this has; print it as "
                      "PDF again",
                      error);
    if (shown <= 0)
        return refuse(pdf, ISR_ERROR_MALFORMED, "this PDF has no pages; there is nothing to redact",
                      error);
    if (shown > ISR_LIMIT_PAGES)
        return refuse(pdf, ISR_ERROR_LIMIT,
                      "this PDF has more pages than isredact reads; split it into parts", error);
    pdf->pages = (guint)shown;
    return TRUE;
}

static void be_patient(const IsrPdf *pdf, guint pages)
{
    const gsize size = g_bytes_get_size(pdf->bytes);

    isr_patience_begin((guint)(ISR_LIMIT_PAGE_SECONDS + size / ISR_LIMIT_OPEN_BYTES +
                               pages / ISR_LIMIT_OPEN_PAGES),
                       ISR_EXIT_INPUT,
                       "this PDF takes longer to open than isredact waits; print it as PDF again");
}

/* Both readers open the document. What it packs is unpacked for it, before anybody can measure it.
 */
static gboolean open_in_time(IsrPdf *pdf, const char *password, GError **error)
{
    gboolean opened;

    be_patient(pdf, 0);
    opened = open_shown(pdf, password, error) && open_objects(pdf, password, error) &&
             check_objects(pdf, error) && check_tree(pdf, error) && agree_on_pages(pdf, error);
    isr_patience_end();
    return opened;
}

/* What it holds is measured, for which it is unpacked too. */
static gboolean measure_in_time(const IsrPdf *pdf, GError **error)
{
    gboolean fine;

    be_patient(pdf, pdf->pages);
    fine = isr_pdf_claims_check(pdf, error) && isr_pdf_streams_check(pdf, error) &&
           isr_pdf_effort_check(pdf, error);
    isr_patience_end();
    if (!fine)
        g_prefix_error(error, "%s: ", pdf->name);
    return fine;
}

/* A form of XFA that fills itself has one page, which says that it cannot be shown. */
static gboolean is_form_without_pages(IsrPdf *pdf)
{
    const qpdf_data objects = pdf->objects;
    const qpdf_oh root = qpdf_get_root(objects);
    const qpdf_oh form = qpdf_oh_get_key(objects, root, "/AcroForm");
    const qpdf_oh fields = qpdf_oh_get_key(objects, form, "/Fields");

    if (qpdf_oh_is_null(objects, qpdf_oh_get_key(objects, form, "/XFA")))
        return FALSE;
    return qpdf_oh_get_bool_value(objects, qpdf_oh_get_key(objects, root, "/NeedsRendering")) ||
           qpdf_oh_get_array_n_items(objects, fields) == 0;
}

IsrPdf *isr_pdf_open(IsrInput *input, const char *password, GError **error)
{
    g_autoptr(IsrPdf) pdf = g_new0(IsrPdf, 1);

    pdf->name = g_strdup(isr_input_name(input));
    if (!load(pdf, input, error) || !open_in_time(pdf, password, error) ||
        !measure_in_time(pdf, error))
        return NULL;
    if (is_form_without_pages(pdf)) {
        refuse(pdf, ISR_ERROR_UNSUPPORTED,
               "this PDF is a form of Adobe XFA without pages of its own; open it in Adobe Reader "
               "and print it as PDF",
               error);
        return NULL;
    }
    return g_steal_pointer(&pdf);
}

int isr_pdf_objects_end(const IsrPdf *pdf)
{
    int size = 0;

    qpdf_oh_get_value_as_int(pdf->objects,
                             qpdf_oh_get_key(pdf->objects, qpdf_get_trailer(pdf->objects), "/Size"),
                             &size);
    return CLAMP(size, 0, MOST_OBJECTS);
}

static gboolean check_size(const IsrPdf *pdf, PopplerPage *page, guint number, guint dpi,
                           GError **error)
{
    double width, height;

    poppler_page_get_size(page, &width, &height);
    if (!isfinite(width) || !isfinite(height) || width < 1 || height < 1) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "%s: page %u has no size", pdf->name,
                    number + 1);
        return FALSE;
    }
    if (MAX(width, height) <= ISR_LIMIT_PAGE_POINTS &&
        width * dpi / 72 * (height * dpi / 72) <= ISR_LIMIT_PAGE_PIXELS)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "%s: page %u is larger than isredact draws at %u dots per inch; print it on a "
                "smaller page, or choose fewer dots with --dpi",
                pdf->name, number + 1, dpi);
    return FALSE;
}

void isr_pdf_begin_page(guint number)
{
    g_autofree char *sentence =
        g_strdup_printf("page %u takes longer to read or draw than isredact waits; print it as a "
                        "picture or in parts",
                        number + 1);

    isr_patience_begin(ISR_LIMIT_PAGE_SECONDS, ISR_EXIT_INPUT, sentence);
}

PopplerPage *isr_pdf_load_page(const IsrPdf *pdf, guint number, guint dpi, GError **error)
{
    PopplerPage *page = poppler_document_get_page(pdf->document, (int)number);

    if (!page)
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "%s: page %u: %s", pdf->name, number + 1,
                    DAMAGED);
    else if (!check_size(pdf, page, number, dpi, error))
        g_clear_object(&page);
    return page;
}
