/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Residues, built from the same per-run texts that the formats write. */
#include "residue.h"

#include <string.h>

static void put(IsrResidue *residue, const char *text, gsize length, gsize origin)
{
    gboolean mark = origin == ISR_RESIDUE_MARK;
    guint before = residue->origins->len;

    g_string_append_len(residue->block->text, text, (gssize)length);
    g_array_set_size(residue->origins, before + (guint)length);
    for (gsize i = 0; i < length; i++)
        g_array_index(residue->origins, gsize, before + i) = mark ? ISR_RESIDUE_MARK : origin + i;
}

/* The stretch @start..@end of the source, without deleted runs; *run is the first run that can
 * touch it and moves on with it. */
static void put_source(IsrResidue *residue, const IsrBlock *source, guint *run, gsize start,
                       gsize end)
{
    for (; *run < source->runs->len; (*run)++) {
        const IsrRun *at = &g_array_index(source->runs, IsrRun, *run);
        gsize from = MAX(start, at->range.start), to = MIN(end, at->range.end);

        if (from < to && !(at->flags & ISR_RUN_DELETED))
            put(residue, source->text->str + from, to - from, from);
        if (at->range.end > end)
            break;
    }
}

IsrResidue *isr_residue_new(const IsrBlock *block, const GArray *edits)
{
    IsrResidue *residue = g_new0(IsrResidue, 1);
    gsize at = 0;
    guint run = 0;

    residue->block = isr_block_new(block->kind, block->part);
    residue->block->index = block->index;
    residue->block->heading = block->heading;
    residue->block->columns = block->columns;
    residue->origins = g_array_new(FALSE, FALSE, sizeof(gsize));
    for (guint i = 0; i < edits->len; i++) {
        const IsrEdit *edit = &g_array_index(edits, IsrEdit, i);

        put_source(residue, block, &run, at, edit->range.start);
        put(residue, edit->text, strlen(edit->text), ISR_RESIDUE_MARK);
        at = edit->range.end;
    }
    put_source(residue, block, &run, at, block->text->len);
    IsrRun all = {.range = {0, residue->block->text->len}};
    g_array_append_val(residue->block->runs, all);
    return residue;
}

void isr_residue_free(IsrResidue *residue)
{
    if (!residue)
        return;
    isr_block_free(residue->block);
    g_array_unref(residue->origins);
    g_free(residue);
}

gboolean isr_residue_origin(const IsrResidue *residue, IsrRange range, IsrRange *origin)
{
    for (gsize i = range.start; i < range.end; i++) {
        if (g_array_index(residue->origins, gsize, i) == ISR_RESIDUE_MARK)
            return FALSE;
    }
    origin->start = g_array_index(residue->origins, gsize, range.start);
    origin->end = g_array_index(residue->origins, gsize, range.end - 1) + 1;
    return TRUE;
}
