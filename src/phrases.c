/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Phrases become one expression in which what they begin with in common is written once, so that
 * a list of a hundred costs hardly more than one word. */
#include "phrases.h"

#include <string.h>

static gint by_letters(gconstpointer a, gconstpointer b)
{
    const gunichar *x = *(gunichar *const *)a, *y = *(gunichar *const *)b;

    while (*x && *x == *y) {
        x++;
        y++;
    }
    return *x < *y ? -1 : *x > *y;
}

/* Stands for any word that says "number", in phrases that isr_phrases_labels() made. */
#define NUMBER_WORD 0x01
#define NUMBER_WORDS "(?:no|nos|num|nr|numbers?|refs?|refns?|references?|ids?|idents?|codes?)"

/* The letter at @at of @phrase, which is not its end. */
static void put_letter(GString *out, const gunichar *phrase, guint at)
{
    gunichar c = phrase[at];

    if (c == ' ') {
        g_string_append(out, "[ \\n\\x1f-]{1,2}");
    } else if (c == '-' && at > 0 && phrase[at + 1]) {
        g_string_append(out, "[ -]?");
    } else if (c == '*' && !phrase[at + 1]) {
        g_string_append(out, "[\\p{L}\\p{N}]*");
    } else if (c == NUMBER_WORD) {
        g_string_append(out, NUMBER_WORDS);
    } else {
        if (c < 0x80 && g_ascii_ispunct((char)c))
            g_string_append_c(out, '\\');
        g_string_append_unichar(out, c);
    }
}

/* Phrases @from..@to of @phrases (ordered), which are the same up to @at. */
static void put_phrases(GString *out, gunichar *const *phrases, guint from, guint to, guint at,
                        const char *edge)
{
    const gunichar *first = phrases[from], *last = phrases[to - 1];

    for (; first[at] && first[at] == last[at]; at++)
        put_letter(out, first, at);
    if (!first[at] && !last[at]) {
        if (at > 0 && (g_unichar_isalnum(first[at - 1]) || first[at - 1] == NUMBER_WORD))
            g_string_append(out, edge);
        return;
    }
    g_string_append(out, "(?:");
    while (to > from) { /* longer ones first */
        guint start = to - 1;

        while (start > from && phrases[start - 1][at] == phrases[to - 1][at])
            start--;
        put_phrases(out, phrases, start, to, at, edge);
        to = start;
        if (to > from)
            g_string_append_c(out, '|');
    }
    g_string_append_c(out, ')');
}

char *isr_phrases_expression(const char *list, const char *edge)
{
    g_autofree char *lower = g_utf8_strdown(list, -1);
    g_auto(GStrv) words = g_strsplit(lower, ";", -1);
    g_autoptr(GPtrArray) phrases = g_ptr_array_new_with_free_func(g_free);
    GString *out = g_string_new("(?i:");

    for (char **word = words; *word; word++) {
        if (g_strstrip(*word)[0] == '*') {
            gunichar *open = g_utf8_to_ucs4_fast(*word + 1, -1, NULL);

            put_phrases(out, &open, 0, 1, 0, edge);
            g_string_append_c(out, '|');
            g_free(open);
        } else if (**word) {
            g_ptr_array_add(phrases, g_utf8_to_ucs4_fast(*word, -1, NULL));
        }
    }
    g_ptr_array_sort(phrases, by_letters);
    if (phrases->len > 0) {
        g_string_append(out, ISR_EDGE);
        put_phrases(out, (gunichar *const *)phrases->pdata, 0, phrases->len, 0, edge);
    } else if (out->str[out->len - 1] == '|') {
        g_string_truncate(out, out->len - 1);
    }
    if (g_str_equal(out->str, "(?i:"))
        return g_string_free(out, TRUE);
    return g_string_free(g_string_append_c(out, ')'), FALSE);
}

static gboolean ends_in(const char *text, const char *ending)
{
    gsize length = strlen(text), n = strlen(ending);

    return length > n && g_ascii_strcasecmp(text + length - n, ending) == 0;
}

char *isr_phrases_labels(const char *list)
{
    static const char *const endings[] = {" no",        " num", " number", " ref",
                                          " reference", " id",  " nr",     NULL};
    g_auto(GStrv) phrases = g_strsplit(list, ";", -1);
    GString *out = g_string_new(NULL);

    for (char **phrase = phrases; *phrase; phrase++) {
        const char *text = g_strstrip(*phrase);
        gsize length = strlen(text);
        gboolean numbered = FALSE;

        g_string_append_c(out, ';');
        for (const char *const *ending = endings; *ending; ending++) {
            if (numbered || !ends_in(text, *ending))
                continue;
            length -= strlen(*ending);
            numbered = TRUE;
        }
        g_string_append_len(out, text, (gssize)length);
        if (numbered)
            g_string_append_printf(out, " %c", NUMBER_WORD);
    }
    return g_string_free(out, FALSE);
}
