/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of text for tests, drawn with cairo. */
#pragma once

#include "isr_test.h"

#include "../src/formats/ocr.h"

#include <cairo.h>
#include <string.h>

#define DRAWN_LEFT 40 /* where lines begin, in pixels */

/* A white picture of @width x @height pixels with @lines (NULL ends), one below the other, in
 * letters of @size pixels. Free with cairo_surface_destroy(). */
static inline cairo_surface_t *drawn(int width, int height, double size, const char *const *lines)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cairo = cairo_create(surface);

    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_select_font_face(cairo, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, size);
    for (guint i = 0; lines[i]; i++) {
        cairo_move_to(cairo, DRAWN_LEFT, size * (2 + 2 * i));
        cairo_show_text(cairo, lines[i]);
    }
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return surface;
}

/* The same as grey pixels; free raster->pixels with g_free(). */
static inline IsrRaster drawn_raster(int width, int height, double size, const char *const *lines)
{
    cairo_surface_t *surface = drawn(width, height, size, lines);
    const guint8 *from = cairo_image_surface_get_data(surface);
    const gsize stride = (gsize)cairo_image_surface_get_stride(surface);
    guint8 *pixels = g_malloc((gsize)width * (gsize)height);

    for (gsize y = 0; y < (gsize)height; y++)
        for (gsize x = 0; x < (gsize)width; x++)
            pixels[y * (gsize)width + x] = from[y * stride + 4 * x];
    cairo_surface_destroy(surface);
    return (IsrRaster){pixels, (guint)width, (guint)height, (gsize)width, 300};
}

/* The first of @words that is @text, or NULL. */
static inline const IsrOcrWord *drawn_word(const GArray *words, const char *text)
{
    for (guint i = 0; i < words->len; i++) {
        const IsrOcrWord *word = &g_array_index(words, IsrOcrWord, i);

        if (g_str_equal(word->text, text))
            return word;
    }
    return NULL;
}

/* TRUE if this build can read; else the test is skipped. */
static inline gboolean can_read(void)
{
    g_autoptr(IsrOcr) ocr = isr_ocr_new();

    return isr_ocr_start(ocr, NULL);
}
