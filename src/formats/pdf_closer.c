/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads as the proof of the copy will, and covers what the proof would find. */
#include "pdf_closer.h"

#include "pdf_blocks.h"
#include "pdf_sight.h"

#define ROUNDS 3

/* Covers what @edits take of @block, which is read on @seen. */
static void cover(IsrPainted *painted, const IsrPdfPage *seen, const IsrBlock *block,
                  const GArray *edits)
{
    g_autoptr(GPtrArray) texts = isr_edits_by_run(edits, block);

    for (guint i = 0; i < block->runs->len; i++) {
        const guint glyph = g_array_index(block->runs, IsrRun, i).slot;

        if (texts->pdata[i] && glyph < seen->glyphs->len)
            isr_painted_cover(painted, &g_array_index(seen->glyphs, IsrGlyph, glyph).place);
    }
}

/* *found: something was covered. */
static gboolean cover_all(IsrPainted *painted, const IsrPdfPage *seen, IsrVisit *visit,
                          gboolean *found, GError **error)
{
    g_autoptr(IsrPdfBlocks) memory = isr_pdf_blocks_new();
    g_autoptr(GPtrArray) blocks = isr_pdf_blocks_of(memory, seen);
    g_autoptr(GArray) edits = isr_edits_new();

    *found = FALSE;
    for (guint i = 0; i < blocks->len; i++) {
        IsrBlock *block = blocks->pdata[i];

        block->seen = TRUE;
        if (!isr_visit_again(visit, block, edits, error))
            return FALSE;
        *found = *found || edits->len > 0;
        cover(painted, seen, block, edits);
    }
    return TRUE;
}

gboolean isr_pdf_closer(IsrPainted *painted, const IsrPages *pages, IsrVisit *visit, GError **error)
{
    gboolean found = TRUE, good = TRUE;

    for (guint round = 0; round < ROUNDS && good && found; round++) {
        guint dpi;
        cairo_surface_t *pixels = isr_painted_surface(painted, &dpi);
        IsrPdfSight sight;

        found = FALSE;
        good = isr_pdf_sight_again(pixels, dpi, isr_painted_text(painted), pages, &sight, error) &&
               (!sight.seen || cover_all(painted, sight.seen, visit, &found, error));
        isr_pdf_sight_clear(&sight);
    }
    return good;
}
