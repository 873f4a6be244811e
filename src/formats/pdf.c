/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The PDF format: the walk over pages, one in memory at a time. A glyph goes if any way of reading
 * its page says so. How pages are read and written is for others. */
#include "../patience.h"
#include "formats.h"
#include "page_writer.h"
#include "pdf_blocks.h"
#include "pdf_closer.h"
#include "pdf_open.h"
#include "pdf_outside.h"
#include "pdf_prove.h"
#include "pdf_read.h"
#include "pdf_sight.h"
#include "pdf_unpack.h"
#include "visit.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <string.h>
#include <unistd.h>

#define HEAD_BYTES 1024 /* readers of PDF look for its first line in the first kilobyte */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerPage, g_object_unref)

typedef struct {
    const IsrWalk *order;
    const IsrPdf *pdf;
    IsrVisit *visit;
    IsrPdfBlocks *blocks;
    IsrPageWriter *writer; /* NULL: read only */
    GArray *edits;
} PdfWalk;

/* --- recognising --- */

static guint recognise(IsrInput *input)
{
    static const char magic[] = "%PDF-";
    char head[HEAD_BYTES];
    const gssize got = isr_input_read(input, 0, head, sizeof head, NULL);

    for (const char *at = head; got > 0;) {
        const char *hit = memmem(at, (gsize)(head + got - at), magic, strlen(magic));

        if (!hit || hit + strlen(magic) >= head + got)
            return 0;
        at = hit + strlen(magic);
        if (g_ascii_isdigit(*at))
            return 90; /* a package may hold one in its first bytes */
    }
    return 0;
}

/* Fontconfig prints line by line what it does not understand of its settings. Where there are no
 * fonts, pages say so. */
void isr_pdf_prepare(void)
{
    const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    const int said = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);

    if (null >= 0 && said >= 0)
        dup2(null, STDERR_FILENO);
    (void)FcInit();
    if (said >= 0) {
        dup2(said, STDERR_FILENO);
        close(said);
    }
    if (null >= 0)
        close(null);
}

/* --- walking --- */

static guint dpi_of(const IsrWalk *order)
{
    return order->pages.dpi ? order->pages.dpi : ISR_PAGES_DPI;
}

/* What @block's edits leave of its glyphs, where no earlier block took them. */
static void collect(const IsrBlock *block, const GArray *edits, GPtrArray *stands)
{
    g_autoptr(GPtrArray) texts = isr_edits_by_run(edits, block);

    for (guint i = 0; i < block->runs->len; i++) {
        const guint glyph = g_array_index(block->runs, IsrRun, i).slot;

        if (texts->pdata[i] && glyph < stands->len && !stands->pdata[glyph])
            stands->pdata[glyph] = g_steal_pointer(&texts->pdata[i]);
    }
}

/* Shows all of the page, @seen: with OCR; @stands, as long as its glyphs, takes what stands for
 * each. */
static gboolean show_page(PdfWalk *walk, const IsrPdfPage *page, gboolean seen, GPtrArray *stands,
                          GError **error)
{
    g_autoptr(GPtrArray) blocks = isr_pdf_blocks_of(walk->blocks, page);

    g_ptr_array_set_size(stands, (gint)page->glyphs->len);
    for (guint i = 0; i < blocks->len; i++) {
        IsrBlock *block = blocks->pdata[i];

        block->seen = seen;
        if (!isr_visit_block(walk->visit, block, walk->edits, error))
            return FALSE;
        if (walk->edits->len > 0)
            collect(block, walk->edits, stands);
    }
    return TRUE;
}

/* Shows what is seen on the page besides its text, and puts both together for the copy. */
static gboolean show_sight(PdfWalk *walk, const IsrPdfSight *sight, IsrPdfPage *page,
                           GPtrArray *stands, GError **error)
{
    g_autoptr(GPtrArray) seen_stands = g_ptr_array_new_with_free_func(g_free);

    if (sight->seen && !show_page(walk, sight->seen, TRUE, seen_stands, error))
        return FALSE;
    if ((sight->doubts & ISR_DOUBT_PICTURES) && !sight->seen)
        isr_visit_part(walk->visit, "pictures on a page", ISR_FATE_GENERATED,
                       "no text was read in them, and what they show was not inspected", TRUE);
    for (guint i = 0; i < sight->unsure; i++)
        isr_visit_part(walk->visit, "words on scanned pages", ISR_FATE_GENERATED,
                       "that could not be read surely", TRUE);
    isr_pdf_sight_merge(sight, page, stands, seen_stands);
    return TRUE;
}

