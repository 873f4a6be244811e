/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records made from sentence patterns: "{F} attends {O}." with a family each. */
#pragma once

#include "corpus.h"
#include "stock.h"

/* Appends to @corpus the lines of @records records, made from @patterns (lines; '#' begins a
 * comment). */
void templates_fill(GPtrArray *corpus, char *const *patterns, guint records, const Stock *stock,
                    Chance *chance);
