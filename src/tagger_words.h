/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that the tagger read before, by their fingerprints, with their traits. */
#pragma once

#include "tagger_traits.h"

typedef struct TaggerWords TaggerWords;

/* Knows none yet, and never more than a few thousand, of @model (borrowed). Not shared between
 * threads. Free with isr_tagger_words_free() (accepts NULL). */
TaggerWords *isr_tagger_words_new(const Model *model);
void isr_tagger_words_free(TaggerWords *words);

/* As isr_trait_read(), which is asked for words that are not known. */
void isr_tagger_words_read(TaggerWords *words, const char *text, gsize length, Trait *trait);
