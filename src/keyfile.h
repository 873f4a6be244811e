/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of groups and keys, as rules, labels, cues, topics and profiles are: the one place that
 * reads them. What is wrong is told with its line; GKeyFile alone would take the last of two lines
 * for one key and say nothing. */
#pragma once

#include <glib.h>

/* The groups of @length bytes at @text. Error: RULES, without the file's name, which the caller
 * puts in front. Free with g_key_file_unref(). */
GKeyFile *isr_keyfile_read(const char *text, gsize length, GError **error);

/* The same for the file @path. */
GKeyFile *isr_keyfile_open(const char *path, GError **error);

/* FALSE if something stands empty in the list @key, whose parts ';' parts; nothing behind the last
 * ';' is nothing. TRUE if there is no such key. Error: RULES, with group and key. */
gboolean isr_keyfile_has_no_gap(GKeyFile *file, const char *group, const char *key, GError **error);
