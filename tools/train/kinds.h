/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds of words: "measles" is an illness, "punched" a way of striking. What is learnt of a kind
 * holds for all its words, those too that no lesson has. */
#pragma once

#include <glib.h>

typedef struct {
    GHashTable
        *of; /* word → GArray of guint32: the features of its kinds, and of those above them */
} Kinds;

/* Reads each *.tsv of @folder: kind, kinds above it, words, parted by tabs and spaces; '#' begins a
 * comment. Errors: GIO's. Free with kinds_free() (accepts NULL). */
Kinds *kinds_load(const char *folder, GError **error);
void kinds_free(Kinds *kinds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Kinds, kinds_free)

/* For class_weights_inherit(): the feature of each word → the features of its kinds. Borrows from
 * @kinds; free with g_hash_table_unref(). */
GHashTable *kinds_heirs(const Kinds *kinds);

/* The features of the kinds of the word of @length bytes, each once; NULL if it has none.
 * Borrowed. */
const GArray *kinds_of(const Kinds *kinds, const char *word, gsize length);
