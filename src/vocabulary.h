/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that were met, with what was found out about them: a record says the same few thousand
 * words again and again, and each is looked up but once. */
#pragma once

#include <isredact/lists.h>

typedef struct {
    guint flags;      /* WordFlags (words.h), 0 until looked up */
    IsrListSet lists; /* that hold it */
} Vocable;

typedef struct IsrVocabulary IsrVocabulary;

IsrVocabulary *isr_vocabulary_new(void);
/* Accepts NULL. */
void isr_vocabulary_free(IsrVocabulary *vocabulary);

/* What is known of the word of @length bytes at @text, letter for letter; empty when it is met for
 * the first time. Borrowed, until the next call. */
Vocable *isr_vocabulary_find(IsrVocabulary *vocabulary, const char *text, gsize length);
