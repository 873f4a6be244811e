/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tagger is asked for a whole reading once. */
#include "odds.h"

/* The first of @shares, which are in order and apart, that ends behind byte @at. */
static guint first_behind(const GArray *shares, gsize at)
{
    guint low = 0, high = shares->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(shares, IsrTagShare, middle).end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

float isr_odds_at(IsrOdds *odds, IsrRange range)
{
    float share = 1;
    gboolean any = FALSE;

    if (odds->tagger == NULL)
        return 0;
    if (odds->shares == NULL) {
        odds->shares = g_array_new(FALSE, FALSE, sizeof(IsrTagShare));
        isr_tagger_shares(odds->tagger, odds->reading, odds->shares);
    }
    for (guint i = first_behind(odds->shares, range.start); i < odds->shares->len; i++) {
        const IsrTagShare *word = &g_array_index(odds->shares, IsrTagShare, i);
        if (word->start >= range.end)
            break;
        share = MIN(share, word->share);
        any = TRUE;
    }
    return any ? share : 0;
}

void isr_odds_clear(IsrOdds *odds)
{
    g_clear_pointer(&odds->shares, g_array_unref);
}
