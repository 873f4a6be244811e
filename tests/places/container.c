/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes zip archives, well formed or not as asked. */
#include "container.h"

#include <gio/gio.h>
#include <string.h>

static void put16(GByteArray *out, guint value)
{
    const guint8 bytes[] = {(guint8)value, (guint8)(value >> 8)};

    g_byte_array_append(out, bytes, sizeof bytes);
}

static void put32(GByteArray *out, guint32 value)
{
    put16(out, value & 0xffff);
    put16(out, value >> 16);
}

static void put_text(GByteArray *out, const char *text)
{
    if (text != NULL)
        g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
}

guint32 container_crc32(const guint8 *bytes, gsize length)
{
    guint32 crc = 0xffffffffu;

    for (gsize i = 0; i < length; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1u)));
    }
    return ~crc;
}

GBytes *container_deflate(const void *bytes, gsize length, int format)
{
    g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new((GZlibCompressorFormat)format, 9);
    g_autoptr(GInputStream) plain =
        g_memory_input_stream_new_from_data(bytes, (gssize)length, NULL);
    g_autoptr(GInputStream) packed = g_converter_input_stream_new(plain, G_CONVERTER(compressor));
    g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable();

    g_output_stream_splice(out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
    return g_memory_output_stream_steal_as_bytes(G_MEMORY_OUTPUT_STREAM(out));
}

typedef struct {
    guint32 crc, packed, plain;
    guint method;
} Sizes;

/* The fields that a local entry and its line in the directory share. */
static void put_shared(GByteArray *out, const ContainerEntry *entry, const Sizes *sizes)
{
    put16(out, 20);
    put16(out, 0x0800); /* names are UTF-8 */
    put16(out, sizes->method);
    put16(out, 0);
    put16(out, 0x5a21);
    put32(out, sizes->crc);
    put32(out, sizes->packed);
    put32(out, sizes->plain);
    put16(out, (guint)strlen(entry->name));
    put16(out, entry->extra != NULL ? (guint)strlen(entry->extra) + 4 : 0);
}

static void put_extra(GByteArray *out, const char *extra)
{
    if (extra == NULL)
        return;
    put16(out, 0xcafe);
    put16(out, (guint)strlen(extra));
    put_text(out, extra);
}

static Sizes put_local(GByteArray *out, const ContainerEntry *entry)
{
    gsize length;
    const guint8 *plain = g_bytes_get_data(entry->bytes, &length);
    g_autoptr(GBytes) packed = entry->stored
                                   ? g_bytes_ref(entry->bytes)
                                   : container_deflate(plain, length, G_ZLIB_COMPRESSOR_FORMAT_RAW);
    Sizes sizes = {.crc = container_crc32(plain, length),
                   .packed = (guint32)g_bytes_get_size(packed),
                   .plain = (guint32)length,
                   .method = entry->stored ? 0 : 8};

    put32(out, 0x04034b50);
    put_shared(out, entry, &sizes);
    put_text(out, entry->name);
    put_extra(out, entry->extra);
    g_byte_array_append(out, g_bytes_get_data(packed, NULL), sizes.packed);
    return sizes;
}

static void put_central(GByteArray *out, const ContainerEntry *entry, const Sizes *sizes,
                        guint32 offset)
{
    put32(out, 0x02014b50);
    put16(out, 20);
    put_shared(out, entry, sizes);
    put16(out, entry->comment != NULL ? (guint)strlen(entry->comment) : 0);
    put16(out, 0);
    put16(out, 0);
    put32(out, 0);
    put32(out, offset);
    put_text(out, entry->name);
    put_extra(out, entry->extra);
    put_text(out, entry->comment);
}

GBytes *container_write(const GArray *entries, const char *comment, const char *trailing)
{
    GByteArray *out = g_byte_array_new();
    g_autoptr(GByteArray) directory = g_byte_array_new();
    guint listed = 0;

    for (guint i = 0; i < entries->len; i++) {
        const ContainerEntry *entry = &g_array_index(entries, ContainerEntry, i);

        put_text(out, entry->gap);
        guint32 offset = out->len;
        Sizes sizes = put_local(out, entry);
        if (entry->orphan)
            continue;
        put_central(directory, entry, &sizes, offset);
        listed++;
    }

    guint32 start = out->len;
    g_byte_array_append(out, directory->data, directory->len);
    put32(out, 0x06054b50);
    put32(out, 0);
    put16(out, listed);
    put16(out, listed);
    put32(out, directory->len);
    put32(out, start);
    put16(out, comment != NULL ? (guint)strlen(comment) : 0);
    put_text(out, comment);
    put_text(out, trailing);
    return g_byte_array_free_to_bytes(out);
}
