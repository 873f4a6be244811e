/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tagger is asked for a whole reading once. */
#include "odds.h"

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
    for (guint i = 0; i < odds->shares->len; i++) {
        const IsrTagShare *word = &g_array_index(odds->shares, IsrTagShare, i);
        if (word->start >= range.end || word->end <= range.start)
            continue;
        share = MIN(share, word->share);
        any = TRUE;
    }
    return any ? share : 0;
}

void isr_odds_clear(IsrOdds *odds)
{
    g_clear_pointer(&odds->shares, g_array_unref);
}
