/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Known names with a letter wrong: "okafr", "Jaydn", "Mortuzza". Serves terms.c, which sweeps for
 * them wherever it sweeps for the names themselves. */
#pragma once

#include <isredact/terms.h>

#include "spelling.h"

typedef struct IsrMisspelt IsrMisspelt;

/* The names of @terms that are names alone and no everyday words, in all their slips. @terms (its
 * values stay) and @lists must outlive it. Free with isr_misspelt_free() (accepts NULL). */
IsrMisspelt *isr_misspelt_new(const IsrTerms *terms, const IsrLists *lists);
void isr_misspelt_free(IsrMisspelt *misspelt);

/* Appends a finding (flag SWEPT, rule "misspelt") for every word of @reading, which @squeezed is
 * made of, that is a known name but for one letter more, less, other or in the wrong place, or
 * that sounds like it, is no other known value, and stands in no list of words. */
void isr_misspelt_sweep(const IsrMisspelt *misspelt, const IsrReading *reading,
                        const IsrSqueezed *squeezed, GArray *findings);
