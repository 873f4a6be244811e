/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attribution: whose the program says that each marked name is, beside whose it is. */
#pragma once

#include "gold.h"

#include <isredact/record.h>

typedef struct {
    const IsrGoldPerson *person; /* borrowed from the gold */
    IsrRole given;               /* by the record */
} IsrAttribution;

/* GArray of IsrAttribution: one for each marked name of somebody for which @record, made from
 * @input, has an outcome. NULL with error set when @input cannot be walked. */
GArray *isr_attributions(const IsrGold *gold, const IsrRecord *record, IsrInput *input,
                         GError **error);
