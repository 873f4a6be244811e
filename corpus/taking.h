/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takings: which finding of the program takes each word of the gold. */
#pragma once

#include "gold.h"

#include <isredact/record.h>

/* GPtrArray of const IsrFinding *, borrowed from @record, one for each word of a collation of
 * @gold; NULL where nothing was found. @record was made from @input. NULL with error set when
 * @input cannot be walked. */
GPtrArray *isr_takings(const IsrGold *gold, const IsrRecord *record, IsrInput *input,
                       GError **error);
