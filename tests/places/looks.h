/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader sees of a DOCX document, in a form that can be compared: every piece of text with
 * the formatting of its run and paragraph, past all wrappers. What every copy drops by policy
 * (comments, tracked deletions, field codes, revision ids) is left out. */
#pragma once

#include <glib.h>

typedef struct {
    GPtrArray *pieces; /* of char *: text and look of each letter's run, run by run */
    GPtrArray *words;  /* of char *: the words of all stories, in order */
} Looks;

/* Free with looks_free(). */
Looks *looks_of_docx(GBytes *file);
void looks_free(Looks *looks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Looks, looks_free)

/* The number of the first piece in which the two differ, or -1. */
gint looks_differ(const Looks *one, const Looks *other);

/* How many words of @source are, in order, in @copy. */
guint looks_words_kept(const Looks *source, const Looks *copy);
