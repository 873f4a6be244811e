/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures, metafiles and media with canaries in their metadata. */
#include "blobs.h"

#include "container.h"
#include "kit.h"

#include <gio/gio.h>
#include <string.h>

static void put(GByteArray *out, const void *bytes, gsize length)
{
    g_byte_array_append(out, bytes, (guint)length);
}

static void put_text(GByteArray *out, const char *text)
{
    put(out, text, strlen(text));
}

static void put_be(GByteArray *out, guint32 value, guint bytes)
{
    for (guint i = bytes; i-- > 0;) {
        guint8 byte = (guint8)(value >> (8 * i));
        put(out, &byte, 1);
    }
}

static void put_le(GByteArray *out, guint32 value, guint bytes)
{
    for (guint i = 0; i < bytes; i++) {
        guint8 byte = (guint8)(value >> (8 * i));
        put(out, &byte, 1);
    }
}

static void put_wide(GByteArray *out, const char *text)
{
    for (; *text != '\0'; text++)
        put_le(out, (guint8)*text, 2);
}

static void pad(GByteArray *out, guint length)
{
    while (out->len < length)
        put_le(out, 0, 1);
}

static void jpeg_segment(GByteArray *out, guint marker, const void *bytes, gsize length)
{
    put_be(out, 0xff00u | marker, 2);
    put_be(out, (guint32)length + 2, 2);
    put(out, bytes, length);
}

/* EXIF: one directory with ImageDescription, Artist and Copyright. */
static GByteArray *exif(void)
{
    static const char *const texts[] = {WHO, ADULT, NHS};
    static const guint tags[] = {0x010e, 0x013b, 0x8298};
    GByteArray *out = g_byte_array_new();
    guint at = 8 + 2 + 3 * 12 + 4;

    put(out, "MM\0*\0\0\0\10", 8);
    put_be(out, 3, 2);
    for (guint i = 0; i < 3; i++) {
        put_be(out, tags[i], 2);
        put_be(out, 2, 2);
        put_be(out, (guint32)strlen(texts[i]) + 1, 4);
        put_be(out, at, 4);
        at += (guint)strlen(texts[i]) + 1;
    }
    put_be(out, 0, 4);
    for (guint i = 0; i < 3; i++)
        put(out, texts[i], strlen(texts[i]) + 1);
    g_byte_array_prepend(out, (const guint8 *)"Exif\0\0", 6);
    return out;
}

/* One grey square of eight by eight. */
static void jpeg_image(GByteArray *out)
{
    guint8 quantities[65];
    guint8 codes[18] = {0, 1};

    memset(quantities, 1, sizeof quantities);
    quantities[0] = 0;
    jpeg_segment(out, 0xdb, quantities, sizeof quantities);
    jpeg_segment(out, 0xc0, "\10\0\10\0\10\1\1\x11\0", 9);
    jpeg_segment(out, 0xc4, codes, sizeof codes);
    codes[0] = 0x10;
    jpeg_segment(out, 0xc4, codes, sizeof codes);
    jpeg_segment(out, 0xda, "\1\1\0\0\x3f\0", 6);
    put(out, "\x3f\xff\xd9", 3);
}

