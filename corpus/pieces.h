/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pieces: a block's text cut as a word processor stores it, at spelling marks, edits and links
 * that the reader does not see. The cuts come from dice with a fixed seed. */
#pragma once

#include "gold.h"

typedef struct {
    IsrRange range;    /* in the block's text */
    gboolean inserted; /* by a tracked change */
    char *link;        /* where it leads, or NULL */
} IsrPiece;

/* Cuts @cell of @block: GArray of IsrPiece, which may be empty; frees its links. Line breaks and
 * tabs are pieces of their own. */
GArray *isr_pieces_cut(const IsrGoldBlock *block, IsrRange cell, GRand *dice);

/* Dice that fall the same way each time for @gold and @format. Free with g_rand_free(). */
GRand *isr_dice_for(const IsrGold *gold, const char *format);

/* TRUE with a chance of one in @sides. */
gboolean isr_dice_one_in(GRand *dice, guint sides);
