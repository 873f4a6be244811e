/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets a line anew: each box as wide as its label, what follows moved up to it, all gaps alike.
 * So neither the box nor the gaps of a justified line tell how long a name was. */
#pragma once

#include "page_band.h"

#include <cairo.h>

/* Sets line @nth of @lines anew in @surface and says in its items where they stand now. Returns
 * how many boxes still tell how long what they hide was: where there is no room, the line goes
 * another way than across, or stands on a picture. No line is moved
 * further right than @right points, or nearer to the left edge than that is to the other. */
guint isr_page_reset(cairo_surface_t *surface, double scale, const GPtrArray *lines, guint nth,
                     double right);
