/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passages: the sentences of a block as what two documents can have in common. Which words of one
 * are telling is said by the word lists alone, never by what was decided, so that a passage reads
 * alike in a document that hides a name and in one that shows it. */
#pragma once

#include <isredact/patterns.h>
#include <isredact/reading.h>

typedef struct {
    IsrRange range;   /* in the block's text */
    guint64 print;    /* fingerprint of the plain word */
    gboolean telling; /* may say who or what is meant: a number, a name, a word that is no English;
                         an ordinary word otherwise */
    gboolean slight;  /* so short that it says little beside another such word: "of the" */
    gboolean lead; /* stands before the sentence itself: a bullet, when and by whom it was sent */
} IsrPassageWord;

typedef struct {
    IsrRange range;       /* of the sentence itself, in the block's text */
    guint first, n_words; /* its words, leads included, in IsrPassages.words */
} IsrPassage;

typedef struct {
    GArray *words;    /* of IsrPassageWord: each word of the block that its reader sees */
    GArray *passages; /* of IsrPassage, in order: no word belongs to none, none to two */
} IsrPassages;

/* Cuts @block as the reader of the copy sees it; free with isr_passages_free() (accepts NULL). */
IsrPassages *isr_passages_new(const IsrBlock *block, const IsrPatterns *patterns);
void isr_passages_free(IsrPassages *passages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPassages, isr_passages_free)

/* The @n-th word of @passage. Borrowed. */
const IsrPassageWord *isr_passage_word(const IsrPassages *passages, const IsrPassage *passage,
                                       guint n);
