/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures: what can be cleaned keeps its pixels and nothing else; for the rest there is a grey
 * box. Nothing here looks at what a picture shows. */
#pragma once

#include <glib.h>

/* A picture as it is taken from a package: held in memory whole, so bounded. */
#define ISR_PICTURE_BYTES (64 * 1024 * 1024)

typedef struct {
    const char *suffix;     /* "jpeg", "png" or "gif"; static */
    const char *media_type; /* "image/jpeg", ...; static */
    guint width;            /* in pixels, as the picture says; never 0 */
    guint height;
} IsrPicture;

/* What kind of picture @bytes are, by their content. FALSE: none that can be cleaned (EMF, WMF,
 * SVG, TIFF, ..., or broken), @picture is untouched. */
gboolean isr_picture_recognise(const guint8 *bytes, gsize length, IsrPicture *picture);

/* The picture without comments, properties, thumbnails, profiles, unknown blocks and trailing
 * bytes; the way up (EXIF orientation) stays as a bare tag. Free with g_byte_array_unref(). NULL:
 * the picture cannot be cleaned and must not be copied. */
GByteArray *isr_picture_clean(const guint8 *bytes, gsize length);

/* A plain grey PNG of @width x @height pixels (made to fit 1 to 4096). The same numbers always
 * give the same bytes. Free with g_byte_array_unref(). */
GByteArray *isr_picture_grey(guint width, guint height);
