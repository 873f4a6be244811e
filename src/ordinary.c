/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether an everyday word is a name where it stands. It looks at the words beside it and knows
 * nothing of people. */
#include "ordinary.h"

#include "character.h"

#include <isredact/block.h>

#include <string.h>

static gboolean is_break(char c)
{
    return c == '\n' || c == ISR_CELL_BREAK;
}

gboolean isr_ordinary_is_capital(const char *text, gsize length, gboolean all)
{
    guint letters = 0;

    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        gunichar c = isr_character_at(p);

        if (!isr_is_alpha(c))
            continue;
        letters++;
        if (isr_is_lower(c))
            return letters > 1 && !all;
    }
    return letters > 0;
}

/* The word before @at on the same line; its length, 0 if there is none. */
static gsize word_before(const char *text, gsize at, const char **word)
{
    const char *end = text + at, *start;

    while (end > text && end[-1] == ' ')
        end--;
    start = end;
    while (start > text && start[-1] != ' ' && !is_break(start[-1]))
        start--;
    *word = start;
    return (gsize)(end - start);
}

/* The word after @at, which must stand right behind it; its length, 0 if there is none. */
static gsize word_after(const char *text, gsize length, gsize at, const char **word)
{
    const char *start = text + at, *end;

    while (start < text + length && *start == ' ')
        start++;
    end = start;
    while (end < text + length && (g_ascii_isalpha(*end) || (guchar)*end >= 0x80))
        end++;
    *word = start;
    return (gsize)(end - start);
}

static gboolean begins_sentence(const char *word, gsize length)
{
    while (length && strchr("\"')([", word[length - 1]))
        length--;
    return !length || strchr(".!?:;*|->", word[length - 1]) != NULL;
}

gboolean isr_ordinary_stands_alone(const char *text, gsize length, gsize start, gsize end)
{
    while (start > 0 && strchr(" \"'(-*", text[start - 1]))
        start--;
    while (end < length && strchr(" \"').,;:", text[end]))
        end++;
    return (start == 0 || is_break(text[start - 1])) && (end >= length || is_break(text[end]));
}

/* What people do: "Will attends", "Grace said". "Will attend" and "Mark the" are no names. */
static gboolean is_deed(const char *word, gsize length)
{
    static const char *const deeds[] = {
        "said",  "told",    "went",    "felt",   "made",   "took",      "gave",  "came",  "left",
        "lost",  "and",     "who",     "sat",    "rang",   "did",       "ran",   "saw",   "wrote",
        "will",  "can",     "would",   "could",  "should", "had",       "broke", "spoke", "drew",
        "drove", "ate",     "slept",   "held",   "kept",   "knew",      "met",   "got",   "sent",
        "found", "fell",    "hid",     "rode",   "sang",   "stood",     "stole", "swore", "threw",
        "woke",  "wore",    "won",     "began",  "dealt",  "cannot",    "didnt", "hasnt", "isnt",
        "wasnt", "thought", "brought", "bought", "became", "understood"};
    g_autofree char *lower = g_ascii_strdown(word, (gssize)length);

    if (length < 2 || !g_ascii_islower(*word))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(deeds); i++) {
        if (g_str_equal(lower, deeds[i]))
            return TRUE;
    }
    if (g_str_equal(lower, "this") || g_str_has_suffix(lower, "ss"))
        return FALSE;
    return g_str_has_suffix(lower, "s") || (length > 3 && g_str_has_suffix(lower, "ed"));
}

static gboolean is_possessive(const char *text, gsize length, gsize end)
{
    return end + 1 < length && text[end] == '\'' && (text[end + 1] == 's' || text[end + 1] == 'S');
}

static gboolean is_one_of(const char *word, gsize length, const char *const *list)
{
    g_autofree char *lower = g_ascii_strdown(word, (gssize)length);

    return g_strv_contains(list, lower);
}

gboolean isr_ordinary_is_month(const char *word, gsize length)
{
    static const char *const months[] = {"april", "may", "june", "july", "august", NULL};

    return is_one_of(word, length, months);
}

/* "between March and June", "from October to May": a month that nobody is called stands before it.
 */
static gboolean follows_month(const char *text, gsize start)
{
    static const char *const joints[] = {"and", "or", "to", "&", NULL};
    static const char *const months[] = {"january", "february", "march",    "july", "september",
                                         "october", "november", "december", "jan",  "feb",
                                         "sept",    "oct",      "nov",      "dec",  NULL};
    const char *joint, *month;
    gsize n = word_before(text, start, &joint), length;

    if (n == 0 || !is_one_of(joint, n, joints))
        return FALSE;
    length = word_before(text, (gsize)(joint - text), &month);
    return length > 0 && is_one_of(month, length, months);
}

/* "in May", "3 May", "May 2024": the month. */
static gboolean is_month(const char *text, gsize length, gsize start, gsize end)
{
    static const char *const fronts[] = {"in",   "since", "by",   "until", "till",  "from", "every",
                                         "last", "next",  "this", "late",  "early", "mid",  NULL};
    const char *before;
    gsize n = word_before(text, start, &before), past = end;

    if (!isr_ordinary_is_month(text + start, end - start))
        return FALSE;
    while (past < length && strchr(" '", text[past]))
        past++;
    return (past < length && past > end && g_ascii_isdigit(text[past])) ||
           (n > 0 &&
            ((g_ascii_isdigit(*before) && before[n - 1] != '.') || is_one_of(before, n, fronts))) ||
           follows_month(text, start);
}

