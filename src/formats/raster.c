/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grey is how bright a colour is to the eye. */
#include "raster.h"

static guint8 grey_of(guint32 pixel)
{
    const guint red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;

    return (guint8)((red * 77 + green * 150 + blue * 29) >> 8);
}

IsrRaster isr_raster_of(cairo_surface_t *surface, guint dpi)
{
    const guint width = (guint)cairo_image_surface_get_width(surface);
    const guint height = (guint)cairo_image_surface_get_height(surface);
    const gsize stride = (gsize)cairo_image_surface_get_stride(surface);
    guint8 *grey = g_malloc((gsize)width * height);

    cairo_surface_flush(surface);
    for (gsize y = 0; y < height; y++) {
        const guint8 *bytes = cairo_image_surface_get_data(surface) + y * stride;
        const guint32 *row = (const guint32 *)(const void *)bytes;

        for (gsize x = 0; x < width; x++)
            grey[y * width + x] = grey_of(row[x]);
    }
    return (IsrRaster){grey, width, height, width, dpi};
}

void isr_raster_clear(IsrRaster *raster)
{
    g_free((gpointer)raster->pixels);
    *raster = (IsrRaster){0};
}
