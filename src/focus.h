/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The focus: of whom a document is speaking, sentence by sentence, and so whose each sensitive
 * sentence is. It must see the blocks in order. */
#pragma once

#include <isredact/finding.h>
#include <isredact/people.h>

typedef struct IsrFocus IsrFocus;

/* @people is borrowed and settled. Free with isr_focus_free() (accepts NULL). */
IsrFocus *isr_focus_new(const IsrPatterns *patterns, const IsrPeople *people);
void isr_focus_free(IsrFocus *focus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrFocus, isr_focus_free)

/* Sets role, person and kin of the sentences (topics) among @findings, whose names are already
 * attributed. */
void isr_focus_attribute(IsrFocus *focus, const IsrBlock *block, GArray *findings);
