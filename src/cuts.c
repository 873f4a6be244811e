/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of a text, word by word, with a part of the first and the last word cut off. */
#include "cuts.h"

#include <string.h>

/* Words of the longest code or e-mail address. */
#define MOST_WORDS 8
/* Letters of a code that stand in a row. */
#define MOST_LETTERS 4
/* Characters of a word that are tried; what is glued to a value in a longer one is not found. */
#define MOST_CHARACTERS 24

typedef struct {
    const char *text;
    IsrCutFunc cut;
    gpointer self;
    GArray *starts, *ends; /* of gsize: places in the first and the last word */
} Cuts;

static gboolean is_number(const Cuts *cuts, IsrRange word)
{
    return g_unichar_isdigit(g_utf8_get_char(cuts->text + word.start));
}

static glong characters(const Cuts *cuts, IsrRange word)
{
    return g_utf8_strlen(cuts->text + word.start, (gssize)(word.end - word.start));
}

static gboolean is_address(const Cuts *cuts, IsrRange stretch)
{
    return memchr(cuts->text + stretch.start, '@', stretch.end - stretch.start) != NULL;
}

/* Where in @word, the first, a value can begin: the last characters, and the word's own start. */
static void find_starts(Cuts *cuts, IsrRange word, glong most)
{
    const char *at = cuts->text + word.end;

    g_array_set_size(cuts->starts, 0);
    for (glong n = 0; n < most && at > cuts->text + word.start; n++) {
        at = g_utf8_prev_char(at);
        g_array_append_val(cuts->starts, (gsize){(gsize)(at - cuts->text)});
    }
}

/* Where in @word, the last, a value can end. */
static void find_ends(Cuts *cuts, IsrRange word, glong most)
{
    const char *at = cuts->text + word.start;

    g_array_set_size(cuts->ends, 0);
    for (glong n = 0; n < most && at < cuts->text + word.end; n++) {
        at = g_utf8_next_char(at);
        g_array_append_val(cuts->ends, (gsize){(gsize)(at - cuts->text)});
    }
}

static glong most_of(const Cuts *cuts, IsrRange word, gboolean address)
{
    return address || is_number(cuts, word) ? MOST_CHARACTERS : MOST_LETTERS;
}

/* Tries the stretches from @first to @last but the one of whole words. */
static gboolean try_stretch(Cuts *cuts, IsrRange first, IsrRange last)
{
    const gboolean address = is_address(cuts, (IsrRange){first.start, last.end});

    find_starts(cuts, first, most_of(cuts, first, address));
    find_ends(cuts, last, most_of(cuts, last, address));
    for (guint i = 0; i < cuts->starts->len; i++) {
        for (guint k = 0; k < cuts->ends->len; k++) {
            const IsrRange range = {g_array_index(cuts->starts, gsize, i),
                                    g_array_index(cuts->ends, gsize, k)};

            if (range.start < range.end && (range.start > first.start || range.end < last.end) &&
                !cuts->cut(cuts->self, range))
                return FALSE;
        }
    }
    return TRUE;
}

/* Tries the stretches that begin in the word @at. */
static gboolean try_word(Cuts *cuts, const GArray *words, guint at)
{
    const IsrRange first = g_array_index(words, IsrRange, at);
    gboolean digits = FALSE, code = TRUE;

    for (guint i = at; i < words->len && i < at + MOST_WORDS; i++) {
        const IsrRange last = g_array_index(words, IsrRange, i);
        const gboolean address = is_address(cuts, (IsrRange){first.start, last.end});

        digits = digits || is_number(cuts, last);
        if ((address || (digits && code)) && !try_stretch(cuts, first, last))
            return FALSE;
        code = code && (i == at || is_number(cuts, last) || characters(cuts, last) <= MOST_LETTERS);
    }
    return TRUE;
}

gboolean isr_cuts_each(const char *text, const GArray *words, IsrCutFunc cut, gpointer self)
{
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    Cuts cuts = {text, cut, self, starts, ends};

    for (guint i = 0; i < words->len; i++)
        if (!try_word(&cuts, words, i))
            return FALSE;
    return TRUE;
}
