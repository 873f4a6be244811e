/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts texts into words and aligns them by the heaviest common subsequence. */
#include "sequence.h"

#include <string.h>

/* Bytes of the mark "[CAPITALS AND 2 DIGITS]" or "[Removed: what]" at @text, 0 if there is none. A
 * longer number is none of the program's marks but somebody's reference in brackets. */
static gsize label_at(const char *text, gsize length)
{
    guint digits = 0;

    if (length > 9 && strncmp(text, "[Removed:", 9) == 0) {
        const char *close = memchr(text, ']', length);

        return close ? (gsize)(close - text) + 1 : 0;
    }
    if (length < 3 || text[0] != '[' || !g_ascii_isupper(text[1]))
        return 0;
    for (gsize i = 1; i < length; i++) {
        if (text[i] == ']')
            return i + 1;
        digits = g_ascii_isdigit(text[i]) ? digits + 1 : 0;
        if (digits > 3 ||
            !(g_ascii_isupper(text[i]) || g_ascii_isdigit(text[i]) || strchr(" &'-", text[i])))
            return 0;
    }
    return 0;
}

static gsize word_at(const char *text, gsize length)
{
    const char *at = text;

    while (at < text + length) {
        gunichar character = g_utf8_get_char(at);

        if (!g_unichar_isalnum(character) && !g_unichar_ismark(character))
            break;
        at = g_utf8_next_char(at);
    }
    return (gsize)(at - text);
}

static void clear_word(gpointer data)
{
    IsrSequenceWord *word = data;

    g_free(word->text);
}

GArray *isr_sequence_new(void)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(IsrSequenceWord));

    g_array_set_clear_func(words, clear_word);
    return words;
}

void isr_sequence_cut(GArray *words, const char *text, gsize length, gsize base, gboolean labels)
{
    gsize i = 0;

    while (i < length) {
        gsize label = labels ? label_at(text + i, length - i) : 0;
        gsize bytes = label ? label : word_at(text + i, length - i);

        if (bytes == 0) {
            i += (gsize)(g_utf8_next_char(text + i) - (text + i));
            continue;
        }
        IsrSequenceWord cut = {
            .text = g_strndup(text + i, bytes),
            .range = {base + i, base + i + bytes},
            .label = label > 0,
            .weight = 1,
            .partner = -1,
        };

        cut.hash = g_str_hash(cut.text);
        g_array_append_val(words, cut);
        i += bytes;
    }
}

static gboolean is_same(const IsrSequenceWord *one, const IsrSequenceWord *other)
{
    return one->hash == other->hash && strcmp(one->text, other->text) == 0;
}

#define AT(table, row, column, width) (table)[(gsize)(row) * (width) + (column)]

void isr_sequence_align(GArray *one, GArray *other)
{
    gsize width = other->len + 1;
    g_autofree guint32 *best = g_new0(guint32, (one->len + 1) * width);

    /* best[i][j]: the greatest weight from the ith and jth word to the end. */
    for (guint i = one->len; i-- > 0;) {
        const IsrSequenceWord *word = &g_array_index(one, IsrSequenceWord, i);

        for (guint j = other->len; j-- > 0;) {
            const IsrSequenceWord *match = &g_array_index(other, IsrSequenceWord, j);
            guint32 rest = MAX(AT(best, i + 1, j, width), AT(best, i, j + 1, width));

            if (is_same(word, match))
                rest = MAX(rest, AT(best, i + 1, j + 1, width) + word->weight);
            AT(best, i, j, width) = rest;
        }
    }
    for (guint i = 0, j = 0; i < one->len && j < other->len;) {
        IsrSequenceWord *word = &g_array_index(one, IsrSequenceWord, i);
        IsrSequenceWord *match = &g_array_index(other, IsrSequenceWord, j);

        if (is_same(word, match) &&
            AT(best, i, j, width) == AT(best, i + 1, j + 1, width) + word->weight) {
            word->partner = (gint)j++;
            match->partner = (gint)i++;
        } else if (AT(best, i, j, width) == AT(best, i + 1, j, width)) {
            i++;
        } else {
            j++;
        }
    }
}
