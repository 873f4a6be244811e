/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that tell tables of people counted from tables of scores, doses, days and dates. */
#include "countwords.h"

#include <string.h>

#define MOST_WORDS 32
/* "number of": what, is still to come. */
#define ISR_COUNTWORDS_OF (1u << 31)

static const struct {
    guint flags;
    const char *words; /* between spaces */
} kinds[] = {
    {ISR_COUNTWORDS_TOTAL, " total totals sum overall altogether subtotal sub-total "},
    {ISR_COUNTWORDS_PEOPLE,
     " pupils children people persons patients families cases referrals referred admissions "
     "admitted adults boys girls male males female females men women residents learners students "
     "households individuals clients users carers parents siblings applicants applications "
     "appeals offers enrolments registrations incidents offences offenders suspects victims "
     "exclusions suspensions assessments plans births deaths staff teachers pregnancies "
     "conceptions toddlers babies infants teenagers youths claimants refugees "
     "leavers joiners placements allegations complaints headcount "},
    {ISR_COUNTWORDS_NUMBER, " numbers count counts headcount n "},
    {ISR_COUNTWORDS_GROUP,
     " school schools academy college nursery ward wards area areas locality district borough "
     "region team agency provider hospital practice ethnicity ethnic sex gender religion faith "
     "language nationality authority council parish postcode neighbourhood constituency "
     "quarter cohort "},
    {ISR_COUNTWORDS_SHARE, " percent percentage proportion pc share "},
    {ISR_COUNTWORDS_MEASURE,
     " score scores scored mark marks point points average mean median mode rate rates ratio dose "
     "doses dosage mg ml mcg kg cm mm weight height bmi temperature temp pulse bp pressure "
     "percentile centile sdq difficulties subscale raw age ages dob date dates time times "
     "telephone phone tel mobile house flat price cost costs amount paid income rent balance wage "
     "salary budget spend level grade result results length width distance miles page version "
     "rank ranking index rating frequency severity likelihood tablets capsules puffs units "
     "strength born birth gcse attainment progress target targets baseline change "},
    {ISR_COUNTWORDS_THING,
     " week weeks day days session sessions hour hours hrs minute minutes mins month months year "
     "years visits lessons bedrooms rooms nights absences absent attended present possible "
     "attendance calls texts meals feeds seizures periods steps "},
    {ISR_COUNTWORDS_SCORE,
     " score scores scored sdq difficulties subscale percentile percentiles centile centiles dose "
     "doses dosage medication medicines "},
    {ISR_COUNTWORDS_ORDER, " no item ref id line # row "},
};

/* What a row or column of figures begins with that are no counts. */
static const char statistics[] =
    " average mean median mode rate rates ratio score scores minimum maximum standard range ";

/* Cells that say all by themselves. */
static const char *const persons[] = {
    "name",         "names",       "full name",      "surname",       "forename",
    "forenames",    "first name",  "last name",      "child",         "child's name",
    "child name",   "pupil",       "pupil name",     "student name",  "patient",
    "patient name", "dob",         "d.o.b.",         "d.o.b",         "date of birth",
    "nhs number",   "nhs no",      "nhs no.",        "address",       "telephone",
    "phone",        "mobile",      "email",          "e-mail",        "relationship",
    "upn",          "signature",   "signed",         "relation",      "relationship to child",
    "initials",     "case number", "case reference", "family member", "sibling",
    "medication",   "medicine",    "drug",
};

static gboolean is_word_byte(char c)
{
    return g_ascii_isalnum(c) || (guchar)c >= 0x80 || c == '-' || c == '#' || c == '\'';
}

/* The next word of *text in small letters, in @word between spaces; FALSE at the end. */
static gboolean next_word(const char **text, const char *end, char word[MOST_WORDS + 3])
{
    gsize length = 1;

    while (*text < end && !is_word_byte(**text))
        (*text)++;
    if (*text == end)
        return FALSE;
    word[0] = ' ';
    for (; *text < end && is_word_byte(**text); (*text)++)
        if (length <= MOST_WORDS)
            word[length++] = g_ascii_tolower(**text);
    word[length++] = ' ';
    word[length] = '\0';
    return TRUE;
}

static guint flags_of(const char *word)
{
    guint flags = 0;

    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strstr(kinds[i].words, word))
            flags |= kinds[i].flags;
    return flags;
}

/* "Age 5", "Level 3", "Week 12", "Age band", "Year group": what is counted by, no measure. */
static gboolean makes_group(const char *next)
{
    return g_ascii_isdigit(next[1]) || strstr(" group groups band bands range ", next) != NULL;
}

/* A word that is one or the other by the one behind it. */
static guint flags_before(const char *word, const char *next, gboolean first)
{
    const guint flags = flags_of(word);

    if (first && strstr(statistics, word))
        return flags | ISR_COUNTWORDS_STATISTIC;
    if (first && (g_str_equal(word, " all ") || g_str_equal(word, " both ")))
        return ISR_COUNTWORDS_TOTAL;
    if (g_str_equal(next, " of ") && (g_str_equal(word, " number ") || g_str_equal(word, " no ")))
        return ISR_COUNTWORDS_OF;
    if ((flags & (ISR_COUNTWORDS_MEASURE | ISR_COUNTWORDS_THING)) && makes_group(next) &&
        !strstr(" score scores mark marks date dose ", word))
        return ISR_COUNTWORDS_GROUP;
    return flags;
}

static guint flags_of_whole(const char *text, gsize length)
{
    g_autofree char *small = g_ascii_strdown(text, (gssize)length);

    g_strstrip(small);
    if (g_str_has_suffix(small, ":"))
        small[strlen(small) - 1] = '\0';
    for (guint i = 0; i < G_N_ELEMENTS(persons); i++)
        if (g_str_equal(small, persons[i]))
            return ISR_COUNTWORDS_PERSON;
    return g_str_equal(small, "number") ? ISR_COUNTWORDS_NUMBER : 0;
}

guint isr_countwords_of(const char *text, gsize length)
{
    const char *at = text, *end = text + length;
    char word[MOST_WORDS + 3], next[MOST_WORDS + 3];
    guint flags = length < 64 ? flags_of_whole(text, length) : 0;
    gboolean first = TRUE, more = next_word(&at, end, word);

    if (memchr(text, '%', length))
        flags |= ISR_COUNTWORDS_SHARE;
    if (g_strstr_len(text, (gssize)length, "£"))
        flags |= ISR_COUNTWORDS_MEASURE;
    for (; more; first = FALSE) {
        next[0] = '\0';
        more = next_word(&at, end, next);
        flags |= flags_before(word, more ? next : " . ", first);
        memcpy(word, next, sizeof word);
    }
    /* "No. of injections" counts things. */
    if ((flags & ISR_COUNTWORDS_OF) && !(flags & (ISR_COUNTWORDS_PEOPLE | ISR_COUNTWORDS_GROUP)))
        flags |= ISR_COUNTWORDS_THING;
    else if (flags & ISR_COUNTWORDS_OF)
        flags |= ISR_COUNTWORDS_NUMBER;
    return flags & ~(guint)ISR_COUNTWORDS_OF;
}
