/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libjpeg with its markers turned off. */
#include "page_jpeg.h"

#include <stdio.h>

#include <jpeglib.h>

#define QUALITY 80

static void prepare(struct jpeg_compress_struct *jpeg, const IsrPixels *pixels, gboolean grey)
{
    jpeg->image_width = pixels->width;
    jpeg->image_height = pixels->height;
    jpeg->input_components = grey ? 1 : 3;
    jpeg->in_color_space = grey ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(jpeg);
    jpeg_set_quality(jpeg, QUALITY, TRUE);
    jpeg->optimize_coding = TRUE;
    jpeg->write_JFIF_header = FALSE;
    jpeg->write_Adobe_marker = FALSE;
}

static void take_row(const IsrPixels *pixels, guint y, gboolean grey, guint8 *row)
{
    const guint32 *from = (const guint32 *)(const void *)(pixels->bytes + y * pixels->stride);

    for (guint x = 0; x < pixels->width; x++) {
        if (!grey) {
            *row++ = (guint8)(from[x] >> 16);
            *row++ = (guint8)(from[x] >> 8);
        }
        *row++ = (guint8)from[x];
    }
}

GByteArray *isr_page_jpeg(const IsrPixels *pixels, gboolean grey)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors; /* ends the program where memory lacks, as GLib does; no other
                                     error is possible with what prepare() sets */
    unsigned char *bytes = NULL;
    unsigned long length = 0;
    g_autofree guint8 *row = g_malloc(3 * (gsize)pixels->width);

    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &length);
    prepare(&jpeg, pixels, grey);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        take_row(pixels, jpeg.next_scanline, grey, row);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    GByteArray *out = g_byte_array_sized_new((guint)length);
    g_byte_array_append(out, bytes, (guint)length);
    free(bytes);
    return out;
}