gboolean isr_ordinary_is_day(const char *word, gsize length)
{
    static const char *const days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday",    NULL};

    return is_one_of(word, length, days);
}

/* "on Sunday", "Sunday morning", "Fri - Sunday": the day, and nobody called so. */
static gboolean is_day(const char *text, gsize length, gsize start, gsize end)
{
    static const char *const fronts[] = {"on",   "since", "until", "till", "from",  "last", "next",
                                         "this", "every", "by",    "each", "the",   "and",  "or",
                                         "to",   "of",    "a",     "late", "early", "one",  NULL};
    static const char *const behind[] = {
        "morning",   "afternoon", "evening", "night", "school", "and",  "lunch",   "dinner", "club",
        "lunchtime", "after",     "at",      "to",    "or",     "best", "service", "for",    NULL};
    const char *before, *after;
    gsize n = word_before(text, start, &before), n_after = word_after(text, length, end, &after);

    return isr_ordinary_is_day(text + start, end - start) &&
           ((n > 0 && (!g_ascii_isalpha(before[n - 1]) || is_one_of(before, n, fronts))) ||
            n == 0 || (n_after > 0 && is_one_of(after, n_after, behind)) ||
            (end + 1 < length && g_ascii_isdigit(text[end + 1])));
}

gboolean isr_ordinary_is_loud(const char *text, gsize length, gsize start, gsize end)
{
    const char *before, *after;
    gsize n_before = word_before(text, start, &before);
    gsize n_after = word_after(text, length, end, &after);

    return isr_ordinary_is_capital(text + start, end - start, TRUE) &&
           ((n_before > 1 && isr_ordinary_is_capital(before, n_before, TRUE)) ||
            (n_after > 1 && isr_ordinary_is_capital(after, n_after, TRUE)));
}

gboolean isr_ordinary_reads_as_name(const char *text, gsize length, gsize start, gsize end,
                                    gboolean heading)
{
    const char *before, *after;
    gsize n_before = word_before(text, start, &before), n_after;

    if (!isr_ordinary_is_capital(text + start, end - start, FALSE) ||
        is_month(text, length, start, end) || is_day(text, length, start, end))
        return FALSE;
    if (is_possessive(text, length, end) || isr_ordinary_stands_alone(text, length, start, end))
        return TRUE;
    n_after = word_after(text, length, end, &after);
    if (isr_ordinary_is_loud(text, length, start, end))
        return FALSE;
    if (begins_sentence(before, n_before))
        return is_deed(after, n_after);
    return !heading || !isr_ordinary_is_capital(before, n_before, FALSE);
}

/* ":", " - ", ", who" or " again" behind it, or a task: "Mark to ring", but not "Hope to see you".
 */
static gboolean is_headword(const char *text, gsize length, gsize start, gsize end)
{
    const char *after;

    if (word_after(text, length, end, &after) == 2 && memcmp(after, "to", 2) == 0)
        return end - start != 4 || g_ascii_strncasecmp(text + start, "hope", 4) != 0;
    if (end + 6 < length &&
        (memcmp(text + end, ", who ", 6) == 0 || memcmp(text + end, ", she ", 6) == 0 ||
         memcmp(text + end, " again", 6) == 0))
        return TRUE;
    return end < length &&
           (text[end] == ':' || (end + 2 < length && memcmp(text + end, " - ", 3) == 0));
}

/* "summer rang", "will hasnt eaten": in notes people do so in small letters too. */
static gboolean is_small_doer(const char *text, gsize length, gsize start, gsize end)
{
    static const char *const deeds[] = {
        "said",  "told",  "rang",   "went",   "came",  "spoke", "says",  "knows", "thinks",
        "wants", "asked", "phoned", "texted", "hasnt", "isnt",  "wasnt", "didnt", "cried",
        "cries", "has",   "was",    "is",     "had",   "likes", "loves", "hates", "needs",
        "gets",  "plays", "sits",   "sat",    "did",   "does",  "got",   NULL};
    const char *before, *after;
    gsize n = word_before(text, start, &before), n_after = word_after(text, length, end, &after);

    return (begins_sentence(before, n) || g_ascii_isdigit(before[n - 1])) && n_after > 0 &&
           is_one_of(after, n_after, deeds); /* "16:20 summer rang" */
}

/* "He is back home. Precious": who signs an entry stands behind its last sentence. */
static gboolean is_signature(const char *text, gsize length, gsize start, gsize end)
{
    const char *before;
    gsize n = word_before(text, start, &before);

    while (end < length && strchr(" .x", text[end]))
        end++;
    return n > 1 && strchr(".!?", before[n - 1]) != NULL && (end >= length || is_break(text[end]));
}

gboolean isr_ordinary_is_known_name(const char *text, gsize length, gsize start, gsize end,
                                    gboolean heading, gboolean seldom)
{
    const char *before;

    if (isr_ordinary_reads_as_name(text, length, start, end, heading) ||
        (!isr_ordinary_is_day(text + start, end - start) &&
         is_small_doer(text, length, start, end)))
        return TRUE;
    if (heading || !isr_ordinary_is_capital(text + start, end - start, FALSE) ||
        isr_ordinary_is_loud(text, length, start, end) || is_month(text, length, start, end))
        return FALSE;
    gsize n = word_before(text, start, &before);
    return begins_sentence(before, n) && (seldom || is_headword(text, length, start, end) ||
                                          is_signature(text, length, start, end));
}
