/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts that must stand in a copy just as they were decided, so often. A small number that went
 * cannot be searched for, since it stands rightly in many places; its row can. Serves witness.c. */
#pragma once

#include <isredact/block.h>

typedef struct IsrPinned IsrPinned;

IsrPinned *isr_pinned_new(void);
void isr_pinned_free(IsrPinned *pinned); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPinned, isr_pinned_free)

/* What a block, as decided, says in each row or line with the mark of a suppressed number. */
void isr_pinned_expect(IsrPinned *pinned, const IsrBlock *block);

/* What a block of the copy says, likewise. */
void isr_pinned_meet(IsrPinned *pinned, const IsrBlock *block);

/* TRUE if all that was expected was met as often. */
gboolean isr_pinned_is_met(const IsrPinned *pinned);
