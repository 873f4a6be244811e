/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The box that stands where something went, with its label inside. */
#pragma once

#include "pdf_page.h"

#include <cairo.h>

/* How wide a box must be, in points, for @label in letters for a line of @height points. An empty
 * label has the width of a few letters. */
double isr_page_label_width(const char *label, double height);

/* Paints the box over whole pixels, one more at each side, light with dark letters: whatever was
 * there is gone. @label is made smaller until it fits @place (points) and left out where it could
 * not be read. @surface has @scale pixels to a point. */
void isr_page_label_paint(cairo_surface_t *surface, double scale, const IsrPlace *place,
                          const char *label, double height);
