/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences: which of the gold's sentences are gone from a copy, those that the purpose's profile
 * removes and all others. */
#pragma once

#include "collation.h"

#include <isredact/profile.h>

typedef struct {
    const IsrGoldSpan *span; /* of a marked one, borrowed from the gold; NULL for others */
    gboolean due;            /* the profile removes it */
    gboolean gone;           /* most of its words */
    char *text;
} IsrSentence;

/* GPtrArray of IsrSentence, in order. Of the unmarked text, sentences and cells with fewer than
 * two words that are no identifiers are left out. */
GPtrArray *isr_sentences(const IsrCollation *collation, const IsrProfile *profile);

/* TRUE if @profile removes the marked sentence @span. */
gboolean isr_sentence_is_due(const IsrGoldSpan *span, const IsrProfile *profile);
