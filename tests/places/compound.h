/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes OLE compound files, the container of old Office formats. */
#pragma once

#include <glib.h>

typedef struct {
    const char *name; /* UTF-8 */
    GBytes *bytes;
} CompoundStream;

/* A compound file with up to three streams in its root; free with g_bytes_unref(). */
GBytes *compound_write(const CompoundStream *streams, guint n);
