/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The coarser form of each kind of value. What is not understood has none: a guess could say too
 * much, or something that nobody wrote. */
#include <isredact/coarse.h>

#include <isredact/calendar.h>

#include <string.h>

gboolean isr_coarse_fits(IsrCategory category)
{
    return isr_coarse_words(category) != NULL;
}

const char *isr_coarse_words(IsrCategory category)
{
    switch (category) {
    case ISR_CATEGORY_DOB:
        return "year";
    case ISR_CATEGORY_DATE:
        return "month";
    case ISR_CATEGORY_AGE:
        return "age band";
    case ISR_CATEGORY_POSTCODE:
    case ISR_CATEGORY_ADDRESS:
        return "district";
    default:
        return NULL;
    }
}

static char *coarse_date(IsrCategory category, const char *value)
{
    IsrDate date;

    if (category == ISR_CATEGORY_DOB)
        return isr_date_read_birth(value, &date) ? isr_date_to_year(&date) : NULL;
    return isr_date_read(value, &date) ? isr_date_to_month(&date) : NULL;
}

/* "CH42" of "ch42 7lq" and of "CH427LQ" at the end of @text; NULL if no postcode stands there. */
static char *district_at_end(const char *text)
{
    g_autoptr(GRegex) regex =
        g_regex_new("(?<![A-Z0-9])([A-Z]{1,2}[0-9][A-Z0-9]?)\\s*[0-9][ABD-HJLNP-UW-Z]{2}\\s*$",
                    G_REGEX_CASELESS, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *district = NULL;

    if (!g_regex_match(regex, text, 0, &match))
        return NULL;
    district = g_match_info_fetch(match, 1);
    return g_ascii_strup(district, -1);
}

/* A value that is a district already stays one; of a sector ("CH42 7") and of a postcode whose last
 * letters were left out the district is told by the space. */
static char *coarse_postcode(const char *value)
{
    char *district = district_at_end(value);
    g_autoptr(GRegex) regex = g_regex_new(
        "^([A-Z]{1,2}[0-9][A-Z0-9]?)(?:\\s+[0-9][ABD-HJLNP-UW-Z]?)?$", G_REGEX_CASELESS, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *part = NULL;

    if (district)
        return district;
    if (!g_regex_match(regex, value, 0, &match))
        return NULL;
    part = g_match_info_fetch(match, 1);
    return g_ascii_strup(part, -1);
}

static int number_word(const char *word)
{
    static const char *const words[] = {"nought",  "one",     "two",       "three",    "four",
                                        "five",    "six",     "seven",     "eight",    "nine",
                                        "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};

    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_ascii_strcasecmp(words[i], word) == 0)
            return (int)i;
    return -1;
}

/* "twenty-five", "40s", "14/12": numbers that the first number alone would get wrong; "under 5",
 * "nearly 10": the number is none of that person's. */
static gboolean is_compound(const char *value)
{
    return g_regex_match_simple(
        "(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ies)|hundred|"
        "[0-9]['’]?s(?![a-z])|[0-9]\\s*/\\s*[0-9]|[0-9]\\s*\\+|[<>]|"
        "\\b(?:under|over|above|below|nearly|almost|before|after|least|most|"
        "than|older|younger|turning|up)\\b",
        value, G_REGEX_CASELESS, 0);
}

/* "9-10", "nine or ten": which is right is not known. */
static gboolean is_range(const char *value)
{
    return g_regex_match_simple("(?:[0-9]|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|"
                                "[a-z]+teen|eleven|twelve))\\s*(?:-|–|—|or|to|and|&)\\s*"
                                "(?:[0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten|"
                                "[a-z]+teen|eleven|twelve)\\b)",
                                value, G_REGEX_CASELESS, 0);
}

/* The first number in @words, in digits or letters; -1 if there is none. */
static int first_number(char **words)
{
    for (guint i = 0; words[i]; i++) {
        if (g_ascii_isdigit(words[i][0]))
            return (int)MIN(g_ascii_strtoull(words[i], NULL, 10), 999);
        if (number_word(words[i]) >= 0)
            return number_word(words[i]);
    }
    return -1;
}

/* TRUE if the first unit that is named is shorter than a year. */
static gboolean is_in_months(const char *value)
{
    g_autoptr(GRegex) regex = g_regex_new("(?:^|[^a-z])(y(?:ea)?rs?|y/?o|months?|mths?|mo|weeks?|"
                                          "wks?|days?)(?![a-z])",
                                          G_REGEX_CASELESS, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *unit = NULL;

    if (!g_regex_match(regex, value, 0, &match))
        return g_regex_match_simple("[0-9]\\s*(m|w|d)(?![a-z])", value, G_REGEX_CASELESS, 0);
    unit = g_match_info_fetch(match, 1);
    return g_ascii_tolower(unit[0]) != 'y';
}

static const struct {
    int below;
    const char *words;
} bands[] = {{5, "under 5"},   {10, "5 to 9"},   {16, "10 to 15"}, {18, "16 to 17"},
             {25, "18 to 24"}, {45, "25 to 44"}, {65, "45 to 64"}, {130, "65 or over"}};

/* A band, as a copy says it, is as coarse as it gets. */
static gboolean is_band(const char *value)
{
    for (guint i = 0; i < G_N_ELEMENTS(bands); i++) {
        const gsize length = strlen(bands[i].words);

        if (strncmp(value, bands[i].words, length) == 0 &&
            (value[length] == '\0' || g_str_equal(value + length, " years")))
            return TRUE;
    }
    return FALSE;
}

static const char *band(int years)
{
    for (guint i = 0; i < G_N_ELEMENTS(bands); i++)
        if (years < bands[i].below)
            return bands[i].words;
    return NULL;
}

/* Under five is one band however it was counted: an age in weeks would tell the birthday. */
static char *coarse_age(const char *value)
{
    g_auto(GStrv) words = g_strsplit_set(value, " \t\n-~", -1);
    int number = first_number(words);
    gboolean months = is_in_months(value);
    const char *words_of_band;

    if (is_band(value))
        return g_strdup(value);
    if (number < 0 || is_compound(value) || is_range(value) || (months && number >= 60))
        return NULL;
    words_of_band = band(months ? 0 : number);
    if (!words_of_band)
        return NULL;
    if (months || g_regex_match_simple("y(ea)?rs?", value, G_REGEX_CASELESS, 0))
        return g_strconcat(words_of_band, " years", NULL);
    return g_strdup(words_of_band);
}

char *isr_coarse_text(IsrCategory category, const char *value)
{
    switch (category) {
    case ISR_CATEGORY_DOB:
    case ISR_CATEGORY_DATE:
        return coarse_date(category, value);
    case ISR_CATEGORY_AGE:
        return coarse_age(value);
    case ISR_CATEGORY_POSTCODE:
        return coarse_postcode(value);
    case ISR_CATEGORY_ADDRESS:
        return district_at_end(value);
    default:
        return NULL;
    }
}
