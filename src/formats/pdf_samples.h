/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data of a copy that are no text: pixels and the tables of a font without outlines. They must be
 * just that, with nothing beside or behind. Serves pdf_unpack.c and shares no code with the
 * writers. */
#pragma once

#include <glib.h>

/* What the dictionary of a picture says. */
typedef struct {
    guint64 width, height; /* pixels */
    guint64 bits;          /* of a sample */
    guint64 components;    /* samples of a pixel */
} IsrPdfSize;

/* @length @bytes inflated, not more than @most bytes; NULL if they are no zlib stream, or something
 * stands behind it. Free with g_byte_array_unref(). */
GByteArray *isr_pdf_inflated(const guint8 *bytes, gsize length, gsize most);

/* Bytes of a picture's samples, each row in whole bytes; 0: that is no size. */
gsize isr_pdf_samples(const IsrPdfSize *size);

/* TRUE if @bytes are a JPEG of @size with no segment that could hold anything but the picture, and
 * nothing behind it. */
gboolean isr_pdf_is_plain_jpeg(const guint8 *bytes, gsize length, const IsrPdfSize *size);

/* TRUE if @bytes are a TrueType font of empty glyphs with no table that could hold words. */
gboolean isr_pdf_is_empty_font(const guint8 *bytes, gsize length);

/* TRUE if @bytes are numbers of glyphs, two bytes each, of a font with few. */
gboolean isr_pdf_are_glyphs(const guint8 *bytes, gsize length);
