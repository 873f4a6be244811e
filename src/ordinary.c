/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether an everyday word is a name where it stands. It looks at the words beside it and knows
 * nothing of people. */
#include "ordinary.h"

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
        gunichar c = g_utf8_get_char(p);

        if (!g_unichar_isalpha(c))
            continue;
        letters++;
        if (g_unichar_islower(c))
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

static gboolean stands_alone(const char *text, gsize length, gsize start, gsize end)
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
    static const char *const deeds[] = {"said", "told", "went",  "felt",  "made",  "took",
                                        "gave", "came", "left",  "lost",  "and",   "who",
                                        "sat",  "rang", "did",   "ran",   "saw",   "wrote",
                                        "will", "can",  "would", "could", "should"};
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

gboolean isr_ordinary_reads_as_name(const char *text, gsize length, gsize start, gsize end,
                                    gboolean heading)
{
    const char *before, *after;
    gsize n_before = word_before(text, start, &before), n_after;
    gboolean loud; /* the line is all in capitals, which then say nothing */

    if (!isr_ordinary_is_capital(text + start, end - start, FALSE))
        return FALSE;
    if (is_possessive(text, length, end) || stands_alone(text, length, start, end))
        return TRUE;
    n_after = word_after(text, length, end, &after);
    loud = isr_ordinary_is_capital(text + start, end - start, TRUE) &&
           ((n_before > 1 && isr_ordinary_is_capital(before, n_before, TRUE)) ||
            (n_after > 1 && isr_ordinary_is_capital(after, n_after, TRUE)));
    if (loud)
        return FALSE;
    if (begins_sentence(before, n_before))
        return is_deed(after, n_after);
    return !heading || !isr_ordinary_is_capital(before, n_before, FALSE);
}
