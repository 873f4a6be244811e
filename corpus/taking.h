/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takings: which finding of the program takes each word of the gold. */
#pragma once

#include "gold.h"

#include <isredact/record.h>

/* Each array holds const IsrFinding *, borrowed from the record, one for each word of a collation
 * of the gold; NULL where there is none. */
typedef struct {
    GPtrArray *found;   /* identifiers, and sentences where none stands */
    GPtrArray *removed; /* sentences that went, and identifiers that went elsewhere */
} IsrTakings;

/* @record was made from @input. NULL with error set when @input cannot be walked. */
IsrTakings *isr_takings_new(const IsrGold *gold, const IsrRecord *record, IsrInput *input,
                            GError **error);
void isr_takings_free(IsrTakings *takings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTakings, isr_takings_free)

/* The first finding that takes one of @words, by one of the arrays, or NULL. */
const IsrFinding *isr_takings_first(const GPtrArray *findings, IsrRange words);
