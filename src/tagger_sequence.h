/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sequences of a reading that are tagged one at a time: sentences, lines and cells, each with
 * the label or column head that stands before it as context. */
#pragma once

#include <isredact/reading.h>

#include "tagger_features.h"
#include "tagger_tokens.h"
#include "tagger_words.h"

/* Tokens of one sequence at most; a longer one is cut. */
#define SEQUENCE_MOST 400
/* Tokens of context at most; a longer label is none. */
#define CONTEXT_MOST 6

typedef struct {
    const Token *tokens; /* places in the reading; @n of them */
    guint n;
    guint64 print; /* fingerprint of its tokens and their context: all that the tagger reads */
    Trait *traits; /* of the tokens, with context and margins before and margins after */
    const guint16 *lines; /* as isr_features_lines() says */
} Sequence;

typedef struct Sequences Sequences;

/* Cuts @reading (borrowed, as @model and its @known words are); free with isr_sequences_free()
 * (accepts NULL). */
Sequences *isr_sequences_new(const Model *model, TaggerWords *known, const IsrReading *reading);
void isr_sequences_free(Sequences *sequences);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sequences, isr_sequences_free)

/* Cuts the next sequence, borrowed until the next call; its traits are not read yet. FALSE at the
 * end. */
gboolean isr_sequences_next(Sequences *sequences, Sequence *sequence);

/* Reads the traits of @sequence, which was cut last, and its lines. */
void isr_sequences_read(Sequences *sequences, Sequence *sequence);
