/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names and their short forms (patterns/nicknames.txt): that Danny can be Daniel, and Bill William,
 * which no letters tell. A line holds a name in all its spellings, a tab, and its short forms. */
#pragma once

#include <glib.h>

typedef struct IsrNicknames IsrNicknames;

/* Reads the file at @path. Errors (RULES) name file and line and say
 * what to do. Free with isr_nicknames_free() (accepts NULL). */
IsrNicknames *isr_nicknames_load(const char *path, GError **error);
void isr_nicknames_free(IsrNicknames *nicknames);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrNicknames, isr_nicknames_free)

/* The names that somebody called @key can be called too: spellings and short forms of it, names
 * that it is short for, and short forms of those that begin as it does. Keys are squeezed.
 * GPtrArray of const char *, borrowed; NULL if there are none. */
const GPtrArray *isr_nicknames_of(const IsrNicknames *nicknames, const char *key);

/* TRUE if @a and @b can be names of one person so. */
gboolean isr_nicknames_are_one(const IsrNicknames *nicknames, const char *a, const char *b);
