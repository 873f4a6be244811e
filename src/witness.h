/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The witness that a copy is as it was decided: which text was decided on, which values must be
 * gone, and what a walk of the copy finds. */
#pragma once

#include <isredact/detector.h>
#include <isredact/pipeline.h>
#include <isredact/verify.h>

typedef struct IsrWitness IsrWitness;

/* @paged: the copy is read from pages, whose order of reading is a guess, so its words are counted.
 * Everything borrowed must outlive the witness. */
IsrWitness *isr_witness_new(const IsrJob *job, const IsrPeople *people, const IsrTerms *terms,
                            gboolean paged);
void isr_witness_free(IsrWitness *witness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrWitness, isr_witness_free)

/* @value, in squeezed form @squeezed, was removed somewhere. */
void isr_witness_remove(IsrWitness *witness, const char *squeezed, const char *value,
                        IsrCategory category);
/* @text, in @part, was decided on: a block of the copy that says just this is right. */
void isr_witness_expect(IsrWitness *witness, const char *part, const GString *text);

/* @value, a number in a table of counts in @part, was suppressed: the pages of a copy may not
 * show it more often than was decided. */
void isr_witness_suppress(IsrWitness *witness, const char *part, const char *value);
/* What is left of @block, in which numbers were suppressed, must stand in the copy just so. */
void isr_witness_pin(IsrWitness *witness, const IsrBlock *block);

/* Appends an edit, which removes, for each value in @block that must go: what is read in pixels in
 * which something was covered already. */
void isr_witness_again(IsrWitness *witness, const IsrBlock *block, GArray *edits);

/* Looks in @block, a block of the copy, for what must go; nothing can be removed or expected
 * afterwards. Whether something does is said by isr_witness_end(). Errors: those of detectors. */
gboolean isr_witness_block(IsrWitness *witness, const IsrBlock *block, GError **error);

/* After the walk of the copy: FALSE if something stands in it that must go. Error: LEAK. */
gboolean isr_witness_end(IsrWitness *witness, GError **error);

/* After the walk of the copy: every value that must be nowhere in its bytes, GPtrArray of borrowed
 * IsrSecret *; removed values that also stand, rightly, in decided text are left out. Free with
 * g_ptr_array_unref(). */
GPtrArray *isr_witness_secrets(const IsrWitness *witness);

/* TRUE if the removed value also stands in decided text. */
gboolean isr_witness_is_ordinary(const IsrWitness *witness, const char *squeezed);
