/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters that a record calls people by: "GP" is Grace Pilbeam where its list of those present says
 * so, whatever else GP is short for. */
#pragma once

#include <isredact/finding.h>

/* Adds to @monograms (a set of char *, which it owns) the letters that @block, whose names are
 * among @findings (in the order of isr_findings_sort()), gives to somebody: in a cell or bracket
 * beside the name that they are the first letters of, or at the end of a line that opens with a
 * date or time. */
void isr_monogram_learn(GHashTable *monograms, const IsrBlock *block, const GArray *findings);
