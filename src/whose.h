/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose a value is, as far as the block it stands in tells. */
#pragma once

#include <isredact/finding.h>
#include <isredact/patterns.h>

typedef struct {
    IsrRole role;           /* UNSURE if a name or nothing tells */
    const char *kin;        /* or NULL */
    const IsrFinding *name; /* what it belongs to, a name or an address; or NULL; one of the
                               findings given */
    const char *reason;     /* interned; NULL if nothing tells */
} Whose;

/* Whose the @n-th of @findings (of @block, ordered by place) is. */
Whose isr_whose(const IsrPatterns *patterns, const IsrBlock *block, const GArray *findings,
                guint n);

/* The owner that a cell of the row, other than the finding's own, names ("Mother", "Social
 * worker"); NULL if none does or the block is no row. Borrowed. */
const IsrLabel *isr_whose_cell(const IsrPatterns *patterns, const IsrBlock *block,
                               const IsrFinding *finding);

/* TRUE if a column of the table says for whom the person named in @finding works. */
gboolean isr_whose_has_agency(const IsrPatterns *patterns, const IsrBlock *block,
                              const IsrFinding *finding);

/* TRUE if @finding stands in a column of those who do things: "Who", "Recorded by". */
gboolean isr_whose_is_in_staff_column(const IsrPatterns *patterns, const IsrBlock *block,
                                      const IsrFinding *finding);

/* The owner that the heading above names: "Details of father"; or NULL. Borrowed. */
const IsrLabel *isr_whose_heading(const IsrPatterns *patterns, const IsrBlock *block);

/* TRUE if @finding is the value of a field of a form: a label stands in the cell before it or
 * begins its line. */
gboolean isr_whose_is_field(const IsrPatterns *patterns, const IsrBlock *block,
                            const IsrFinding *finding);
