/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of the training data, plain or gzip, line by line. */
#pragma once

#include <glib.h>

/* The lines of @folder/@name, without their ends; free with g_strfreev(). Errors: GIO's. */
char **source_lines(const char *folder, const char *name, GError **error);

/* Names of the files of @folder that end in @suffix, sorted; free with g_strfreev(). */
char **source_names(const char *folder, const char *suffix, GError **error);
