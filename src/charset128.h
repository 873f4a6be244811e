/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets of characters as expressions write them ("[A-Z\d]", "\p{Lu}", "x"): exact for ASCII, one
 * bit for all beyond it. In either case k and s are ASCII only. */
#pragma once

#include <glib.h>

typedef struct {
    guint64 bits[2];
    gboolean foreign; /* characters beyond ASCII may be in it */
} Charset128;

/* Reads the set at *@at, which moves behind it. Where a property is not known, all characters are
 * in the set. FALSE if no set, or one that is not understood, stands there. */
gboolean isr_charset128_read(const char **at, gboolean caseless, Charset128 *set);
