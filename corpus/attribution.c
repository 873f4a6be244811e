/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record says where it found something by block and bytes. Walks the document for the text of
 * the blocks and lays it beside the gold, word by word. */
#include "attribution.h"
#include "collation.h"

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

/* For each walked word the finding that takes it, or NULL. */
static GPtrArray *findings_of_words(const Walked *walked, const IsrRecord *record)
{
    GPtrArray *findings = g_ptr_array_new();
    guint nth = 0;

    for (guint i = 0; i < walked->words->len; i++) {
        const IsrSequenceWord *word = &g_array_index(walked->words, IsrSequenceWord, i);
        const IsrFinding *taking = NULL;

        for (; nth < record->outcomes->len; nth++) {
            const IsrOutcome *outcome = record->outcomes->pdata[nth];
            const IsrFinding *finding = &outcome->finding;
            gsize base = g_array_index(walked->starts, gsize, finding->block);

            if (base + finding->range.end <= word->range.start)
                continue;
            if (base + finding->range.start < word->range.end)
                taking = finding;
            break;
        }
        g_ptr_array_add(findings, (gpointer)taking);
    }
    return findings;
}

/* The finding of the first of @words that has one. */
static const IsrFinding *finding_within(const IsrCollation *collation, const GPtrArray *findings,
                                        IsrRange words)
{
    for (gsize i = words.start; i < words.end; i++) {
        gint partner = isr_collation_word(collation, i)->partner;

        if (partner >= 0 && findings->pdata[partner])
            return findings->pdata[partner];
    }
    return NULL;
}

static GArray *attribute(const IsrCollation *collation, const GPtrArray *findings)
{
    const IsrGold *gold = collation->gold;
    GArray *attributions = g_array_new(FALSE, FALSE, sizeof(IsrAttribution));

    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];

        for (guint j = 0; j < block->spans->len; j++) {
            const IsrGoldSpan *span = block->spans->pdata[j];
            IsrRange words = isr_collation_words(collation, i, span->range);
            IsrAttribution one = {span->person, finding_within(collation, findings, words)};

            if (strcmp(span->category, "name") == 0 && span->person)
                g_array_append_val(attributions, one);
        }
    }
    return attributions;
}

GArray *isr_attributions(const IsrGold *gold, const IsrRecord *record, IsrInput *input,
                         GError **error)
{
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    Walked walked = {.words = isr_sequence_new(), .starts = starts};

    if (!walk_document(&walked, record, input, error)) {
        g_array_unref(walked.words);
        return NULL;
    }
    g_autoptr(GPtrArray) findings = findings_of_words(&walked, record);
    g_autoptr(IsrCollation) collation = isr_collate_words(gold, walked.words);

    return attribute(collation, findings);
}
