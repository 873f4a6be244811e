/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of patterns or profiles. It must be a regular file: a pipe in its place would be waited
 * for, and a device read without end. */
#pragma once

#include <glib.h>

/* The file @path, to be read only. Error: of G_FILE_ERROR (INVAL: not a regular file). Free it with
 * g_mapped_file_unref(). */
GMappedFile *isr_datafile_map(const char *path, GError **error);

/* Its bytes, with a NUL behind them, and how many they are. Errors as above. Free @bytes with
 * g_free(). */
gboolean isr_datafile_read(const char *path, char **bytes, gsize *length, GError **error);
