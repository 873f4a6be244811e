/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a postal address: flats, house numbers, streets, houses with a name, towns. Each
 * function reads one part from word @at on and returns the word after it, @at if none is there. */
#pragma once

#include "words.h"

/* "22", "18a", "14-16", "3/2": at most four digits and a letter. */
guint isr_street_number(Words *words, guint at);

/* TRUE if word @at is "the", which begins streets without a word for one: "12 The Ridgeway". */
gboolean isr_street_is_the(Words *words, guint at);

/* "Flat 4", "Plot 9", "flat 2/1", "Top Flat", "1st Floor", "PO Box 12", "narrowboat Wren". @home is
 * set when it is somebody's home without more. */
guint isr_street_unit(Words *words, guint at, gboolean *home);

/* "Tanner Row", "Heol y Bont", in small letters "tallow street". @sure is set when the last word
 * names streets and nothing else. @numbered: a house number stands before it. */
guint isr_street_name(Words *words, guint at, gboolean numbered, gboolean *sure);

/* "Rose Cottage", "The Old Bakery", "Tŷ Uchaf": a house with a name. @sure is set when it can be
 * nothing else. */
guint isr_street_house(Words *words, guint at, gboolean *sure);

/* A town or part of one: a few capitalised words, none of which is barred. @known is set when the
 * lists have it. */
guint isr_street_town(Words *words, guint at, gboolean *known);

/* In small letters behind a comma: a word that is no English and nobody's name. */
guint isr_street_small_town(Words *words, guint at);

/* TRUE if words @at and the next are a postcode. */
gboolean isr_street_postcode(Words *words, guint at);
