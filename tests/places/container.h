/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A zip writer for documents that a zip library would refuse to make: orphans, gaps, twins,
 * comments and extra fields. Everything in memory; the same entries give the same bytes. */
#pragma once

#include <glib.h>

typedef struct {
    const char *name;
    GBytes *bytes;
    gboolean stored;     /* not compressed */
    gboolean orphan;     /* a local entry that the directory does not list */
    const char *comment; /* of the entry, or NULL */
    const char *extra;   /* text of an extra field, local and central, or NULL */
    const char *gap;     /* bytes before the entry that belong to nobody, or NULL */
} ContainerEntry;

/* The archive of @entries (GArray of ContainerEntry) with @comment (or NULL), followed by
 * @trailing (or NULL). Free with g_bytes_unref(). */
GBytes *container_write(const GArray *entries, const char *comment, const char *trailing);

/* @length bytes compressed: raw deflate, zlib or gzip; free with g_bytes_unref(). */
GBytes *container_deflate(const void *bytes, gsize length, int format);

/* The checksum of zip and PNG. */
guint32 container_crc32(const guint8 *bytes, gsize length);
