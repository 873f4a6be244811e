/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture's pixels: decoded so that words can be read and covered, and encoded again with nothing
 * but the pixels. */
#pragma once

#include "picture.h"

#include <cairo.h>

/* The pixels of @bytes, a cleaned PNG or JPEG, on white, as an image surface of format RGB24. NULL:
 * of another kind, broken, or of more pixels than limits.h allows. Free with
 * cairo_surface_destroy(). */
cairo_surface_t *isr_picture_pixels(const guint8 *bytes, gsize length);

/* How upright a picture is: its EXIF orientation, 1 to 8. */
guint isr_picture_orientation(const guint8 *bytes, gsize length);

/* @pixels in the kind and orientation of @bytes, of which nothing else is taken. Free with
 * g_byte_array_unref(). */
GByteArray *isr_picture_from_pixels(cairo_surface_t *pixels, const guint8 *bytes, gsize length);
