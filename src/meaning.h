/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Meaning: what the words on each side of a name mean (vectors.h), over all places where the name
 * stands: of each number the mean and the greatest. So a word that no lesson has counts as those
 * do that are used alike. */
#pragma once

#include <isredact/cue.h>

#include "vectors.h"

typedef struct Meaning Meaning;

/* Of no place so far; @vectors must outlive it. Free with isr_meaning_free() (accepts NULL). */
Meaning *isr_meaning_new(const IsrVectors *vectors);
void isr_meaning_free(Meaning *meaning);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Meaning, isr_meaning_free)

/* Counts a place: what the @n tokens around the name @at mean, the nearer the more. */
void isr_meaning_read(Meaning *meaning, const IsrCueToken *tokens, guint n, guint at);
/* Counts all places of @other, which has the same vectors. */
void isr_meaning_join(Meaning *meaning, const Meaning *other);
/* Adds to @traits (of Trait, bearing.h) what all places come to. */
void isr_meaning_put(const Meaning *meaning, GArray *traits);
