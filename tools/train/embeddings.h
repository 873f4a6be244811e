/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Embeddings: vectors of words as others publish them in text, a word and its numbers on each line,
 * the commonest word first; and the file of vectors made from them. */
#pragma once

#include <glib.h>

/* How a number is written: its mean 0 and deviation 1 lie this many steps apart. */
#define EMBEDDINGS_SCALE 32

/* The file of vectors (src/vectors_model.h) of the first @most words of the embeddings at @path
 * that are in @wanted (a set of plain words) as its bytes: the same each time. Errors: GIO's, or
 * RULES if a line has other numbers than the first. Free with g_byte_array_unref(). */
GByteArray *embeddings_read(const char *path, GHashTable *wanted, guint most, GError **error);
