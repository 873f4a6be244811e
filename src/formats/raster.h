/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pixels in colour as the grey ones that are read. */
#pragma once

#include "ocr.h"

#include <cairo.h>

/* What @surface (RGB24) shows, @dpi dots to an inch (0: not known). Clear with
 * isr_raster_clear(). */
IsrRaster isr_raster_of(cairo_surface_t *surface, guint dpi);
void isr_raster_clear(IsrRaster *raster);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IsrRaster, isr_raster_clear)
