/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens to each finding of a block: sweep, attribute, profile, text, edit. */
#pragma once

#include "counts.h"
#include "witness.h"

typedef struct IsrDecider IsrDecider;

/* Everything borrowed must outlive the decider. @record receives an outcome for each finding,
 * @witness what was removed and what is left. */
IsrDecider *isr_decider_new(const IsrJob *job, const IsrPeople *people, const IsrTerms *terms,
                            IsrWitness *witness, IsrRecord *record);
void isr_decider_free(IsrDecider *decider);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrDecider, isr_decider_free)

/* From now on the cells that @counts names go as well; borrowed, NULL: none do. */
void isr_decider_suppress(IsrDecider *decider, const IsrCounts *counts);

/* Decides on @findings (what detectors found in @block; grows by what the sweep finds) and
 * appends the edits. What remains is read again until nothing that must go is found in it. */
gboolean isr_decider_block(IsrDecider *decider, const IsrBlock *block, GArray *findings,
                           GArray *edits, GError **error);

/* After the walk of the copy: sets the record's quasi-identifiers and its imprint, and marks the
 * outcomes whose value also stands, rightly, in kept text. */
void isr_decider_settle(IsrDecider *decider);
