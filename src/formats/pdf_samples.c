/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts samples, and steps through the segments of JPEGs and the tables of fonts. */
#include "pdf_samples.h"

#include <string.h>
#include <zlib.h>

#define MOST_SIDE 100000
#define MOST_GLYPHS 256

GByteArray *isr_pdf_inflated(const guint8 *bytes, gsize length, gsize most)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    guint8 buffer[64 * 1024];
    z_stream stream = {.next_in = (guint8 *)bytes, .avail_in = (uInt)length};
    int state = Z_OK;

    if (length > G_MAXUINT || inflateInit(&stream) != Z_OK)
        return NULL;
    while (state == Z_OK) {
        stream.next_out = buffer;
        stream.avail_out = sizeof buffer;
        state = inflate(&stream, Z_NO_FLUSH);
        if (out->len + (sizeof buffer - stream.avail_out) > most)
            break;
        g_byte_array_append(out, buffer, (guint)(sizeof buffer - stream.avail_out));
    }
    const gboolean whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    return whole ? g_steal_pointer(&out) : NULL;
}

gsize isr_pdf_samples(const IsrPdfSize *size)
{
    const guint64 bits = size->bits;

    if (size->width == 0 || size->width > MOST_SIDE || size->height == 0 ||
        size->height > MOST_SIDE || (bits != 1 && bits != 2 && bits != 4 && bits != 8))
        return 0;
    return (size->width * size->components * bits + 7) / 8 * size->height;
}

/* --- JPEG --- */

enum {
    JPEG_SOF0 = 0xc0,
    JPEG_SOF2 = 0xc2,
    JPEG_DHT = 0xc4,
    JPEG_RST0 = 0xd0,
    JPEG_RST7 = 0xd7,
    JPEG_SOI = 0xd8,
    JPEG_EOI = 0xd9,
    JPEG_SOS = 0xda,
    JPEG_DQT = 0xdb,
    JPEG_DRI = 0xdd
};

/* The frame says the same as the picture's dictionary. */
static gboolean fits(const guint8 *segment, gsize length, const IsrPdfSize *size)
{
    return length >= 6 && segment[0] == size->bits &&
           (guint64)(segment[1] << 8 | segment[2]) == size->height &&
           (guint64)(segment[3] << 8 | segment[4]) == size->width &&
           segment[5] == size->components && length == 6 + 3u * segment[5];
}

static gboolean is_segment_allowed(guint8 marker, const guint8 *segment, gsize length,
                                   const IsrPdfSize *size)
{
    switch (marker) {
    case JPEG_SOF0:
    case JPEG_SOF0 + 1:
    case JPEG_SOF2:
        return fits(segment, length, size);
    case JPEG_DQT:
        return length % 65 == 0;
    case JPEG_DRI:
        return length == 2;
    case JPEG_SOS:
        return length >= 1 && length == 4 + 2u * segment[0];
    case JPEG_DHT:
        return length >= 17;
    default:
        return FALSE; /* comments, application segments, thumbnails */
    }
}

/* A table of codes has as many values as its counts say. */
static gboolean are_code_tables(const guint8 *segment, gsize length)
{
    while (length >= 17) {
        gsize values = 17;

        for (guint i = 1; i <= 16; i++)
            values += segment[i];
        if (values > length)
            return FALSE;
        segment += values;
        length -= values;
    }
    return length == 0;
}

/* Past the pixels that follow a scan's head, to the next marker. */
static gsize skip_pixels(const guint8 *bytes, gsize length, gsize at)
{
    while (at + 1 < length && (bytes[at] != 0xff || bytes[at + 1] == 0 ||
                               (bytes[at + 1] >= JPEG_RST0 && bytes[at + 1] <= JPEG_RST7)))
        at++;
    return at;
}

gboolean isr_pdf_is_plain_jpeg(const guint8 *bytes, gsize length, const IsrPdfSize *size)
{
    gboolean framed = FALSE;
    gsize at = 2;

    if (length < 4 || bytes[0] != 0xff || bytes[1] != JPEG_SOI)
        return FALSE;
    while (at + 4 <= length && bytes[at] == 0xff && bytes[at + 1] != JPEG_EOI) {
        const guint8 marker = bytes[at + 1];
        const gsize segment = (gsize)(bytes[at + 2] << 8 | bytes[at + 3]);

        if (segment < 2 || at + 2 + segment > length ||
            !is_segment_allowed(marker, bytes + at + 4, segment - 2, size) ||
            (marker == JPEG_DHT && !are_code_tables(bytes + at + 4, segment - 2)))
            return FALSE;
        framed = framed || marker == JPEG_SOF0 || marker == JPEG_SOF0 + 1 || marker == JPEG_SOF2;
        at += 2 + segment;
        if (marker == JPEG_SOS)
            at = skip_pixels(bytes, length, at);
    }
    return framed && at + 2 == length && bytes[at] == 0xff && bytes[at + 1] == JPEG_EOI;
}

/* --- fonts --- */

static guint32 be32(const guint8 *at)
{
    return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

static gboolean is_table_allowed(const guint8 *record)
{
    static const char tags[][5] = {"head", "hhea", "hmtx", "maxp"};
    const guint32 size = be32(record + 12);

    for (guint i = 0; i < G_N_ELEMENTS(tags); i++) {
        if (memcmp(record, tags[i], 4) == 0)
            return size <= 4 * MOST_GLYPHS;
    }
    if (memcmp(record, "glyf", 4) == 0)
        return size <= 4;
    return memcmp(record, "loca", 4) == 0 && size <= 4 * (MOST_GLYPHS + 1);
}

/* TRUE if @length bytes are zero. */
static gboolean are_zero(const guint8 *bytes, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (bytes[i])
            return FALSE;
    }
    return TRUE;
}

gboolean isr_pdf_is_empty_font(const guint8 *bytes, gsize length)
{
    const guint tables = length >= 12 ? (guint)(bytes[4] << 8 | bytes[5]) : 0;
    gsize used = 12 + 16 * (gsize)tables;

    if (tables == 0 || tables > 6 || used > length)
        return FALSE;
    for (guint i = 0; i < tables; i++) {
        const guint8 *record = bytes + 12 + 16 * (gsize)i;
        const gsize at = be32(record + 8), size = be32(record + 12);

        if (!is_table_allowed(record) || at != used || size > length - at)
            return FALSE; /* with a gap before it, or beyond the end */
        if ((memcmp(record, "glyf", 4) == 0 || memcmp(record, "loca", 4) == 0) &&
            !are_zero(bytes + at, size))
            return FALSE; /* a glyph has an outline */
        used = at + (size + 3) / 4 * 4;
    }
    return used == length;
}

gboolean isr_pdf_are_glyphs(const guint8 *bytes, gsize length)
{
    for (gsize i = 0; i + 1 < length; i += 2) {
        if (bytes[i] != 0)
            return FALSE;
    }
    return length % 2 == 0;
}
