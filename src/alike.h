/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has a name that a word is another way to write (likeness.h), found among thousands without
 * comparing the word with each of them. */
#pragma once

#include "mention.h"

typedef struct Alike Alike;

Alike *isr_alike_new(void);
void isr_alike_free(Alike *alike);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Alike, isr_alike_free)

/* @key (borrowed) is a part of the names of the person with number @cluster, from 0. */
void isr_alike_add(Alike *alike, const char *key, guint cluster);
/* @mention is a name of that person. */
void isr_alike_settle(Alike *alike, const Mention *mention, guint cluster);

/* Appends to @found, an array of guint, the numbers of all whose names hold a part that
 * isr_likeness_is_near() @key, and of a few more; in no order. */
void isr_alike_near(const Alike *alike, const char *key, GArray *found);
/* The same for all ways that likeness.h knows. */
void isr_alike_find(const Alike *alike, const char *key, GArray *found);
