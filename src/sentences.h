/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sentences of a text, as far as what stands on paper tells: what ends in a full stop, an item
 * of a list, a cell, a line that stands for itself, a message of a chat without its sender. */
#pragma once

#include <isredact/block.h>
#include <isredact/lists.h>

typedef struct {
    IsrRange range;    /* without the space, bullet or number around it */
    guint cell;        /* which cell of a row it stands in, from 0 */
    gboolean whole;    /* all of its cell, or of its line */
    gboolean finished; /* ends in a full stop or the like */
} IsrSentence;

/* Appends the sentences of @text (as a reading gives it) as IsrSentence, in order. The list
 * "abbreviations" of @lists says after which words a full stop ends nothing. */
void isr_sentences_find(const GString *text, const IsrLists *lists, GArray *sentences);
