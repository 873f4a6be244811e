/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens to each finding of a block: sweep, attribute, profile, text, edit. */
#pragma once

#include <isredact/detector.h>
#include <isredact/pipeline.h>

typedef struct IsrDecider IsrDecider;

/* Everything borrowed must outlive the decider; @record (may be NULL) receives an outcome for each
 * finding. */
IsrDecider *isr_decider_new(const IsrJob *job, const IsrPeople *people, const IsrTerms *terms,
                            IsrRecord *record);
void isr_decider_free(IsrDecider *decider);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrDecider, isr_decider_free)

/* Decides on @findings (what detectors found in @block; grows by what the sweep finds) and
 * appends the edits. What remains is read again until nothing that must go is found in it. */
gboolean isr_decider_block(IsrDecider *decider, const IsrBlock *block, GArray *findings,
                           GArray *edits, GError **error);

/* Checks that nothing which must go stands in @block, a block of the copy. Error: LEAK. */
gboolean isr_decider_prove(IsrDecider *decider, const IsrBlock *block, GError **error);

/* Every value that must be nowhere in the copy: GPtrArray of IsrSecret *. Values that also stand,
 * rightly, in kept text are left out and their outcomes marked ordinary. Free with
 * g_ptr_array_unref(). */
GPtrArray *isr_decider_secrets(IsrDecider *decider);
