/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word lists: patterns/lists/NAME.txt, one entry a line, '#' begins a comment. */
#pragma once

#include <glib.h>

typedef struct IsrLists IsrLists;

/* Loads every list in @folder. Errors: RULES. Free with isr_lists_free() (accepts NULL). */
IsrLists *isr_lists_load(const char *folder, GError **error);
void isr_lists_free(IsrLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLists, isr_lists_free)

/* TRUE if @list holds @entry; entries are compared in lower case, accents kept as they are and
 * folded alike. FALSE too if there is no such list. */
gboolean isr_lists_has(const IsrLists *lists, const char *list, const char *entry, gssize length);
