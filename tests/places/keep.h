/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words beside a canary that must survive where they stand, looking as they did. */
#pragma once

#include "kit.h"

typedef enum {
    KEPT,         /* there, beside each other, formatted as before */
    KEPT_NOT,     /* gone */
    KEPT_PARTED,  /* no longer in one paragraph */
    KEPT_CHANGED, /* formatted otherwise */
    KEPT_UNKNOWN  /* the source does not hold them in a paragraph */
} KeptState;

/* What became in @copy of the words that @place kept in @source. */
KeptState keep_state(const Place *place, GBytes *source, GBytes *copy);

/* A sentence for a state; static. */
const char *kept_state_text(KeptState state);
