/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose offset moves the dates of a record. An interval between two of its dates is true under any
 * offset; one to a date in another record only under the offset of that record. So subjects who
 * share a record, as its subjects or of its family, share an offset, and a record about nobody
 * (minutes, a letter about a house) moves with the subject to whom it leads. */
#pragma once

#include "bearers.h"

/* For each root + 1 of a subject another whose dates move with theirs, or itself. A list of more
 * subjects than a family has ties nobody: one birthday that somebody knows would tell the dates of
 * a whole town. Free with g_hash_table_unref(). */
GHashTable *isr_dating_ties(const Bearers *all);
/* The root + 1 that stands for all whose dates move with those of @root, a subject. */
guint isr_dating_leader(GHashTable *ties, guint root);

/* The root, a subject, with whom the record moves: its own first subject; one who is named in it,
 * of several the one with most records; one in whose records the people are met who are named in
 * it, family before professionals. BEARER_NONE if nothing leads to one, or the record is a list of
 * many: each date moves with its own subject then. */
guint isr_dating_whose(const Bearers *all, GHashTable *ties, guint document);
