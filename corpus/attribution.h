/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attribution: whose the program says that each marked name is, beside whose it is. */
#pragma once

#include "gold.h"

#include <isredact/record.h>

typedef struct {
    const IsrGoldPerson *person; /* borrowed from the gold */
    const IsrFinding *finding;   /* borrowed from the record; NULL: the name was not found */
} IsrAttribution;

/* GArray of IsrAttribution: one for each marked name of somebody in @gold, in order. @record was
 * made from @input. NULL with error set when @input cannot be walked. */
GArray *isr_attributions(const IsrGold *gold, const IsrRecord *record, IsrInput *input,
                         GError **error);
