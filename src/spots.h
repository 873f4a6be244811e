/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spots: where findings stand, in order, so that what stands at a place of a long text is known
 * without asking all of them. */
#pragma once

#include <isredact/finding.h>

typedef struct {
    IsrRange range;
    gsize farthest; /* where the last of it and those before it ends */
    guint n;        /* of the finding */
} IsrSpot;

/* Where @findings (of IsrFinding) stand; those on sensitive matters only with @sentences. GArray of
 * IsrSpot by their beginnings; free with g_array_unref(). */
GArray *isr_spots_of(const GArray *findings, gboolean sentences);

/* How many of @spots begin before byte @at. */
guint isr_spots_before(const GArray *spots, gsize at);

/* TRUE if one of @spots overlaps @range. */
gboolean isr_spots_overlap(const GArray *spots, IsrRange range);
