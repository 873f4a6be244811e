/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JPEG: tables, frame and scans. Of the application segments only three things stay, written anew:
 * the pixel density (JFIF), the colour transform (Adobe) and the way up (EXIF). */
#include "picture_kinds.h"

#include <string.h>

enum {
    SOF0 = 0xc0,
    DHT = 0xc4,
    JPG = 0xc8,
    DAC = 0xcc,
    SOF15 = 0xcf,
    RST0 = 0xd0,
    RST7 = 0xd7,
    EOI = 0xd9,
    SOS = 0xda,
    DQT = 0xdb,
    DNL = 0xdc,
    DRI = 0xdd,
    APP0 = 0xe0,
    APP1 = 0xe1,
    APP14 = 0xee
};

typedef struct {
    guint8 marker;
    const guint8 *bytes; /* after the length */
    gsize length;
} Segment;

static gboolean next_segment(PictureCursor *cursor, Segment *segment)
{
    const guint8 *byte;

    if (!(byte = isr_picture_take(cursor, 1)) || *byte != 0xff)
        return FALSE;
    do { /* any number of fill bytes */
        if (!(byte = isr_picture_take(cursor, 1)))
            return FALSE;
    } while (*byte == 0xff);
    segment->marker = *byte;
    segment->length = 0;
    if (segment->marker == EOI)
        return TRUE;
    const guint8 *length = isr_picture_take(cursor, 2);
    if (!length || isr_picture_be16(length) < 2)
        return FALSE;
    segment->length = isr_picture_be16(length) - 2;
    segment->bytes = isr_picture_take(cursor, segment->length);
    return segment->bytes != NULL;
}

static gboolean is_frame(guint8 marker)
{
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
}

static gboolean jpeg_size(PictureCursor cursor, guint *width, guint *height)
{
    Segment segment;

    isr_picture_take(&cursor, 2);
    while (next_segment(&cursor, &segment) && segment.marker != EOI && segment.marker != SOS) {
        if (!is_frame(segment.marker))
            continue;
        if (segment.length < 6)
            return FALSE;
        *height = isr_picture_be16(segment.bytes + 1);
        *width = isr_picture_be16(segment.bytes + 3);
        return TRUE;
    }
    return FALSE;
}

static void put_segment(GByteArray *out, guint8 marker, const void *bytes, gsize length)
{
    const guint8 head[2] = {0xff, marker};

    g_byte_array_append(out, head, sizeof head);
    isr_picture_put_be16(out, (guint)length + 2);
    g_byte_array_append(out, bytes, (guint)length);
}

/* Tables fill their segment exactly: bytes behind the last one would be read by no viewer. */
static gboolean quantisers_fill(const Segment *segment)
{
    gsize at = 0;

    while (at < segment->length)
        at += segment->bytes[at] >> 4 ? 129 : 65;
    return at == segment->length;
}

static gboolean huffman_fill(const Segment *segment)
{
    gsize at = 0;

    while (at + 17 <= segment->length) {
        gsize codes = 0;

        for (int i = 1; i <= 16; i++)
            codes += segment->bytes[at + (gsize)i];
        at += 17 + codes;
    }
    return at == segment->length;
}

static gboolean frame_fills(const Segment *segment)
{
    return segment->length >= 6 && segment->length == 6 + 3 * (gsize)segment->bytes[5];
}

static gboolean scan_fills(const Segment *segment)
{
    return segment->length >= 1 && segment->length == 4 + 2 * (gsize)segment->bytes[0];
}

static void put_density(GByteArray *out, const Segment *segment)
{
    guint8 jfif[14] = "JFIF";

    if (segment->length < 14 || memcmp(segment->bytes, jfif, 5) != 0)
        return;
    memcpy(jfif + 5, segment->bytes + 5, 7); /* version, unit, density; no thumbnail */
    put_segment(out, APP0, jfif, sizeof jfif);
}

