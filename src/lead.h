/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the words before a place or an address say of it. Which words there are is data
 * (patterns/lists/place-*.txt). */
#pragma once

#include "words.h"

typedef enum {
    PLACE_LEAD_NONE,
    PLACE_LEAD_WAY,   /* "to", "from": also before people and things */
    PLACE_LEAD_WHERE, /* "in", "near": seldom before anything but a place when capitals follow */
    PLACE_LEAD_HOME   /* "lives in", "moved back to" */
} PlaceLead;

/* TRUE if words @first to @last are where somebody goes for a while: "the Whitby trip", "a holiday
 * in Lanzarote", "holiday (Skegness". */
gboolean isr_lead_is_trip(Words *words, guint first, guint last);

/* What stands before word @n of the same sentence. */
PlaceLead isr_lead_before(Words *words, guint n);
