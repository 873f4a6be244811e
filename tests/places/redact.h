/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole way of a document in memory, as a program that links the library takes it. */
#pragma once

#include <isredact/pipeline.h>

/* The copy that profile @profile makes of @source, and its @record (may be NULL; free with
 * isr_record_free()). NULL with @error set: refused. Free with g_bytes_unref(). */
GBytes *redact_bytes(GBytes *source, const char *profile, IsrRecord **record, GError **error);

/* @bytes as an input of the library. */
IsrInput *redact_input(GBytes *bytes, GError **error);

/* All bytes of @fd; free with g_bytes_unref(). */
GBytes *redact_read_back(int fd);
