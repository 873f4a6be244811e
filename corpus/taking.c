/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record says where it found something by block and bytes. Walks the document for the text of
 * the blocks and lays it beside the gold, word by word. */
#include "taking.h"
#include "collation.h"

#include <isredact/format.h>

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

/* Which outcomes are asked about. */
typedef gboolean (*Asked)(const IsrOutcome *outcome);

static gboolean is_sentence(const IsrOutcome *outcome)
{
    return isr_category_is_topic(outcome->finding.category);
}

static gboolean is_identifier(const IsrOutcome *outcome)
{
    return !is_sentence(outcome);
}

static gboolean is_removed_sentence(const IsrOutcome *outcome)
{
    return is_sentence(outcome) && outcome->done != ISR_ACTION_KEEP;
}

static gboolean is_removed_identifier(const IsrOutcome *outcome)
{
    return is_identifier(outcome) && outcome->done != ISR_ACTION_KEEP;
}

/* Gives the walked words the findings of the outcomes that are asked about. */
static void mark_words(const Walked *walked, const IsrRecord *record, Asked asked,
                       GPtrArray *findings)
{
    guint word = 0;

    for (guint i = 0; i < record->outcomes->len; i++) {
        const IsrOutcome *outcome = record->outcomes->pdata[i];
        const IsrFinding *finding = &outcome->finding;
        gsize base = g_array_index(walked->starts, gsize, finding->block);

        if (!asked(outcome))
            continue;
        for (; word < walked->words->len; word++) {
            IsrRange range = g_array_index(walked->words, IsrSequenceWord, word).range;

            if (range.start >= base + finding->range.end)
                break;
            if (range.end > base + finding->range.start)
                findings->pdata[word] = (gpointer)finding;
        }
    }
}

/* For each of the gold's words what is said of its partner among the walked words, by outcomes
 * of the @last kind or else of the @first. */
static GPtrArray *findings_of(const Walked *walked, const IsrCollation *collation,
                              const IsrRecord *record, Asked first, Asked last)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new();
    GPtrArray *of_words = g_ptr_array_new();

    g_ptr_array_set_size(findings, (gint)walked->words->len);
    mark_words(walked, record, first, findings);
    mark_words(walked, record, last, findings);
    for (guint i = 0; i < collation->words->len; i++) {
        gint partner = isr_collation_word(collation, i)->partner;

        g_ptr_array_add(of_words, partner < 0 ? NULL : findings->pdata[partner]);
    }
    return of_words;
}

IsrTakings *isr_takings_new(const IsrGold *gold, const IsrRecord *record, IsrInput *input,
                            GError **error)
{
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    Walked walked = {.words = isr_sequence_new(), .starts = starts};

    if (!walk_document(&walked, record, input, error)) {
        g_array_unref(walked.words);
        return NULL;
    }
    g_autoptr(IsrCollation) collation = isr_collate_words(gold, walked.words);
    IsrTakings *takings = g_new0(IsrTakings, 1);

    takings->found = findings_of(&walked, collation, record, is_sentence, is_identifier);
    takings->removed =
        findings_of(&walked, collation, record, is_removed_identifier, is_removed_sentence);
    return takings;
}

void isr_takings_free(IsrTakings *takings)
{
    if (!takings)
        return;
    g_ptr_array_unref(takings->found);
    g_ptr_array_unref(takings->removed);
    g_free(takings);
}

const IsrFinding *isr_takings_first(const GPtrArray *findings, IsrRange words)
{
    for (gsize i = words.start; i < words.end; i++) {
        if (findings->pdata[i])
            return findings->pdata[i];
    }
    return NULL;
}
