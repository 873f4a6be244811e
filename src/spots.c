/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each spot knows how far any before it reaches, so that no search goes back in vain. */
#include "spots.h"

static gint by_start(gconstpointer a, gconstpointer b)
{
    const IsrSpot *x = a, *y = b;

    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

GArray *isr_spots_of(const GArray *findings, gboolean sentences)
{
    GArray *spots = g_array_sized_new(FALSE, FALSE, sizeof(IsrSpot), findings->len);
    gsize farthest = 0;

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        const IsrSpot spot = {finding->range, 0, i};

        if (sentences || !isr_category_is_topic(finding->category))
            g_array_append_val(spots, spot);
    }
    g_array_sort(spots, by_start);
    for (guint i = 0; i < spots->len; i++) {
        IsrSpot *spot = &g_array_index(spots, IsrSpot, i);

        spot->farthest = farthest = MAX(farthest, spot->range.end);
    }
    return spots;
}

guint isr_spots_before(const GArray *spots, gsize at)
{
    guint low = 0, high = spots->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;

        if (g_array_index(spots, IsrSpot, middle).range.start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

gboolean isr_spots_overlap(const GArray *spots, IsrRange range)
{
    const guint before = isr_spots_before(spots, range.end);

    return before > 0 && g_array_index(spots, IsrSpot, before - 1).farthest > range.start;
}
