/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks up the word with the one before it, with the one behind it and with the two behind it. */
#include "setphrase.h"

#include <string.h>

#define MOST_BYTES 64

static gboolean is_letter(char c)
{
    return g_ascii_isalnum(c) || (guchar)c >= 0x80;
}

/* Past a possessive and the space or hyphen behind the word that ends at @end; @end if anything
 * else stands there. */
static gsize next_word(const char *text, gsize length, gsize end)
{
    gsize at = end;

    if (at + 1 < length && text[at] == '\'' && g_ascii_tolower(text[at + 1]) == 's')
        at += 2;
    if (at + 1 < length && (text[at] == ' ' || text[at] == '-') && is_letter(text[at + 1]))
        return at + 1;
    return end;
}

static gsize word_end(const char *text, gsize length, gsize at)
{
    while (at < length && is_letter(text[at]))
        at++;
    return at;
}

/* The word before @start, over one space or hyphen; its length, 0 if there is none. */
static gsize word_before(const char *text, gsize start, const char **word)
{
    gsize end = start, at;

    if (start < 2 || (text[start - 1] != ' ' && text[start - 1] != '-'))
        return 0;
    end = start - 1;
    if (end > 2 && text[end - 2] == '\'' && g_ascii_tolower(text[end - 1]) == 's')
        end -= 2;
    for (at = end; at > 0 && is_letter(text[at - 1]);)
        at--;
    *word = text + at;
    return end - at;
}

/* Appends a space and @word to @phrase; FALSE if it grows too long. */
static gboolean append(char *phrase, gsize *used, const char *word, gsize length)
{
    if (*used + length + 1 >= MOST_BYTES)
        return FALSE;
    if (*used > 0)
        phrase[(*used)++] = ' ';
    memcpy(phrase + *used, word, length);
    *used += length;
    return TRUE;
}

static gboolean is_phrase(const IsrLists *lists, const char *phrase, gsize length)
{
    return isr_lists_has(lists, "set-phrases", phrase, (gssize)length);
}

gboolean isr_set_phrase_at(const IsrLists *lists, const char *text, gsize length, gsize start,
                           gsize end)
{
    char phrase[MOST_BYTES];
    const char *before;
    gsize used = 0, n = word_before(text, start, &before);

    if (n > 0 && isr_lists_has(lists, "thing-leads", before, (gssize)n))
        return TRUE;
    if (n > 0 && append(phrase, &used, before, n) &&
        append(phrase, &used, text + start, end - start) && is_phrase(lists, phrase, used))
        return TRUE;
    used = 0;
    if (!append(phrase, &used, text + start, end - start))
        return FALSE;
    for (guint words = 0; words < 2; words++) {
        gsize next = next_word(text, length, end);

        if (next == end)
            return FALSE;
        end = word_end(text, length, next);
        if (!append(phrase, &used, text + next, end - next))
            return FALSE;
        if (is_phrase(lists, phrase, used))
            return TRUE;
    }
    return FALSE;
}
