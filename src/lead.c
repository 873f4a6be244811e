/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the words before a place: a small word ("in"), perhaps a turn ("back"), a verb ("moved").
 */
#include "lead.h"

static gboolean is_in(Words *words, const char *list, guint n)
{
    return isr_words_in(words, list, n, n);
}

static Gap gap_before(Words *words, guint n)
{
    return g_array_index(words->words, Word, n).gap;
}

PlaceLead isr_lead_before(Words *words, guint n)
{
    PlaceLead lead = PLACE_LEAD_NONE;

    if (n == 0 || gap_before(words, n) > GAP_SPACE)
        return PLACE_LEAD_NONE;
    if (is_in(words, "place-leads", n - 1))
        lead = PLACE_LEAD_WHERE;
    else if (is_in(words, "place-ways", n - 1))
        lead = PLACE_LEAD_WAY;
    if (lead == PLACE_LEAD_NONE || n < 2 || gap_before(words, n - 1) > GAP_SPACE)
        return lead;
    guint verb = n - 2;
    if (verb > 0 && is_in(words, "place-turns", verb) && gap_before(words, verb) == GAP_SPACE)
        verb--; /* "moved back to", "lives now in" */
    return is_in(words, "place-verbs", verb) ? PLACE_LEAD_HOME : lead;
}
