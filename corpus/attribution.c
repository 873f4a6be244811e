/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record says where it found something by block and bytes. Walks the document for the text of
 * the blocks and lays it beside the gold, word by word. */
#include "attribution.h"
#include "sequence.h"

#include <isredact/format.h>

#include <string.h>

/* The walked text: its words in order, ranges counted over all blocks. */
typedef struct {
    GArray *words;  /* of IsrSequenceWord */
    GArray *starts; /* of gsize: where each block begins */
    gsize length;
} Walked;

static gboolean take_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Walked *walked = self;

    (void)edits;
    (void)error;
    g_array_append_val(walked->starts, walked->length);
    isr_sequence_cut(walked->words, block->text->str, block->text->len, walked->length, FALSE);
    walked->length += block->text->len + 1;
    return TRUE;
}

static gboolean walk_document(Walked *walked, const IsrRecord *record, IsrInput *input,
                              GError **error)
{
    const IsrFormat *format = isr_format_for(input, error);
    IsrWalk walk = {
        .input = input,
        .keep = &record->profile->keep,
        .visitor = {.self = walked, .block = take_block},
    };

    return format && format->walk(&walk, error);
}

/* For each walked word the role that the record gives it, or ISR_N_ROLES. */
static GArray *roles_of_words(const Walked *walked, const IsrRecord *record)
{
    GArray *roles = g_array_new(FALSE, FALSE, sizeof(IsrRole));
    guint nth = 0;

    for (guint i = 0; i < walked->words->len; i++) {
        const IsrSequenceWord *word = &g_array_index(walked->words, IsrSequenceWord, i);
        IsrRole role = ISR_N_ROLES;

        for (; nth < record->outcomes->len; nth++) {
            const IsrOutcome *outcome = record->outcomes->pdata[nth];
            gsize base = g_array_index(walked->starts, gsize, outcome->finding.block);

            if (base + outcome->finding.range.end <= word->range.start)
                continue;
            if (base + outcome->finding.range.start < word->range.end)
                role = outcome->finding.role;
            break;
        }
        g_array_append_val(roles, role);
    }
    return roles;
}

/* The role of the first word of @range that has one. */
static IsrRole role_within(const GArray *gold_words, const GArray *roles, IsrRange range)
{
    for (guint i = 0; i < gold_words->len; i++) {
        const IsrSequenceWord *word = &g_array_index(gold_words, IsrSequenceWord, i);

        if (word->range.start >= range.end || word->range.end <= range.start || word->partner < 0)
            continue;
        IsrRole role = g_array_index(roles, IsrRole, word->partner);

        if (role != ISR_N_ROLES)
            return role;
    }
    return ISR_N_ROLES;
}

static GArray *cut_gold(const IsrGold *gold)
{
    GArray *words = isr_sequence_new();
    gsize base = 0;

    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];

        isr_sequence_cut(words, block->text->str, block->text->len, base, FALSE);
        base += block->text->len + 1;
    }
    return words;
}

static GArray *attribute(const IsrGold *gold, const GArray *gold_words, const GArray *roles)
{
    GArray *attributions = g_array_new(FALSE, FALSE, sizeof(IsrAttribution));
    gsize base = 0;

    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];

        for (guint j = 0; j < block->spans->len; j++) {
            const IsrGoldSpan *span = block->spans->pdata[j];
            IsrRange range = {base + span->range.start, base + span->range.end};

            if (strcmp(span->category, "name") != 0 || !span->person)
                continue;
            IsrAttribution one = {span->person, role_within(gold_words, roles, range)};

            if (one.given != ISR_N_ROLES)
                g_array_append_val(attributions, one);
        }
        base += block->text->len + 1;
    }
    return attributions;
}

GArray *isr_attributions(const IsrGold *gold, const IsrRecord *record, IsrInput *input,
                         GError **error)
{
    g_autoptr(GArray) words = isr_sequence_new();
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    Walked walked = {.words = words, .starts = starts};

    if (!walk_document(&walked, record, input, error))
        return NULL;
    g_autoptr(GArray) roles = roles_of_words(&walked, record);
    g_autoptr(GArray) gold_words = cut_gold(gold);

    isr_sequence_align(gold_words, words);
    return attribute(gold, gold_words, roles);
}
