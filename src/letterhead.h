/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses whose lines are blocks of their own, as in the head of a letter: the town below the
 * street is one by where it stands. */
#pragma once

#include <isredact/finding.h>
#include <isredact/patterns.h>

/* What is remembered from block to block; begin with zeros. */
typedef struct {
    gboolean open; /* the block before ended with a line of an address */
} IsrLetterhead;

/* Makes one address of @findings (those of @block) if @block is nothing but the town of the
 * address in the blocks before it. Call it for each block in order. */
void isr_letterhead_go_on(IsrLetterhead *letterhead, const IsrPatterns *patterns,
                          const IsrBlock *block, GArray *findings);
