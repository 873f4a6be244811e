/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * More sentences from those that are there: with names of other origins, with other places and
 * bodies, in lower case and in capitals. */
#pragma once

#include "corpus.h"
#include "stock.h"

/* Appends to @corpus a copy of each of its sentences that names people, the people renamed, and
 * of each that names places or bodies, those renamed. */
void augment_names(GPtrArray *corpus, const Stock *stock, Chance *chance);

/* Appends to @corpus @copies copies of each sentence of @records, people, places and bodies
 * renamed: bodies and places in every other one, people in the first by names that are words or
 * places too. */
void augment_records(GPtrArray *corpus, const GPtrArray *records, guint copies, const Stock *stock,
                     Chance *chance);

/* Appends copies of some of its sentences in lower case and in capitals. */
void augment_case(GPtrArray *corpus, Chance *chance);

/* The words of a person's name, as they may stand in a record: surnames doubled, a letter
 * mistyped. Appends them to @words and their labels to @labels. */
void augment_write_name(const char *name, guint8 *label, GPtrArray *words, GByteArray *labels);
/* A misspelling of @name, or a copy; free with g_free(). */
char *augment_mistype(const char *name, Chance *chance);
