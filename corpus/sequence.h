/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sequence of words: a text cut into letters-and-digits, and which of two texts' words are the
 * same ones. */
#pragma once

#include <isredact/block.h>

typedef struct {
    char *text;     /* owned by the array */
    guint hash;     /* of the text */
    IsrRange range; /* in the text it was cut from */
    gboolean label; /* a mark such as [NAME] or [SISTER 2] */
    guint weight;   /* how much it is worth to keep it in its place */
    gint partner;   /* the same word of the other text, or -1 */
} IsrSequenceWord;

/* An empty GArray of IsrSequenceWord. */
GArray *isr_sequence_new(void);

/* Cuts @length bytes of @text: appends to @words, ranges moved by @base. With
 * @labels, marks in square brackets are one word each. */
void isr_sequence_cut(GArray *words, const char *text, gsize length, gsize base, gboolean labels);

/* Sets the partners so that their order is the same in both and their weight (that of @one's
 * words) the greatest that there can be. */
void isr_sequence_align(GArray *one, GArray *other);
