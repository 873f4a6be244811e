/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Members are stored, not deflated, so that what is changed in the input changes in the package. */
#include "fuzz.h"

#include <string.h>
#include <zlib.h>

#define HEADING "=== "

typedef struct {
    GByteArray *file, *directory;
    guint members;
} Parcel;

/* @number as @n bytes, the lowest first. */
static void put(GByteArray *to, guint32 number, guint n)
{
    for (guint i = 0; i < n; i++, number >>= 8) {
        const guint8 byte = (guint8)number;

        g_byte_array_append(to, &byte, 1);
    }
}

/* What the head of a member and its entry of the directory have in common. */
static void put_traits(GByteArray *to, const char *name, const guint8 *bytes, gsize length)
{
    put(to, 20, 2); /* version */
    put(to, 0, 4);  /* flags; stored */
    put(to, 0x00210000, 4);
    put(to, (guint32)crc32(0, bytes, (uInt)length), 4);
    put(to, (guint32)length, 4);
    put(to, (guint32)length, 4);
    put(to, (guint32)strlen(name), 2);
    put(to, 0, 2);
}

static void add(Parcel *parcel, const char *name, const void *bytes, gsize length)
{
    const guint32 at = parcel->file->len;

    put(parcel->file, 0x04034b50, 4);
    put_traits(parcel->file, name, bytes, length);
    g_byte_array_append(parcel->file, (const guint8 *)name, (guint)strlen(name));
    g_byte_array_append(parcel->file, bytes, (guint)length);
    put(parcel->directory, 0x02014b50, 4);
    put(parcel->directory, 20, 2);
    put_traits(parcel->directory, name, bytes, length);
    put(parcel->directory, 0, 4); /* no comment, disk 0 */
    put(parcel->directory, 0, 4);
    put(parcel->directory, 0, 2);
    put(parcel->directory, at, 4);
    g_byte_array_append(parcel->directory, (const guint8 *)name, (guint)strlen(name));
    parcel->members++;
}

static void finish(Parcel *parcel)
{
    const guint32 at = parcel->file->len;

    g_byte_array_append(parcel->file, parcel->directory->data, parcel->directory->len);
    put(parcel->file, 0x06054b50, 4);
    put(parcel->file, 0, 4);
    put(parcel->file, parcel->members, 2);
    put(parcel->file, parcel->members, 2);
    put(parcel->file, parcel->directory->len, 4);
    put(parcel->file, at, 4);
    put(parcel->file, 0, 2);
}

/* Where the next heading stands at the head of a line, from @at; @size if there is none. */
static size_t next_heading(const uint8_t *data, size_t size, size_t at)
{
    for (; at < size; at++) {
        if (size - at >= strlen(HEADING) && memcmp(data + at, HEADING, strlen(HEADING)) == 0 &&
            (at == 0 || data[at - 1] == '\n'))
            return at;
    }
    return size;
}

static gboolean has_heading(const uint8_t *data, size_t size, const char *name)
{
    g_autofree char *heading = g_strdup_printf(HEADING "%s\n", name);

    return memmem(data, size, heading, strlen(heading)) != NULL;
}

static void add_named(Parcel *parcel, const uint8_t *data, size_t size)
{
    for (size_t at = next_heading(data, size, 0); at < size;) {
        const size_t next = next_heading(data, size, at + 1);
        const uint8_t *line = data + at + strlen(HEADING);
        const uint8_t *end = memchr(line, '\n', next - at - strlen(HEADING));

        if (end) {
            g_autofree char *name = g_strndup((const char *)line, (gsize)(end - line));

            if (strlen(name) < 1000)
                add(parcel, name, end + 1, (gsize)(data + next - end - 1));
        }
        at = next;
    }
}

GByteArray *fuzz_parcel(const uint8_t *data, size_t size, const FuzzMember *always)
{
    Parcel parcel = {.file = g_byte_array_new(), .directory = g_byte_array_new()};

    if (size >= 2 && memcmp(data, "PK", 2) == 0) {
        g_byte_array_append(parcel.file, data, (guint)size);
    } else {
        for (guint i = 0; always[i].name; i++) {
            if (!has_heading(data, size, always[i].name))
                add(&parcel, always[i].name, always[i].text, strlen(always[i].text));
        }
        add_named(&parcel, data, size);
        finish(&parcel);
    }
    g_byte_array_unref(parcel.directory);
    return parcel.file;
}
