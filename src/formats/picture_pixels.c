/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PNG through cairo, JPEG through libjpeg. Neither says anything: what is wrong with a picture is
 * told by its not being read. */
#include "picture_pixels.h"

#include "page_jpeg.h"

#include <isredact/limits.h>

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

static gboolean is_jpeg(const guint8 *bytes, gsize length)
{
    IsrPicture picture;

    return isr_picture_recognise(bytes, length, &picture) && g_str_equal(picture.suffix, "jpeg");
}

/* --- PNG --- */

typedef struct {
    const guint8 *at;
    gsize left;
} Source;

static cairo_status_t read_source(void *self, unsigned char *to, unsigned int length)
{
    Source *source = self;

    if (length > source->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(to, source->at, length);
    source->at += length;
    source->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t append(void *self, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(self, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *surface_of(guint width, guint height)
{
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
}

/* What is transparent is taken to lie on paper. */
static cairo_surface_t *on_white(cairo_surface_t *source)
{
    cairo_surface_t *surface = surface_of((guint)cairo_image_surface_get_width(source),
                                          (guint)cairo_image_surface_get_height(source));
    cairo_t *cairo = cairo_create(surface);

    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_surface(cairo, source, 0, 0);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    return surface;
}

static cairo_surface_t *png_pixels(const guint8 *bytes, gsize length)
{
    Source from = {bytes, length};
    cairo_surface_t *source = cairo_image_surface_create_from_png_stream(read_source, &from);
    cairo_surface_t *pixels =
        cairo_surface_status(source) == CAIRO_STATUS_SUCCESS ? on_white(source) : NULL;

    cairo_surface_destroy(source);
    return pixels;
}

/* --- JPEG --- */

typedef struct {
    struct jpeg_error_mgr errors;
    jmp_buf end;
} Silence;

static void give_up(j_common_ptr jpeg)
{
    longjmp(((Silence *)jpeg->err)->end, 1);
}

static void say_nothing(j_common_ptr jpeg)
{
    (void)jpeg;
}

/* Four inks, which Adobe's programs store inverted. */
static void from_inks(guint8 *row, guint width)
{
    for (guint8 *at = row; at < row + 4 * (gsize)width; at += 4) {
        const guint red = (guint)at[0] * at[3] / 255, green = (guint)at[1] * at[3] / 255;
        const guint32 pixel = red << 16 | green << 8 | (guint)at[2] * at[3] / 255;

        memcpy(at, &pixel, sizeof pixel);
    }
}

static void read_rows(struct jpeg_decompress_struct *jpeg, cairo_surface_t *pixels)
{
    const gsize stride = (gsize)cairo_image_surface_get_stride(pixels);

    cairo_surface_flush(pixels);
    while (jpeg->output_scanline < jpeg->output_height) {
        guint8 *row = cairo_image_surface_get_data(pixels) + jpeg->output_scanline * stride;

        jpeg_read_scanlines(jpeg, &row, 1);
        if (jpeg->out_color_space == JCS_CMYK)
            from_inks(row, jpeg->output_width);
    }
    cairo_surface_mark_dirty(pixels);
}

static void choose_colours(struct jpeg_decompress_struct *jpeg)
{
    const gboolean inks = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;

    jpeg->out_color_space = inks                              ? JCS_CMYK
                            : G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX
                                                              : JCS_EXT_XRGB;
}

static cairo_surface_t *jpeg_pixels(const guint8 *bytes, gsize length)
{
    struct jpeg_decompress_struct jpeg;
    Silence silence;
    cairo_surface_t *volatile pixels = NULL;
    volatile gboolean done = FALSE;

    jpeg.err = jpeg_std_error(&silence.errors);
    silence.errors.error_exit = give_up;
    silence.errors.output_message = say_nothing;
    jpeg_create_decompress(&jpeg);
    if (setjmp(silence.end) == 0) {
        jpeg_mem_src(&jpeg, bytes, (unsigned long)length);
        jpeg_read_header(&jpeg, TRUE);
        choose_colours(&jpeg);
        jpeg_start_decompress(&jpeg);
        pixels = surface_of(jpeg.output_width, jpeg.output_height);
        read_rows(&jpeg, pixels);
        done = jpeg_finish_decompress(&jpeg);
    }
    jpeg_destroy_decompress(&jpeg);
    if (!done && pixels)
        cairo_surface_destroy(pixels);
    return done ? pixels : NULL;
}

cairo_surface_t *isr_picture_pixels(const guint8 *bytes, gsize length)
{
    IsrPicture picture;

    if (!isr_picture_recognise(bytes, length, &picture) || picture.width > ISR_LIMIT_OCR_SIDE ||
        picture.height > ISR_LIMIT_OCR_SIDE ||
        (guint64)picture.width * picture.height > ISR_LIMIT_OCR_PIXELS)
        return NULL;
    if (g_str_equal(picture.suffix, "png"))
        return png_pixels(bytes, length);
    return is_jpeg(bytes, length) ? jpeg_pixels(bytes, length) : NULL;
}

/* --- the way up --- */

/* The segment that isr_picture_clean() leaves of a JPEG's EXIF data, up to the number. */
static const guint8 way_up[] = {0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0,
                                0,    0,    8, 0,  1,   1,   18,  0,   3, 0, 0,   0,   1, 0};
#define WAY_UP_LENGTH 36

static const guint8 *way_up_of(const guint8 *bytes, gsize length)
{
    const guint8 *at = memmem(bytes, MIN(length, 128), way_up, sizeof way_up);

    return at && at + WAY_UP_LENGTH <= bytes + length ? at : NULL;
}

guint isr_picture_orientation(const guint8 *bytes, gsize length)
{
    const guint8 *at = is_jpeg(bytes, length) ? way_up_of(bytes, length) : NULL;
    const guint orientation = at ? at[sizeof way_up] : 1;

    return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

static GByteArray *jpeg_from(cairo_surface_t *surface, const guint8 *bytes, gsize length)
{
    const IsrPixels pixels = {cairo_image_surface_get_data(surface),
                              (guint)cairo_image_surface_get_width(surface),
                              (guint)cairo_image_surface_get_height(surface),
                              (gsize)cairo_image_surface_get_stride(surface)};
    g_autoptr(GByteArray) plain = isr_page_jpeg(&pixels, FALSE);
    const guint8 *segment = way_up_of(bytes, length);
    GByteArray *out = g_byte_array_new();

    g_byte_array_append(out, plain->data, 2);
    if (segment)
        g_byte_array_append(out, segment, WAY_UP_LENGTH);
    g_byte_array_append(out, plain->data + 2, plain->len - 2);
    return out;
}

GByteArray *isr_picture_from_pixels(cairo_surface_t *pixels, const guint8 *bytes, gsize length)
{
    GByteArray *out;

    cairo_surface_flush(pixels);
    if (is_jpeg(bytes, length))
        return jpeg_from(pixels, bytes, length);
    out = g_byte_array_new();
    cairo_surface_write_to_png_stream(pixels, append, out);
    return out;
}
