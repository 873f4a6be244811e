/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes stored zip members one after another, then the directory. Owns the layout of the file
 * alone; what the members hold is the callers' matter. */
#include "archive.h"

#include <string.h>

/* 1 September 2024, noon, as MS-DOS counts. */
#define DOS_TIME (12u << 11)
#define DOS_DATE ((44u << 9) | (9u << 5) | 1u)
#define VERSION 20u
#define UTF8_NAMES 0x0800u

struct IsrArchive {
    GByteArray *members;
    GByteArray *directory;
    guint count;
};

IsrArchive *isr_archive_new(void)
{
    IsrArchive *archive = g_new0(IsrArchive, 1);

    archive->members = g_byte_array_new();
    archive->directory = g_byte_array_new();
    return archive;
}

void isr_archive_free(IsrArchive *archive)
{
    if (!archive)
        return;
    g_byte_array_unref(archive->members);
    g_byte_array_unref(archive->directory);
    g_free(archive);
}

static void put(GByteArray *bytes, guint32 value, guint width)
{
    for (guint i = 0; i < width; i++) {
        guint8 byte = (guint8)(value >> (8 * i));

        g_byte_array_append(bytes, &byte, 1);
    }
}

static guint32 crc32_of(const char *text, gsize length)
{
    guint32 crc = 0xffffffffu;

    for (gsize i = 0; i < length; i++) {
        crc ^= (guint8)text[i];
        for (guint bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1u)));
    }
    return ~crc;
}

/* The fields that a member's header and its entry in the directory share. */
static void put_common(GByteArray *bytes, const char *name, const char *text)
{
    guint32 length = (guint32)strlen(text);

    put(bytes, VERSION, 2);
    put(bytes, UTF8_NAMES, 2);
    put(bytes, 0, 2); /* stored */
    put(bytes, DOS_TIME, 2);
    put(bytes, DOS_DATE, 2);
    put(bytes, crc32_of(text, length), 4);
    put(bytes, length, 4);
    put(bytes, length, 4);
    put(bytes, (guint32)strlen(name), 2);
    put(bytes, 0, 2); /* no extra field */
}

void isr_archive_add(IsrArchive *archive, const char *name, const char *text)
{
    guint32 offset = archive->members->len;

    put(archive->members, 0x04034b50u, 4);
    put_common(archive->members, name, text);
    g_byte_array_append(archive->members, (const guint8 *)name, (guint)strlen(name));
    g_byte_array_append(archive->members, (const guint8 *)text, (guint)strlen(text));

    put(archive->directory, 0x02014b50u, 4);
    put(archive->directory, VERSION, 2);
    put_common(archive->directory, name, text);
    put(archive->directory, 0, 2); /* no comment */
    put(archive->directory, 0, 2); /* first disk */
    put(archive->directory, 0, 2); /* internal attributes */
    put(archive->directory, 0, 4); /* external attributes */
    put(archive->directory, offset, 4);
    g_byte_array_append(archive->directory, (const guint8 *)name, (guint)strlen(name));
    archive->count++;
}

GBytes *isr_archive_bytes(IsrArchive *archive)
{
    GByteArray *bytes = g_byte_array_new();

    g_byte_array_append(bytes, archive->members->data, archive->members->len);
    g_byte_array_append(bytes, archive->directory->data, archive->directory->len);
    put(bytes, 0x06054b50u, 4);
    put(bytes, 0, 4); /* one disk */
    put(bytes, archive->count, 2);
    put(bytes, archive->count, 2);
    put(bytes, archive->directory->len, 4);
    put(bytes, archive->members->len, 4);
    put(bytes, 0, 2); /* no comment */
    return g_byte_array_free_to_bytes(bytes);
}
