/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts the gold into marked sentences and the sentences between them. */
#include "sentence.h"

#include <string.h>

/* A sentence is gone when this part of its words, identifiers aside, is gone. */
#define MOST(words) ((words) - (words) / 5)
/* An unmarked one with fewer words besides identifiers is a label or a name. */
#define LEAST_WORDS 2

typedef struct {
    const IsrCollation *collation;
    const IsrProfile *profile;
    guint number; /* of the block */
    const IsrGoldBlock *block;
    GPtrArray *sentences;
} Cutter;

static void free_sentence(gpointer data)
{
    IsrSentence *sentence = data;

    g_free(sentence->text);
    g_free(sentence);
}

gboolean isr_sentence_is_due(const IsrGoldSpan *span, const IsrProfile *profile)
{
    IsrCategory category;
    IsrRole role;

    return span->whose && isr_category_for_id(span->category, &category) &&
           isr_role_for_id(span->whose, &role) &&
           isr_profile_action(profile, category, role) != ISR_ACTION_KEEP;
}

static gboolean overlap(IsrRange one, IsrRange other)
{
    return one.start < other.end && other.start < one.end;
}

/* TRUE if the word at @range of the block is part of an identifier. */
static gboolean is_identifier(const IsrGoldBlock *block, IsrRange range)
{
    for (guint i = 0; i < block->spans->len; i++) {
        const IsrGoldSpan *span = block->spans->pdata[i];

        if (!span->whose && overlap(range, span->range))
            return TRUE;
    }
    return FALSE;
}

/* Counts the words at @range, @identifiers among them or not, and those of them that are gone. */
static guint count_words(const Cutter *cutter, IsrRange range, gboolean identifiers, guint *gone)
{
    IsrRange words = isr_collation_words(cutter->collation, cutter->number, range);
    guint count = 0;

    *gone = 0;
    for (gsize i = words.start; i < words.end; i++) {
        IsrRange at = isr_collation_word(cutter->collation, i)->range;

        if (!identifiers && is_identifier(cutter->block, at))
            continue;
        count++;
        *gone += isr_collation_is_lost(cutter->collation, i);
    }
    return count;
}

static void add_sentence(Cutter *cutter, IsrRange range, const IsrGoldSpan *span)
{
    guint gone, words = count_words(cutter, range, FALSE, &gone);

    if (!span && words < LEAST_WORDS)
        return;
    if (words == 0)
        words = count_words(cutter, range, TRUE, &gone);
    IsrSentence *sentence = g_new0(IsrSentence, 1);

    sentence->span = span;
    sentence->due = span && isr_sentence_is_due(span, cutter->profile);
    sentence->gone = words > 0 && gone >= MOST(words);
    sentence->text = g_strndup(cutter->block->text->str + range.start, range.end - range.start);
    g_ptr_array_add(cutter->sentences, sentence);
}

/* TRUE if the full stop at @at ends no sentence: "Dr. Bell", "J. Bell". */
static gboolean is_abbreviation(const char *text, gsize start, gsize at)
{
    static const char *const SHORT[] = {"Mr", "Mrs", "Ms",  "Dr", "St", "Rev",  "Prof",
                                        "no", "e.g", "i.e", "p",  "pp", "Cllr", "approx",
                                        "vs", "Hon", "Sgt", "Fr", "Sr", "ref",  NULL};
    gsize begin = at;

    while (begin > start && text[begin - 1] != ' ' && text[begin - 1] != '(')
        begin--;
    g_autofree char *word = g_strndup(text + begin, at - begin);

    return strlen(word) <= 1 || g_strv_contains(SHORT, word);
}

/* TRUE if a sentence ends with the byte at @at of @text, before @end. */
static gboolean ends_at(const char *text, gsize start, gsize at, gsize end)
{
    if (text[at] == ISR_CELL_BREAK || text[at] == '\n')
        return TRUE;
    if (!strchr(".!?", text[at]) || (text[at] == '.' && is_abbreviation(text, start, at)))
        return FALSE;
    gsize next = at + 1 + strspn(text + at + 1, "\"')");

    return next >= end || text[next] == ' ' || text[next] == ISR_CELL_BREAK;
}

/* Adds the sentences of the unmarked text at @range. */
static void add_between(Cutter *cutter, IsrRange range)
{
    const char *text = cutter->block->text->str;
    gsize start = range.start;

    for (gsize i = range.start; i < range.end; i++) {
        if (!ends_at(text, start, i, range.end))
            continue;
        add_sentence(cutter, (IsrRange){start, i + 1}, NULL);
        start = i + 1;
    }
    if (start < range.end)
        add_sentence(cutter, (IsrRange){start, range.end}, NULL);
}

static void cut_block(Cutter *cutter)
{
    gsize start = 0;

    for (guint i = 0; i < cutter->block->spans->len; i++) {
        const IsrGoldSpan *span = cutter->block->spans->pdata[i];

        if (!span->whose)
            continue;
        if (span->range.start > start)
            add_between(cutter, (IsrRange){start, span->range.start});
        add_sentence(cutter, span->range, span);
        start = MAX(start, span->range.end);
    }
    if (start < cutter->block->text->len)
        add_between(cutter, (IsrRange){start, cutter->block->text->len});
}

GPtrArray *isr_sentences(const IsrCollation *collation, const IsrProfile *profile)
{
    Cutter cutter = {.collation = collation, .profile = profile};

    cutter.sentences = g_ptr_array_new_with_free_func(free_sentence);
    for (guint i = 0; i < collation->gold->blocks->len; i++) {
        cutter.number = i;
        cutter.block = collation->gold->blocks->pdata[i];
        cut_block(&cutter);
    }
    return cutter.sentences;
}
