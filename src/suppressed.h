/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of a block that go for their number, beside what goes for what it says. Serves
 * decide.c. In all of these, @counts NULL: none go. */
#pragma once

#include "counts.h"
#include "witness.h"

/* TRUE if a cell of @block goes. */
gboolean isr_suppressed_any(const IsrCounts *counts, const IsrBlock *block);

/* Takes out of @findings what lies in such a cell: it needs no other reason to go. */
void isr_suppressed_skip(const IsrCounts *counts, const IsrBlock *block, GArray *findings);

/* Adds the edits of these cells to @edits, which stay in order, and tells @witness. What is edited
 * already goes with what it is in. How many were added. */
guint isr_suppressed_edit(const IsrCounts *counts, const IsrBlock *block, IsrWitness *witness,
                          GArray *edits);
