/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PNG: the chunks that make the pixels, and no other. */
#include "picture_kinds.h"

#include <isredact/limits.h>

#include <gio/gio.h>
#include <string.h>

/* The chunks that stay, with the most bytes that each may honestly have: room beyond it could
 * hold text. */
static const struct {
    char type[5];
    gsize most;
} kept[] = {
    {"IHDR", 13}, {"PLTE", 768}, {"tRNS", 256}, {"gAMA", 4},          {"sRGB", 1},
    {"cHRM", 32}, {"bKGD", 6},   {"pHYs", 9},   {"IDAT", G_MAXINT32}, {"IEND", 0},
};

static guint crc_of(const char type[4], const guint8 *bytes, gsize length)
{
    guint crc = 0xffffffffu;

    for (gsize i = 0; i < length + 4; i++) {
        crc ^= i < 4 ? (guint8)type[i] : bytes[i - 4];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

void isr_picture_put_chunk(GByteArray *out, const char type[4], const guint8 *bytes, gsize length)
{
    isr_picture_put_be32(out, (guint)length);
    g_byte_array_append(out, (const guint8 *)type, 4);
    if (length)
        g_byte_array_append(out, bytes, (guint)length);
    isr_picture_put_be32(out, crc_of(type, bytes, length));
}

typedef struct {
    char type[5];
    const guint8 *bytes;
    gsize length;
} Chunk;

static gboolean next_chunk(PictureCursor *cursor, Chunk *chunk)
{
    const guint8 *head = isr_picture_take(cursor, 8);

    if (!head)
        return FALSE;
    chunk->length = isr_picture_be32(head);
    memcpy(chunk->type, head + 4, 4);
    chunk->type[4] = '\0';
    chunk->bytes = isr_picture_take(cursor, chunk->length);
    return chunk->bytes && isr_picture_take(cursor, 4);
}

static gboolean png_size(PictureCursor cursor, guint *width, guint *height)
{
    Chunk chunk;

    if (!isr_picture_take(&cursor, 8) || !next_chunk(&cursor, &chunk) || chunk.length != 13 ||
        strcmp(chunk.type, "IHDR") != 0)
        return FALSE;
    *width = isr_picture_be32(chunk.bytes);
    *height = isr_picture_be32(chunk.bytes + 4);
    return TRUE;
}

static gboolean is_kept(const Chunk *chunk)
{
    for (guint i = 0; i < G_N_ELEMENTS(kept); i++)
        if (strcmp(chunk->type, kept[i].type) == 0)
            return chunk->length <= kept[i].most;
    return FALSE;
}

/* TRUE if the compressed pixels end where their chunks end: bytes behind them would be seen by
 * nobody but a searcher. */
static gboolean pixels_fill(const GByteArray *packed)
{
    g_autoptr(GZlibDecompressor) zlib = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    gsize at = 0;

    if (packed->len == 0)
        return FALSE;
    for (guint64 pixels = 0; pixels < ISR_LIMIT_PACKAGE_BYTES;) {
        guint8 buffer[16384];
        gsize read = 0, written = 0;
        GConverterResult result =
            g_converter_convert(G_CONVERTER(zlib), packed->data + at, packed->len - at, buffer,
                                sizeof buffer, G_CONVERTER_INPUT_AT_END, &read, &written, NULL);

        at += read;
        pixels += written;
        if (result == G_CONVERTER_FINISHED)
            return at == packed->len;
        if (result != G_CONVERTER_CONVERTED)
            return FALSE;
    }
    return FALSE;
}

static gboolean png_clean(PictureCursor *cursor, GByteArray *out)
{
    g_autoptr(GByteArray) packed = g_byte_array_new();
    Chunk chunk;

    g_byte_array_append(out, isr_picture_take(cursor, 8), 8);
    do {
        if (!next_chunk(cursor, &chunk))
            return FALSE;
        if (!is_kept(&chunk))
            continue;
        if (strcmp(chunk.type, "IDAT") == 0)
            g_byte_array_append(packed, chunk.bytes, (guint)chunk.length);
        isr_picture_put_chunk(out, chunk.type, chunk.bytes, chunk.length);
    } while (strcmp(chunk.type, "IEND") != 0);
    return pixels_fill(packed);
}

const PictureKind isr_picture_png = {
    .suffix = "png",
    .media_type = "image/png",
    .magic = ISR_PICTURE_PNG_MAGIC,
    .magic_length = 8,
    .size = png_size,
    .clean = png_clean,
};
