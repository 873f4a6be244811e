/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A zip archive in memory, the same bytes each time: members are stored, not deflated, so that no
 * release of a compressor can change them, and carry one fixed date. */
#pragma once

#include <glib.h>

typedef struct IsrArchive IsrArchive;

IsrArchive *isr_archive_new(void);
void isr_archive_free(IsrArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrArchive, isr_archive_free)

/* Adds a member; @text is copied. */
void isr_archive_add(IsrArchive *archive, const char *name, const char *text);

/* The archive's bytes; free with g_bytes_unref(). */
GBytes *isr_archive_bytes(IsrArchive *archive);
