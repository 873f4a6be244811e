/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables that count people, and their cells that must not stay since so few are counted. Learnt in
 * one walk, asked in the next. Numbers in sentences ("3 of the 41 children") are no business of
 * this. */
#pragma once

#include "counttable.h"

typedef struct IsrCounts IsrCounts;

/* What stands in a cell that went: the sign that official statistics use for what is confidential,
 * the same for small numbers and for those that would give them back. */
#define ISR_COUNTS_MARK "[c]"

/* @least: the smallest number but 0 that may stay; below 2 nothing is learnt. Free it with
 * isr_counts_free() (accepts NULL). */
IsrCounts *isr_counts_new(guint least);
void isr_counts_free(IsrCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCounts, isr_counts_free)

/* Takes in the next block of the document: rows, and lines whose cells are parted by commas.
 * Error: LIMIT, if a table is too long to hold. */
gboolean isr_counts_learn(IsrCounts *counts, const IsrBlock *block, GError **error);

/* After the last block: decides. */
void isr_counts_settle(IsrCounts *counts);

/* How many tables count people; how many cells of them go. */
guint isr_counts_tables(const IsrCounts *counts);
guint isr_counts_cells(const IsrCounts *counts);

/* The places in block number @block that go, in order: *@n of them, borrowed; NULL if none. */
const IsrCountPlace *isr_counts_in(const IsrCounts *counts, guint block, guint *n);
