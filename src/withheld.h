/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a block is withheld as a whole: its sentences on matters that must go.
 * Neighbours go as one, under one mark. */
#pragma once

#include <isredact/pipeline.h>

typedef struct {
    IsrRange range;
    GArray *matters; /* of IsrMatterMark: of what and of whom it speaks */
} IsrWithheld;

/* What goes of @block, by what @job rules of the sentences among @findings, attributed to @people;
 * an identifier that stands half in a sentence goes with it. GArray of IsrWithheld in order,
 * disjoint; free with g_array_unref(). */
GArray *isr_withheld_new(const IsrBlock *block, const IsrJob *job, const IsrPeople *people,
                         const GArray *findings);

/* The one that touches @range, or NULL. Borrowed. */
const IsrWithheld *isr_withheld_at(const GArray *withheld, IsrRange range);
