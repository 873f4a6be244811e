/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of word lists: which files there are, and the entries of one. Serves lists.c and
 * listtable.c. */
#pragma once

#include <gio/gio.h>

#include <isredact/lists.h>

typedef struct {
    char *name;       /* "words" */
    GMappedFile *map; /* words.txt */
} ListText;

/* An entry, folded; @level 0: it has none. @entry lives for the call alone. */
typedef void ListEntryFunc(guint64 fingerprint, guint level, gpointer data);

/* The name of the list with number @id, below ISR_N_KNOWN_LISTS; NULL if no list has the number. */
const char *isr_list_name(guint id);

/* Every list in @folder, the known ones at their numbers (@map is NULL where the file is missing),
 * then the others by name. Errors: RULES. */
GArray *isr_list_texts_open(const char *folder, GError **error); /* of ListText */

/* Calls @func for each entry of @text. Errors (RULES): it is not UTF-8. */
gboolean isr_list_text_read(const ListText *text, ListEntryFunc *func, gpointer data,
                            GError **error);

/* The bytes of @text and their number. */
const char *isr_list_text_bytes(const ListText *text, gsize *length);

/* The fingerprint of @entry, folded. */
guint64 isr_list_fingerprint(const char *entry, gsize length);