static void put_transform(GByteArray *out, const Segment *segment)
{
    guint8 adobe[12] = "Adobe\0\x64";

    if (segment->length < 12 || memcmp(segment->bytes, adobe, 5) != 0)
        return;
    adobe[11] = segment->bytes[11];
    put_segment(out, APP14, adobe, sizeof adobe);
}

static guint tiff16(const guint8 *bytes, gboolean big)
{
    return big ? isr_picture_be16(bytes) : isr_picture_le16(bytes);
}

/* The EXIF orientation (1 to 8); 1 if there is none or it is broken. */
static guint orientation_of(const Segment *segment)
{
    if (segment->length < 6 + 8 + 2 || memcmp(segment->bytes, "Exif\0", 6) != 0)
        return 1;
    const guint8 *tiff = segment->bytes + 6;
    const gsize length = segment->length - 6;
    const gboolean big = tiff[0] == 'M';
    const guint low = tiff16(tiff + (big ? 6 : 4), big), high = tiff16(tiff + (big ? 4 : 6), big);

    if (high != 0 || (gsize)low + 2 > length)
        return 1;
    const guint entries = tiff16(tiff + low, big);
    for (gsize i = 0; i < entries; i++) {
        const gsize at = low + 2 + 12 * i;

        if (at + 12 > length)
            return 1;
        if (tiff16(tiff + at, big) != 0x0112)
            continue;
        const guint orientation = tiff16(tiff + at + 8, big);
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
    return 1;
}

static void put_orientation(GByteArray *out, const Segment *segment)
{
    guint8 exif[] = {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
                     1,   18,  0,   3,   0, 0, 0,   1,   0, 0,  0, 0, 0, 0, 0, 0};
    const guint orientation = orientation_of(segment);

    if (orientation == 1)
        return;
    exif[25] = (guint8)orientation;
    put_segment(out, APP1, exif, sizeof exif);
}

/* Entropy-coded bytes up to the next marker that is neither stuffing nor a restart. */
static void copy_scan(PictureCursor *cursor, GByteArray *out)
{
    const guint8 *from = cursor->at;

    while (cursor->left > 0) {
        if (cursor->left >= 2 && cursor->at[0] == 0xff && cursor->at[1] != 0 &&
            !(cursor->at[1] >= RST0 && cursor->at[1] <= RST7))
            break;
        isr_picture_take(cursor, 1);
    }
    g_byte_array_append(out, from, (guint)(cursor->at - from));
}

/* Copies what makes the pixels; FALSE if the segment is not what it says. */
static gboolean copy_segment(GByteArray *out, const Segment *segment)
{
    gboolean fills;

    switch (segment->marker) {
    case APP0:
        put_density(out, segment);
        return TRUE;
    case APP1:
        put_orientation(out, segment);
        return TRUE;
    case APP14:
        put_transform(out, segment);
        return TRUE;
    case DQT:
        fills = quantisers_fill(segment);
        break;
    case DHT:
        fills = huffman_fill(segment);
        break;
    case SOS:
        fills = scan_fills(segment);
        break;
    case DRI:
    case DNL:
        fills = segment->length == 2;
        break;
    default:
        if (!is_frame(segment->marker))
            return TRUE; /* comments, other applications: left out */
        fills = frame_fills(segment);
    }
    if (fills)
        put_segment(out, segment->marker, segment->bytes, segment->length);
    return fills;
}

static gboolean jpeg_clean(PictureCursor *cursor, GByteArray *out)
{
    Segment segment;

    g_byte_array_append(out, isr_picture_take(cursor, 2), 2);
    while (next_segment(cursor, &segment)) {
        if (segment.marker == EOI) {
            g_byte_array_append(out, (const guint8[]){0xff, EOI}, 2);
            return TRUE;
        }
        if (!copy_segment(out, &segment))
            return FALSE;
        if (segment.marker == SOS)
            copy_scan(cursor, out);
    }
    return FALSE;
}

const PictureKind isr_picture_jpeg = {
    .suffix = "jpeg",
    .media_type = "image/jpeg",
    .magic = "\xff\xd8\xff",
    .magic_length = 3,
    .size = jpeg_size,
    .clean = jpeg_clean,
};
