/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands around the names of a block, as words and marks that cues are read from: other
 * names, words for relatives and jobs, organisations, telephone numbers. */
#pragma once

#include <isredact/finding.h>
#include <isredact/patterns.h>

typedef struct Surroundings Surroundings;

/* Of @block and its @findings (ordered by place). Borrows both and @patterns. Free with
 * isr_surroundings_free() (accepts NULL). */
Surroundings *isr_surroundings_new(const IsrPatterns *patterns, const IsrBlock *block,
                                   const GArray *findings);
void isr_surroundings_free(Surroundings *surroundings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Surroundings, isr_surroundings_free)

/* Adds to @found (of const IsrCue *) the cues around @name, one of the findings. */
void isr_surroundings_read(const Surroundings *surroundings, const IsrFinding *name,
                           GPtrArray *found);

/* The words and marks, @n of them, and in @at which of them @name is; NULL if it is none of them
 * (another finding covers it). Borrowed. */
const IsrCueToken *isr_surroundings_tokens(const Surroundings *surroundings, const IsrFinding *name,
                                           guint *n, guint *at);
/* Where the line or cell begins in which @at of the block stands, and how many cells of the row
 * are before it. */
gsize isr_surroundings_line(const Surroundings *surroundings, gsize at);
guint isr_surroundings_column(const Surroundings *surroundings, gsize at);
/* Where the @n-th of them begins in the block. */
gsize isr_surroundings_start(const Surroundings *surroundings, guint n);