GBytes *blob_jpeg(void)
{
    static const char xmp[] =
        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator><rdf:Seq><rdf:li>" ADULT
        "</rdf:li><rdf:li>" WHO "</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF>"
        "</x:xmpmeta>";
    GByteArray *out = g_byte_array_new();
    g_autoptr(GByteArray) tags = exif();

    put(out, "\xff\xd8", 2);
    jpeg_segment(out, 0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0", 14);
    jpeg_segment(out, 0xe1, tags->data, tags->len);
    jpeg_segment(out, 0xe1, xmp, sizeof xmp - 1);
    jpeg_segment(out, 0xfe, "Photo of " WHO, strlen("Photo of " WHO));
    jpeg_image(out);
    return g_byte_array_free_to_bytes(out);
}

static void png_chunk(GByteArray *out, const char *kind, const void *bytes, gsize length)
{
    guint start = out->len + 4;

    put_be(out, (guint32)length, 4);
    put_text(out, kind);
    put(out, bytes, length);
    put_be(out, container_crc32(out->data + start, out->len - start), 4);
}

static void png_head(GByteArray *out)
{
    put(out, "\x89PNG\r\n\x1a\n", 8);
    png_chunk(out, "IHDR", "\0\0\0\2\0\0\0\2\10\0\0\0\0", 13);
}

static void png_rest(GByteArray *out)
{
    g_autoptr(GBytes) pixels =
        container_deflate("\0\x80\x90\0\xa0\xb0", 6, G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

    png_chunk(out, "IDAT", g_bytes_get_data(pixels, NULL), g_bytes_get_size(pixels));
    png_chunk(out, "IEND", "", 0);
}

GBytes *blob_png(void)
{
    GByteArray *out = g_byte_array_new();

    png_head(out);
    png_rest(out);
    return g_byte_array_free_to_bytes(out);
}

GBytes *blob_png_text(void)
{
    static const char text[] = "Author\0" WHO;
    static const char international[] = "Title\0\0\0en\0Title\0" SURNAME;
    GByteArray *out = g_byte_array_new();
    g_autoptr(GByteArray) packed = g_byte_array_new();
    g_autoptr(GBytes) deflated =
        container_deflate(NHS " " WHO, strlen(NHS " " WHO), G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

    put(packed, "Comment\0\0", 9);
    put(packed, g_bytes_get_data(deflated, NULL), g_bytes_get_size(deflated));
    png_head(out);
    png_chunk(out, "tEXt", text, sizeof text - 1);
    png_chunk(out, "zTXt", packed->data, packed->len);
    png_chunk(out, "iTXt", international, sizeof international - 1);
    png_rest(out);
    return g_byte_array_free_to_bytes(out);
}

GBytes *blob_png_trailing(void)
{
    GByteArray *out = g_byte_array_new();

    png_head(out);
    png_rest(out);
    put_text(out, WHO ", " NHS);
    return g_byte_array_free_to_bytes(out);
}

GBytes *blob_gif(void)
{
    GByteArray *out = g_byte_array_new();

    put(out, "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff", 19);
    put(out, "!\xfe", 2);
    put_le(out, (guint32)strlen(WHO), 1);
    put_text(out, WHO);
    put_le(out, 0, 1);
    put(out, ",\0\0\0\0\1\0\1\0\0\2\2\x44\1\0;", 16);
    return g_byte_array_free_to_bytes(out);
}

static void emf_text(GByteArray *out, const char *text)
{
    guint32 letters = (guint32)strlen(text), size = (76 + 2 * letters + 3) / 4 * 4;
    guint start = out->len;

    put_le(out, 84, 4); /* EMR_EXTTEXTOUTW */
    put_le(out, size, 4);
    pad(out, start + 36);
    put_le(out, 0, 4);
    put_le(out, 0, 4);
    put_le(out, letters, 4);
    put_le(out, 76, 4);
    pad(out, start + 76);
    put_wide(out, text);
    pad(out, start + size);
}

GBytes *blob_emf(void)
{
    static const char about[] = "Kit " SURNAME;
    GByteArray *out = g_byte_array_new();
    guint32 letters = (guint32)sizeof about + 1, head = (88 + 2 * letters + 3) / 4 * 4;

    put_le(out, 1, 4);
    put_le(out, head, 4);
    pad(out, 16);
    put_le(out, 100, 4);
    put_le(out, 100, 4);
    pad(out, 32);
    put_le(out, 1000, 4);
    put_le(out, 1000, 4);
    put_text(out, " EMF");
    put_le(out, 0x10000, 4);
    guint sizes = out->len;
    pad(out, sizes + 4);
    put_le(out, 4, 4); /* records */
    put_le(out, 1, 4);
    put_le(out, letters, 4);
    put_le(out, 88, 4);
    pad(out, 88);
    put_wide(out, about);
    pad(out, head);
    emf_text(out, WHO);
    emf_text(out, NHS);
    put_le(out, 14, 4); /* EMR_EOF */
    put_le(out, 20, 4);
    put_le(out, 0, 4);
    put_le(out, 16, 4);
    put_le(out, 20, 4);
    for (guint i = 0; i < 4; i++)
        out->data[sizes + i] = (guint8)(out->len >> (8 * i));
    return g_byte_array_free_to_bytes(out);
}

GBytes *blob_wmf(void)
{
    static const char text[] = WHO "\0";
    GByteArray *out = g_byte_array_new();
    guint32 words = 3 + 1 + (guint32)(sizeof text - 1 + 1) / 2 + 2;

    put(out, "\xd7\xcd\xc6\x9a\0\0\0\0\0\0\x64\0\x64\0\x60\0\0\0\0\0\x71\x57", 22);
    put_le(out, 1, 2);
    put_le(out, 9, 2);
    put_le(out, 0x300, 2);
    put_le(out, 9 + words + 3, 4);
    put_le(out, 0, 2);
    put_le(out, words, 4);
    put_le(out, 0, 2);
    guint start = out->len;
    put_le(out, words, 4);
    put_le(out, 0x521, 2); /* META_TEXTOUT */
    put_le(out, (guint32)strlen(WHO), 2);
    put(out, text, sizeof text - 1);
    pad(out, start + 2 * words);
    put_le(out, 3, 4);
    put_le(out, 0, 2);
    return g_byte_array_free_to_bytes(out);
}

/* An atom of an MP4 file around @inner, which it frees. */
static GByteArray *atom(const char *kind, const char *before, gsize length, GByteArray *inner)
{
    GByteArray *out = g_byte_array_new();

    put_be(out, (guint32)(8 + length + inner->len), 4);
    put(out, kind, 4);
    put(out, before, length);
    put(out, inner->data, inner->len);
    g_byte_array_unref(inner);
    return out;
}

static GByteArray *atom_text(const char *kind, const char *text)
{
    GByteArray *inner = g_byte_array_new();

    put_text(inner, text);
    return atom(kind, "", 0, atom("data", "\0\0\0\1\0\0\0\0", 8, inner));
}

GBytes *blob_mp4(void)
{
    GByteArray *list = atom_text("\xa9nam", WHO ", " NHS);
    g_autoptr(GByteArray) author = atom_text("\xa9"
                                             "ART",
                                             ADULT);
    GByteArray *out = g_byte_array_new();

    put(list, author->data, author->len);
    GByteArray *tags = atom("udta", "", 0, atom("meta", "\0\0\0\0", 4, atom("ilst", "", 0, list)));
    g_autoptr(GByteArray) movie = atom("moov", "", 0, tags);
    put(out,
        "\0\0\0\x10"
        "ftypisom\0\0\2\0",
        16);
    put(out, movie->data, movie->len);
    return g_byte_array_free_to_bytes(out);
}
