/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names in a folder of patterns: all of them or none, for with one file less another copy is
 * made and nobody is told. */
#pragma once

#include <glib.h>

/* Names in @path that end in @suffix and are not hidden, sorted by their bytes; GPtrArray of char
 * *, which owns them. Error: RULES, where the folder is not there or cannot be read to its end. */
GPtrArray *isr_folder_names(const char *path, const char *suffix, GError **error);
