/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sharing: what a copy made for a purpose shares although its profile says that it must go, and
 * what it lacks although the profile lets it stay; counted in words. */
#pragma once

#include "collation.h"

#include <isredact/profile.h>

/* Words in a row of which the same is true. */
typedef struct {
    const IsrGoldSpan *span; /* what they belong to; NULL: nobody marked them */
    IsrRange words;          /* their numbers in the collation */
    char *text;              /* them and a few around them */
} IsrSlip;

/* What was counted of one category and role. */
typedef struct {
    char *what;        /* "name of family", "criminal, family", "unmarked" */
    guint due, shared; /* words that must go; of these, still there */
    guint free, lost;  /* words that may stay; of these, gone */
} IsrShare;

typedef struct {
    GPtrArray *shares;     /* of IsrShare *, ordered by what */
    GPtrArray *overshared; /* of IsrSlip * */
    GPtrArray *overremoved;
} IsrSharing;

/* Empty words of an identifier that goes do not count, nor do
 * those that its coarser form rightly leaves ("2012" of a date of birth). */
IsrSharing *isr_sharing(const IsrCollation *collation, const IsrProfile *profile);
void isr_sharing_free(IsrSharing *sharing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrSharing, isr_sharing_free)
