/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vectors of words: what a word means as a row of numbers, learnt by others from much text. Words
 * that are used alike have numbers alike, those too that no lesson of this project has. Their file
 * is docs/model.md's: data, mapped, never written to. */
#pragma once

#include <glib.h>

/* Numbers of a word at most. */
#define ISR_VECTORS_MOST_DIMENSIONS 512

typedef struct IsrVectors IsrVectors;

/* Maps the file at @path. Errors: RULES; the sentence says what to do. Free with
 * isr_vectors_free() (accepts NULL). */
IsrVectors *isr_vectors_open(const char *path, GError **error);
/* The same for a file in memory, which must outlive the vectors. @name is for messages. */
IsrVectors *isr_vectors_read(const guint8 *bytes, gsize length, const char *name, GError **error);
void isr_vectors_free(IsrVectors *vectors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrVectors, isr_vectors_free)

/* The checksum that tells these vectors from others. */
guint64 isr_vectors_checksum(const IsrVectors *vectors);
/* How many numbers a word has. */
guint isr_vectors_dimensions(const IsrVectors *vectors);
/* A number is its byte divided by this. Over all words each number has mean 0 and deviation 1. */
float isr_vectors_scale(const IsrVectors *vectors);

/* The numbers of the plain word (as of IsrTokens) of @length bytes; NULL if it has none.
 * Borrowed. */
const gint8 *isr_vectors_find(const IsrVectors *vectors, const char *word, gsize length);
/* The cosine of the angle between two rows of @vectors: 1 for words used alike, about 0 for words
 * that have nothing to do with each other. */
float isr_vectors_likeness(const IsrVectors *vectors, const gint8 *one, const gint8 *other);
