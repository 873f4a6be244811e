/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tagger's tags become beside the findings of the other detectors. Serves tagger.c. */
#pragma once

#include <isredact/finding.h>
#include <isredact/tagger.h>

#include "words.h"

/* How sure the model must be for what another detector found to go on. */
#define TAGGED_SURE_OF_MORE 0.6

typedef struct {
    Words *words;
    GArray *findings;
    guint others;  /* findings of the other detectors stand before this index */
    GArray *order; /* these by where they begin, made when first asked for; else NULL */
} Tagged;

/* A title, or a word that the lists bar from names. */
static inline gboolean isr_tagged_is_barred(const Word *word)
{
    return (word->flags & (WORD_TITLE | WORD_BARRED)) && !(word->flags & WORD_INITIAL);
}

/* Frees what was made for the search. */
void isr_tagged_clear(Tagged *search);

/* The best finding of another detector that overlaps @range of the block, borrowed; NULL. */
IsrFinding *isr_tagged_other(Tagged *search, IsrRange range);

/* TRUE if @inner lies in @outer. */
gboolean isr_tagged_covers(const IsrRange *outer, const IsrRange *inner);

/* Adds @other over @range as well. */
void isr_tagged_lengthen(Tagged *search, const IsrFinding *other, IsrRange range);

/* Adds the place or body that @tag is, or what of it is missing in another's finding. */
void isr_tagged_take_where(Tagged *search, const IsrTag *tag);

/* Adds the address that @tag is if it begins with the number of a house. */
void isr_tagged_take_address(Tagged *search, const IsrTag *tag);
