/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sketch: makes the imprint of a document from its words, as they come. */
#pragma once

#include "imprint.h"
#include "passage.h"

typedef struct IsrSketch IsrSketch;

/* @secret: ISR_SIPHASH_KEY_BYTES bytes, copied, wiped when it is freed. Which marks are taken does
 * not depend on it. */
IsrSketch *isr_sketch_new(const guint8 *secret);
/* Accepts NULL. */
void isr_sketch_free(IsrSketch *sketch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrSketch, isr_sketch_free)

/* The next word of the sentence in hand, what the copy shows of it, and of what kind it is if that
 * is not all. */
void isr_sketch_word(IsrSketch *sketch, const IsrPassageWord *word, IsrShown shown,
                     IsrCategory category);
/* The sentence in hand ends; @gone: as a whole it is not in the copy, for it spoke of @matter. */
void isr_sketch_end(IsrSketch *sketch, gboolean gone, IsrCategory matter);

/* The text of the imprint (isr_imprint_text()) of all sentences that have ended. Nothing may be
 * added afterwards. Free with g_free(). */
char *isr_sketch_imprint(IsrSketch *sketch);
