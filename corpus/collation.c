/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays two texts side by side, word by word. */
#include "collation.h"

#include <string.h>

/* A word outside all spans is worth more than one inside, so that where either could have stayed
 * it is the ordinary one. */
#define WEIGHT_OUTSIDE 3
#define WEIGHT_INSIDE 2
/* Words of context on each side. */
#define CONTEXT 4
/* A rest of a word shorter than this says nothing. */
#define REST_BYTES 2

static gboolean overlap(IsrRange one, IsrRange other)
{
    return one.start < other.end && other.start < one.end;
}

static gboolean is_within_span(const GPtrArray *spans, IsrRange range)
{
    for (guint i = 0; i < spans->len; i++) {
        const IsrGoldSpan *span = spans->pdata[i];

        if (overlap(range, span->range))
            return TRUE;
    }
    return FALSE;
}

static void cut_block(GArray *words, const IsrGoldBlock *block)
{
    guint first = words->len;

    isr_sequence_cut(words, block->text->str, block->text->len, 0, FALSE);
    for (guint i = first; i < words->len; i++) {
        IsrSequenceWord *word = &g_array_index(words, IsrSequenceWord, i);

        word->weight = is_within_span(block->spans, word->range) ? WEIGHT_INSIDE : WEIGHT_OUTSIDE;
    }
}

IsrCollation *isr_collate_words(const IsrGold *gold, GArray *other)
{
    IsrCollation *collation = g_new0(IsrCollation, 1);

    collation->gold = gold;
    collation->words = isr_sequence_new();
    collation->other = other;
    collation->firsts = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < gold->blocks->len; i++) {
        g_array_append_val(collation->firsts, collation->words->len);
        cut_block(collation->words, gold->blocks->pdata[i]);
    }
    g_array_append_val(collation->firsts, collation->words->len);
    isr_sequence_align(collation->words, collation->other);
    return collation;
}

IsrCollation *isr_collate(const IsrGold *gold, const char *copy)
{
    GArray *words = isr_sequence_new();

    isr_sequence_cut(words, copy, strlen(copy), 0, TRUE);
    return isr_collate_words(gold, words);
}

void isr_collation_free(IsrCollation *collation)
{
    if (!collation)
        return;
    g_array_unref(collation->words);
    g_array_unref(collation->other);
    g_array_unref(collation->firsts);
    g_free(collation);
}

const IsrSequenceWord *isr_collation_word(const IsrCollation *collation, gsize word)
{
    return &g_array_index(collation->words, IsrSequenceWord, word);
}

IsrRange isr_collation_words(const IsrCollation *collation, guint block, IsrRange range)
{
    gsize last = g_array_index(collation->firsts, guint, block + 1);
    IsrRange words = {g_array_index(collation->firsts, guint, block), 0};

    while (words.start < last &&
           isr_collation_word(collation, words.start)->range.end <= range.start)
        words.start++;
    words.end = words.start;
    while (words.end < last && isr_collation_word(collation, words.end)->range.start < range.end)
        words.end++;
    return words;
}

gboolean isr_collation_is_marked(const IsrCollation *collation, gsize word)
{
    return isr_collation_word(collation, word)->weight == WEIGHT_INSIDE;
}

gboolean isr_collation_is_lost(const IsrCollation *collation, gsize word)
{
    return isr_collation_word(collation, word)->partner < 0;
}

/* The other text's words between the neighbours of @at that kept their places. */
static IsrRange gap_around(const IsrCollation *collation, gsize at)
{
    IsrRange gap = {0, collation->other->len};

    for (gsize i = at; i-- > 0;) {
        if (!isr_collation_is_lost(collation, i)) {
            gap.start = (gsize)isr_collation_word(collation, i)->partner + 1;
            break;
        }
    }
    for (gsize i = at + 1; i < collation->words->len; i++) {
        if (!isr_collation_is_lost(collation, i)) {
            gap.end = (gsize)isr_collation_word(collation, i)->partner;
            break;
        }
    }
    return gap;
}

/* TRUE if a piece of the word, which lost its place, stands where it was. */
static gboolean leaves_rest(const IsrCollation *collation, gsize at)
{
    const char *word = isr_collation_word(collation, at)->text;
    IsrRange gap = gap_around(collation, at);

    for (gsize i = gap.start; i < gap.end; i++) {
        const IsrSequenceWord *rest = &g_array_index(collation->other, IsrSequenceWord, i);

        if (!rest->label && strlen(rest->text) >= REST_BYTES &&
            (strstr(word, rest->text) || (strlen(word) >= REST_BYTES && strstr(rest->text, word))))
            return TRUE;
    }
    return FALSE;
}

gboolean isr_collation_stands(const IsrCollation *collation, gsize word)
{
    return !isr_collation_is_lost(collation, word) || leaves_rest(collation, word);
}

char *isr_collation_context(const IsrCollation *collation, gsize first, gsize last)
{
    GString *text = g_string_new(NULL);
    gsize from = first > CONTEXT ? first - CONTEXT : 0;
    gsize to = MIN(last + CONTEXT, collation->words->len);

    for (gsize i = from; i < to; i++) {
        g_string_append(text, i == first ? "<" : "");
        g_string_append(text, isr_collation_word(collation, i)->text);
        g_string_append(text, i + 1 == last ? "> " : " ");
    }
    return g_string_free(text, FALSE);
}
