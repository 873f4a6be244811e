/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A collation: the gold's words laid beside those of another text of the same document (its copy,
 * or what a walk of it says), so that each word knows whether it kept its place. */
#pragma once

#include "gold.h"
#include "sequence.h"

typedef struct {
    const IsrGold *gold; /* borrowed */
    GArray *words;       /* of IsrSequenceWord: the gold's, each range in its block's text */
    GArray *other;       /* of IsrSequenceWord */
    GArray *firsts; /* of guint: the number of each block's first word, and one past the last */
} IsrCollation;

/* Lays @copy beside @gold; marks such as [NAME] are no words of it. */
IsrCollation *isr_collate(const IsrGold *gold, const char *copy);
/* The same with words that were cut already; takes @other. */
IsrCollation *isr_collate_words(const IsrGold *gold, GArray *other);
void isr_collation_free(IsrCollation *collation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCollation, isr_collation_free)

/* The words that touch @range of the gold's @block, as a range of numbers of words. */
IsrRange isr_collation_words(const IsrCollation *collation, guint block, IsrRange range);

/* The gold's word. Borrowed. */
const IsrSequenceWord *isr_collation_word(const IsrCollation *collation, gsize word);
/* TRUE if it belongs to an identifier or to a sensitive sentence. */
gboolean isr_collation_is_marked(const IsrCollation *collation, gsize word);
/* TRUE if it did not keep its place. */
gboolean isr_collation_is_lost(const IsrCollation *collation, gsize word);
/* TRUE if it kept its place, or a rest of it that says something stands there. */
gboolean isr_collation_stands(const IsrCollation *collation, gsize word);

/* Words @first up to @last with a few around them: "was seen by <Ann Bell> on"; g_free() it. */
char *isr_collation_context(const IsrCollation *collation, gsize first, gsize last);
