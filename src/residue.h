/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The residue: what a reader of the copy finds of a block, with the way back to the block. */
#pragma once

#include <isredact/block.h>

typedef struct {
    IsrBlock *block; /* one plain run; kind, part, heading and columns as in the source */
    GArray *origins; /* of gsize: for each byte, its offset in the source block, or
                        ISR_RESIDUE_MARK where a mark stands */
} IsrResidue;

#define ISR_RESIDUE_MARK G_MAXSIZE

/* What @edits (ordered, disjoint) leave of @block. */
IsrResidue *isr_residue_new(const IsrBlock *block, const GArray *edits);
void isr_residue_free(IsrResidue *residue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrResidue, isr_residue_free)

/* Where @range of the residue stood in the source block; FALSE if it touches a mark. */
gboolean isr_residue_origin(const IsrResidue *residue, IsrRange range, IsrRange *origin);
