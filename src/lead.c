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

static gboolean is_trip(Words *words, guint n)
{
    static const char *const trips[] = {"trip",   "trips",       "holiday", "holidays",
                                        "hols",   "residential", "outing",  "excursion",
                                        "cruise", "honeymoon",   NULL};
    gsize length;
    const char *text = isr_words_text(words, n, n, &length);
    g_autofree char *lower = g_ascii_strdown(text, (gssize)length);

    return g_strv_contains(trips, lower);
}

gboolean isr_lead_is_trip(Words *words, guint first, guint last)
{
    const Word *word = isr_words_nth(words, first);

    if (last + 1 < words->words->len && isr_words_nth(words, last + 1)->gap == GAP_SPACE &&
        is_trip(words, last + 1))
        return TRUE;
    if (first == 0 || (word->gap != GAP_SPACE && word->gap != GAP_NICK))
        return FALSE;
    return is_trip(words, first - 1) ||
           (first > 1 && isr_lead_before(words, first) != PLACE_LEAD_NONE &&
            is_trip(words, first - 2));
}