static gboolean show(PdfWalk *walk, PopplerPage *source, IsrPdfPage *page, GPtrArray *stands,
                     GError **error)
{
    IsrPdfSight sight;
    gboolean shown = isr_pdf_sight(source, page, &walk->order->pages, &sight, error) &&
                     show_page(walk, page, FALSE, stands, error) &&
                     show_sight(walk, &sight, page, stands, error);

    isr_pdf_sight_clear(&sight);
    return shown;
}

static gboolean walk_page(PdfWalk *walk, guint number, GError **error)
{
    g_autoptr(PopplerPage) source =
        isr_pdf_load_page(walk->pdf, number, dpi_of(walk->order), error);
    g_autoptr(IsrPdfPage) page = source ? isr_pdf_read(source, number, error) : NULL;
    g_autoptr(GPtrArray) stands = g_ptr_array_new_with_free_func(g_free);

    if (!page || !show(walk, source, page, stands, error))
        return FALSE;
    isr_visit_part(walk->visit, "page", ISR_FATE_GENERATED,
                   "written anew as a picture over the text that stays", FALSE);
    return !walk->writer || isr_page_writer_add(walk->writer, source, page, stands, error);
}

static gboolean walk_pages(PdfWalk *walk, GError **error)
{
    gboolean done = TRUE;

    for (guint i = 0; i < isr_pdf_pages(walk->pdf) && done; i++) {
        isr_pdf_begin_page(i);
        done = walk_page(walk, i, error);
        isr_patience_end();
    }
    return done;
}

static gboolean look_closer(gpointer self, IsrPainted *painted, GError **error)
{
    const PdfWalk *walk = self;

    return isr_pdf_closer(painted, &walk->order->pages, walk->visit, error);
}

static void tell_boxes(PdfWalk *walk)
{
    const guint told = walk->writer ? isr_page_writer_told(walk->writer) : 0;

    for (guint i = 0; i < told; i++)
        isr_visit_part(walk->visit, "boxes without room beside them", ISR_FATE_GENERATED,
                       "their width tells about how long what they hide was", TRUE);
}

static gboolean walk_document(PdfWalk *walk, GError **error)
{
    if (!walk_pages(walk, error) || !isr_pdf_outside_visit(walk->pdf, walk->visit, error))
        return FALSE;
    tell_boxes(walk);
    isr_visit_tell_parts(walk->visit);
    return !walk->writer || isr_page_writer_finish(walk->writer, error);
}

static gboolean walk(IsrWalk *order, GError **error)
{
    g_autoptr(IsrPdf) pdf = isr_pdf_open(order->input, order->pages.password, error);
    g_autoptr(IsrVisit) visit = isr_visit_new(order);
    g_autoptr(IsrPdfBlocks) blocks = isr_pdf_blocks_new();
    g_autoptr(IsrPageWriter) writer = NULL;
    g_autoptr(GArray) edits = isr_edits_new();
    PdfWalk all = {.order = order, .pdf = pdf, .visit = visit, .blocks = blocks, .edits = edits};

    if (!pdf)
        return FALSE;
    if (order->output) {
        writer = isr_page_writer_new(order->output, dpi_of(order), error);
        if (!writer)
            return FALSE;
    }
    all.writer = writer;
    if (writer && order->pages.closer)
        isr_page_writer_look(writer, look_closer, &all);
    return walk_document(&all, error);
}

const IsrFormat isr_format_pdf = {
    .id = "pdf",
    .suffix = ".pdf",
    .recognise = recognise,
    .walk = walk,
    .unpack = isr_pdf_unpack,
    .prove = isr_pdf_prove,
};
