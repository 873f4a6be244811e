/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of empty words. */
#include "emptyword.h"

#include <string.h>

static const char *const EMPTY_WORDS[] = {
    "a",       "about",   "academy",  "age",     "aged",     "an",      "and",     "at",
    "avenue",  "care",    "centre",   "clinic",  "close",    "college", "council", "court",
    "day",     "days",    "drive",    "estate",  "flat",     "for",     "gardens", "general",
    "group",   "high",    "hospital", "house",   "hub",      "in",      "infant",  "infants",
    "junior",  "juniors", "lane",     "medical", "month",    "months",  "mths",    "near",
    "nursery", "of",      "off",      "old",     "on",       "park",    "place",   "practice",
    "primary", "road",    "school",   "service", "services", "st",      "street",  "surgery",
    "team",    "terrace", "th",       "the",     "unit",     "ward",    "weeks",   "wks",
    "year",    "years",   "yr",       "yrs",     NULL,
};

gboolean isr_is_empty_word(const char *word, const char *category)
{
    g_autofree char *lower = g_utf8_strdown(word, -1);

    if (strcmp(category, "name") == 0 || strcmp(category, "initials") == 0)
        return FALSE;
    return g_strv_contains(EMPTY_WORDS, lower);
}
