/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the copy is to say, as decided: digests of what remains of each block and of its
 * sentences. A format may cut a long text elsewhere in the copy than in the source, for the copy
 * is shorter; its sentences stay what they are. Serves decide.c. */
#pragma once

#include <isredact/block.h>

typedef struct IsrFaithful IsrFaithful;

IsrFaithful *isr_faithful_new(void);
void isr_faithful_free(IsrFaithful *faithful);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrFaithful, isr_faithful_free)

/* Remembers @text: all that remains of a block. */
void isr_faithful_add(IsrFaithful *faithful, const GString *text);

/* TRUE if a whole block was decided to read @text. */
gboolean isr_faithful_has(const IsrFaithful *faithful, const GString *text);

/* The same, said of the blocks of a copy one by one: FALSE also where more of them read @text than
 * were decided to. */
gboolean isr_faithful_meets(IsrFaithful *faithful, const GString *text);

/* A sentence or line of a text, and whether it was decided to read so. */
typedef struct {
    IsrRange range;
    gboolean decided;
} IsrFaithfulSentence;

/* TRUE if every sentence of @text that @range touches was decided to read so. @last, all zero at
 * first, is the one of @text that was looked at last: it may be long and hold thousands of ranges.
 */
gboolean isr_faithful_covers(const IsrFaithful *faithful, const GString *text, IsrRange range,
                             IsrFaithfulSentence *last);

/* TRUE if the letters and digits of @range of @text stand in a row in some decided text: a value
 * that a page cuts in two is there in one. */
gboolean isr_faithful_says(const IsrFaithful *faithful, const GString *text, IsrRange range);

/* TRUE if @range stands in some decided text together with the word before it or that after it in
 * @text: a page may break lines elsewhere, but its words follow each other as they did. */
gboolean isr_faithful_says_beside(const IsrFaithful *faithful, const GString *text, IsrRange range);

/* TRUE if @squeezed, as of isr_squeeze(), stands in some decided text, be it within a word. */
gboolean isr_faithful_has_piece(const IsrFaithful *faithful, const char *squeezed);
