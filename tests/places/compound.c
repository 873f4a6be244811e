/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A compound file in its simplest form: one sector of allocation table, one of directory, and
 * streams long enough not to need the table of small sectors. */
#include "compound.h"

#include <string.h>

#define SECTOR 512u
#define CUTOFF 4096u /* shorter streams would live in small sectors */
#define FREE 0xffffffffu
#define END 0xfffffffeu
#define TABLE 0xfffffffdu

static void put16(guint8 *at, guint value)
{
    at[0] = (guint8)value;
    at[1] = (guint8)(value >> 8);
}

static void put32(guint8 *at, guint32 value)
{
    put16(at, value & 0xffff);
    put16(at + 2, value >> 16);
}

static void write_header(guint8 *header)
{
    memcpy(header, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
    put16(header + 24, 0x3e);
    put16(header + 26, 3);
    put16(header + 28, 0xfffe);
    put16(header + 30, 9);
    put16(header + 32, 6);
    put32(header + 44, 1); /* sectors of the table */
    put32(header + 48, 1); /* first sector of the directory */
    put32(header + 56, CUTOFF);
    put32(header + 60, END);
    put32(header + 68, END);
    for (guint i = 0; i < 109; i++)
        put32(header + 76 + 4 * i, i == 0 ? 0 : FREE);
}

static void write_entry(guint8 *entry, const char *name, guint8 kind, guint32 start, guint32 size)
{
    glong letters;
    g_autofree gunichar2 *wide = g_utf8_to_utf16(name, -1, NULL, &letters, NULL);

    for (glong i = 0; i < letters; i++)
        put16(entry + 2 * i, wide[i]);
    put16(entry + 64, (guint)(2 * (letters + 1)));
    entry[66] = kind;
    entry[67] = 1;
    put32(entry + 68, FREE);
    put32(entry + 72, FREE);
    put32(entry + 76, FREE);
    put32(entry + 116, start);
    put32(entry + 120, size);
}

static guint32 sectors_of(GBytes *bytes)
{
    return (guint32)((MAX(g_bytes_get_size(bytes), CUTOFF) + SECTOR - 1) / SECTOR);
}

GBytes *compound_write(const CompoundStream *streams, guint n)
{
    guint32 total = 3;
    for (guint i = 0; i < n; i++)
        total += sectors_of(streams[i].bytes);
    guint8 *file = g_malloc0((gsize)total * SECTOR);
    guint8 *table = file + SECTOR, *directory = file + 2 * SECTOR;
    guint32 sector = 2;

    write_header(file);
    memset(table, 0xff, SECTOR);
    put32(table, TABLE);
    put32(table + 4, END);
    write_entry(directory, "Root Entry", 5, END, 0);
    put32(directory + 76, n > 0 ? 1 : FREE);
    for (guint i = 0; i < n; i++) {
        guint32 length = sectors_of(streams[i].bytes);
        guint8 *entry = directory + 128 * (i + 1);

        write_entry(entry, streams[i].name, 2, sector, length * SECTOR);
        if (i + 1 < n)
            put32(entry + 72, i + 2); /* each is the right neighbour of the one before */
        memcpy(file + (sector + 1) * SECTOR, g_bytes_get_data(streams[i].bytes, NULL),
               g_bytes_get_size(streams[i].bytes));
        for (guint32 k = 0; k < length; k++, sector++)
            put32(table + 4 * sector, k + 1 < length ? sector + 1 : END);
    }
    return g_bytes_new_take(file, (gsize)total * SECTOR);
}
