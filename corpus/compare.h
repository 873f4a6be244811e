/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compares a copy that should hold no identifier with the gold: which marked spans are gone, and
 * which words that nobody marked are gone with them. */
#pragma once

#include "collation.h"

typedef struct {
    const IsrGoldSpan *span; /* borrowed from the gold */
    char *text;              /* what it says, with what stands around */
    gboolean found;          /* nothing of it that says something stands at its place */
} IsrVerdict;

/* Words in a row that nobody marked and that are gone. */
typedef struct {
    IsrRange words; /* their numbers in the collation */
    char *text;     /* what they say, with what stands around */
} IsrLoss;

typedef struct {
    GPtrArray *verdicts; /* of IsrVerdict *, one for each identifier */
    guint words;         /* outside all spans */
    guint lost;          /* of these, gone */
    GPtrArray *losses;   /* of IsrLoss * */
} IsrComparison;

IsrComparison *isr_compare(const IsrCollation *collation);
void isr_comparison_free(IsrComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrComparison, isr_comparison_free)
