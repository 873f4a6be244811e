/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks, and what an edit of a block's text makes of each run. It knows nothing of formats. */
#include <isredact/block.h>

#include <string.h>

IsrBlock *isr_block_new(IsrBlockKind kind, const char *part)
{
    IsrBlock *block = g_new0(IsrBlock, 1);

    block->kind = kind;
    block->part = part;
    block->text = g_string_new(NULL);
    block->runs = g_array_new(FALSE, FALSE, sizeof(IsrRun));
    return block;
}

void isr_block_free(IsrBlock *block)
{
    if (!block)
        return;
    g_string_free(block->text, TRUE);
    g_array_unref(block->runs);
    g_free(block);
}

void isr_block_append(IsrBlock *block, const char *text, gssize length, guint slot, guint flags)
{
    IsrRun run = {.slot = slot, .flags = flags};

    run.range.start = block->text->len;
    g_string_append_len(block->text, text, length);
    run.range.end = block->text->len;
    g_array_append_val(block->runs, run);
}

void isr_block_append_block(IsrBlock *block, const IsrBlock *other)
{
    for (guint i = 0; i < other->runs->len; i++) {
        const IsrRun *run = &g_array_index(other->runs, IsrRun, i);

        isr_block_append(block, other->text->str + run->range.start,
                         (gssize)(run->range.end - run->range.start), run->slot, run->flags);
    }
}

void isr_block_clear(IsrBlock *block)
{
    g_string_truncate(block->text, 0);
    g_array_set_size(block->runs, 0);
}

static void edit_clear(gpointer data)
{
    g_free(((IsrEdit *)data)->text);
}

GArray *isr_edits_new(void)
{
    GArray *edits = g_array_new(FALSE, FALSE, sizeof(IsrEdit));

    g_array_set_clear_func(edits, edit_clear);
    return edits;
}

void isr_edits_add(GArray *edits, gsize start, gsize end, const char *text)
{
    IsrEdit edit = {{start, end}, g_strdup(text)};

    g_array_append_val(edits, edit);
}

static gboolean touches(const IsrRun *run, const IsrEdit *edit)
{
    return run->range.start < edit->range.end && edit->range.start < run->range.end;
}

static gboolean carries_text(const IsrRun *run)
{
    return !(run->flags & (ISR_RUN_DELETED | ISR_RUN_PSEUDO));
}

guint isr_block_run_at(const IsrBlock *block, gsize at)
{
    guint low = 0, high = block->runs->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;

        if (g_array_index(block->runs, IsrRun, middle).range.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The run that takes the edit's new text, or NULL if only pseudo and deleted runs are touched. */
static const IsrRun *carrier_of(const IsrEdit *edit, const IsrBlock *block)
{
    for (guint i = isr_block_run_at(block, edit->range.start); i < block->runs->len; i++) {
        const IsrRun *run = &g_array_index(block->runs, IsrRun, i);

        if (run->range.start >= edit->range.end)
            break;
        if (touches(run, edit) && carries_text(run))
            return run;
    }
    return NULL;
}

/* What the edits from @first on, that touch @run, leave of it; NULL if none touches it. */
static char *edited_run(const IsrRun *run, const GArray *edits, guint first,
                        const GPtrArray *carriers, const IsrBlock *block)
{
    g_autoptr(GString) text = g_string_new(NULL);
    gsize at = run->range.start;
    gboolean touched = FALSE;

    for (guint i = first; i < edits->len; i++) {
        const IsrEdit *edit = &g_array_index(edits, IsrEdit, i);

        if (edit->range.start >= run->range.end)
            break;
        if (!touches(run, edit))
            continue;
        touched = TRUE;
        if (edit->range.start > at)
            g_string_append_len(text, block->text->str + at, (gssize)(edit->range.start - at));
        if (carriers->pdata[i] == run)
            g_string_append(text, edit->text);
        at = MIN(edit->range.end, run->range.end);
    }
    if (!touched)
        return NULL;
    g_string_append_len(text, block->text->str + at, (gssize)(run->range.end - at));
    return g_string_free(g_steal_pointer(&text), FALSE);
}

GPtrArray *isr_edits_by_run(const GArray *edits, const IsrBlock *block)
{
    GPtrArray *texts = g_ptr_array_new_full(block->runs->len, g_free);
    g_autoptr(GPtrArray) carriers = g_ptr_array_new();
    guint first = 0;

    for (guint i = 0; i < edits->len; i++)
        g_ptr_array_add(carriers, (gpointer)carrier_of(&g_array_index(edits, IsrEdit, i), block));
    for (guint i = 0; i < block->runs->len; i++) {
        const IsrRun *run = &g_array_index(block->runs, IsrRun, i);

        while (first < edits->len &&
               g_array_index(edits, IsrEdit, first).range.end <= run->range.start)
            first++;
        g_ptr_array_add(texts, edited_run(run, edits, first, carriers, block));
    }
    return texts;
}

char *isr_edits_apply(const GArray *edits, const IsrBlock *block)
{
    g_autoptr(GPtrArray) texts = isr_edits_by_run(edits, block);
    GString *all = g_string_new(NULL);

    for (guint i = 0; i < block->runs->len; i++) {
        const IsrRun *run = &g_array_index(block->runs, IsrRun, i);

        if (run->flags & ISR_RUN_DELETED)
            continue;
        if (texts->pdata[i])
            g_string_append(all, texts->pdata[i]);
        else
            g_string_append_len(all, block->text->str + run->range.start,
                                (gssize)(run->range.end - run->range.start));
    }
    return g_string_free(all, FALSE);
}
