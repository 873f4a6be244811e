/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attribution: whose the program says that each marked name is, beside whose it is. */
#pragma once

#include "collation.h"
#include "taking.h"

#include <isredact/record.h>

typedef struct {
    const IsrGoldPerson *person; /* borrowed from the gold */
    const IsrFinding *finding;   /* borrowed from the record; NULL: the name was not found */
    const IsrGoldBlock *block;   /* where the name stands */
    IsrRange range;              /* of its bytes there */
} IsrAttribution;

/* GArray of IsrAttribution: one for each marked name of somebody in the collation's gold, in
 * order. @takings: those of the document. */
GArray *isr_attributions(const IsrCollation *collation, const IsrTakings *takings);
