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

/* Gives the walked words the findings of sensitive sentences, or those of identifiers, which
 * stand in them. */
static void mark_words(const Walked *walked, const IsrRecord *record, gboolean sentences,
                       GPtrArray *findings)
{
    guint word = 0;

    for (guint i = 0; i < record->outcomes->len; i++) {
        const IsrOutcome *outcome = record->outcomes->pdata[i];
        const IsrFinding *finding = &outcome->finding;
        gsize base = g_array_index(walked->starts, gsize, finding->block);

        if (isr_category_is_topic(finding->category) != sentences)
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

/* For each of the gold's words what takes its partner among the walked words. */
static GPtrArray *carry_over(const IsrCollation *collation, const GPtrArray *findings)
{
    GPtrArray *takings = g_ptr_array_new();

    for (guint i = 0; i < collation->words->len; i++) {
        gint partner = isr_collation_word(collation, i)->partner;

        g_ptr_array_add(takings, partner < 0 ? NULL : findings->pdata[partner]);
    }
    return takings;
}

GPtrArray *isr_takings(const IsrGold *gold, const IsrRecord *record, IsrInput *input,
                       GError **error)
{
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    Walked walked = {.words = isr_sequence_new(), .starts = starts};

    if (!walk_document(&walked, record, input, error)) {
        g_array_unref(walked.words);
        return NULL;
    }
    g_autoptr(GPtrArray) findings = g_ptr_array_new();

    g_ptr_array_set_size(findings, (gint)walked.words->len);
    mark_words(&walked, record, TRUE, findings);
    mark_words(&walked, record, FALSE, findings);
    g_autoptr(IsrCollation) collation = isr_collate_words(gold, walked.words);

    return carry_over(collation, findings);
}
