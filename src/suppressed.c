/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits for suppressed cells. */
#include "suppressed.h"

#include <string.h>

static const IsrCountPlace *places_in(const IsrCounts *counts, const IsrBlock *block, guint *n)
{
    *n = 0;
    return counts ? isr_counts_in(counts, block->index, n) : NULL;
}

gboolean isr_suppressed_any(const IsrCounts *counts, const IsrBlock *block)
{
    guint n;

    return places_in(counts, block, &n) != NULL;
}

static gboolean overlaps(IsrRange one, IsrRange other)
{
    return one.start < other.end && other.start < one.end;
}

static gboolean is_within_one(const IsrCountPlace *places, guint n, IsrRange range)
{
    for (guint i = 0; i < n; i++)
        if (range.start >= places[i].range.start && range.end <= places[i].range.end)
            return TRUE;
    return FALSE;
}

void isr_suppressed_skip(const IsrCounts *counts, const IsrBlock *block, GArray *findings)
{
    guint n;
    const IsrCountPlace *places = places_in(counts, block, &n);

    for (guint i = n > 0 ? findings->len : 0; i-- > 0;)
        if (is_within_one(places, n, g_array_index(findings, IsrFinding, i).range))
            g_array_remove_index(findings, i);
}

static gboolean is_edited(const GArray *edits, IsrRange range)
{
    for (guint i = 0; i < edits->len; i++)
        if (overlaps(g_array_index(edits, IsrEdit, i).range, range))
            return TRUE;
    return FALSE;
}

/* A cell of several paragraphs keeps them: the mark stands in the first. */
static void add_edits(const IsrBlock *block, IsrRange range, GArray *edits)
{
    const char *text = block->text->str, *now = ISR_COUNTS_MARK;

    for (gsize start = range.start, end; start < range.end; start = end + 1) {
        const char *stop = memchr(text + start, '\n', range.end - start);

        end = stop ? (gsize)(stop - text) : range.end;
        if (end > start)
            isr_edits_add(edits, start, end, now);
        now = "";
    }
}

static gint by_start(gconstpointer a, gconstpointer b)
{
    const IsrEdit *x = a, *y = b;

    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

guint isr_suppressed_edit(const IsrCounts *counts, const IsrBlock *block, IsrWitness *witness,
                          GArray *edits)
{
    guint n, added = 0;
    const IsrCountPlace *places = places_in(counts, block, &n);

    for (guint i = 0; i < n; i++) {
        const IsrRange range = places[i].range;
        g_autofree char *value = NULL;

        if (is_edited(edits, range))
            continue;
        value = g_strndup(block->text->str + range.start, range.end - range.start);
        add_edits(block, range, edits);
        isr_witness_suppress(witness, block->part, value);
        added++;
    }
    if (added > 0)
        g_array_sort(edits, by_start);
    return added;
}
