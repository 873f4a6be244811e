/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of picture kinds, and the grey box that stands for a picture that cannot be cleaned
 * or must not be shown. */
#include "picture_kinds.h"

#include <gio/gio.h>
#include <string.h>

static const PictureKind *const kinds[] = {&isr_picture_jpeg, &isr_picture_png, &isr_picture_gif};

const guint8 *isr_picture_take(PictureCursor *cursor, gsize length)
{
    const guint8 *bytes = cursor->at;

    if (length > cursor->left)
        return NULL;
    cursor->at += length;
    cursor->left -= length;
    return bytes;
}

guint isr_picture_be16(const guint8 *bytes)
{
    return (guint)bytes[0] << 8 | bytes[1];
}

guint isr_picture_be32(const guint8 *bytes)
{
    return isr_picture_be16(bytes) << 16 | isr_picture_be16(bytes + 2);
}

guint isr_picture_le16(const guint8 *bytes)
{
    return (guint)bytes[1] << 8 | bytes[0];
}

void isr_picture_put_be16(GByteArray *out, guint value)
{
    const guint8 bytes[2] = {(guint8)(value >> 8), (guint8)value};

    g_byte_array_append(out, bytes, sizeof bytes);
}

void isr_picture_put_be32(GByteArray *out, guint value)
{
    isr_picture_put_be16(out, value >> 16);
    isr_picture_put_be16(out, value & 0xffff);
}

static const PictureKind *kind_of(const guint8 *bytes, gsize length)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (length > kinds[i]->magic_length &&
            memcmp(bytes, kinds[i]->magic, kinds[i]->magic_length) == 0)
            return kinds[i];
    return NULL;
}

gboolean isr_picture_recognise(const guint8 *bytes, gsize length, IsrPicture *picture)
{
    const PictureKind *kind = kind_of(bytes, length);
    PictureCursor cursor = {bytes, length};
    guint width = 0, height = 0;

    if (!kind || !kind->size(cursor, &width, &height) || width == 0 || height == 0)
        return FALSE;
    *picture = (IsrPicture){kind->suffix, kind->media_type, width, height};
    return TRUE;
}

GByteArray *isr_picture_clean(const guint8 *bytes, gsize length)
{
    const PictureKind *kind = kind_of(bytes, length);
    PictureCursor cursor = {bytes, length};

    if (!kind || length > ISR_PICTURE_BYTES)
        return NULL;
    g_autoptr(GByteArray) out = g_byte_array_sized_new((guint)length);
    if (!kind->clean(&cursor, out))
        return NULL;
    return g_steal_pointer(&out);
}

/* @length @bytes as a zlib stream. */
static GByteArray *deflated(const guint8 *bytes, gsize length)
{
    g_autoptr(GZlibCompressor) zlib = g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
    GByteArray *out = g_byte_array_new();
    GConverterResult result;

    do {
        guint8 buffer[4096];
        gsize read = 0, written = 0;

        result = g_converter_convert(G_CONVERTER(zlib), bytes, length, buffer, sizeof buffer,
                                     G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
        g_byte_array_append(out, buffer, (guint)written);
        bytes += read;
        length -= read;
    } while (result == G_CONVERTER_CONVERTED);
    return out;
}

GByteArray *isr_picture_grey(guint width, guint height)
{
    const guint8 shade[] = {0xc0, 0xc0, 0xc0};
    guint8 header[13] = {0};
    GByteArray *out = g_byte_array_new();

    width = CLAMP(width, 1, 4096);
    height = CLAMP(height, 1, 4096);
    header[2] = (guint8)(width >> 8);
    header[3] = (guint8)width;
    header[6] = (guint8)(height >> 8);
    header[7] = (guint8)height;
    header[8] = 1; /* bit to a pixel, */
    header[9] = 3; /* looked up in a palette of the one shade */

    const gsize length = (gsize)height * (1 + (width + 7) / 8);
    g_autofree guint8 *rows = g_malloc0(length);
    g_autoptr(GByteArray) packed = deflated(rows, length);

    g_byte_array_append(out, (const guint8 *)ISR_PICTURE_PNG_MAGIC, 8);
    isr_picture_put_chunk(out, "IHDR", header, sizeof header);
    isr_picture_put_chunk(out, "PLTE", shade, sizeof shade);
    isr_picture_put_chunk(out, "IDAT", packed->data, packed->len);
    isr_picture_put_chunk(out, "IEND", NULL, 0);
    return out;
}
