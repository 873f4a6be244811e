/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far bytes deflate. Readers, isredact among them, take for a bomb what unpacks to hundreds of
 * times its size, and a table of thousands of empty rows does. */
#pragma once

#include <glib.h>

/* TRUE if the @length bytes at @start of the file @fd would deflate so far that a reader could take
 * them for a bomb; they are stored as they are instead. Reads the first megabyte, and the rest if
 * that is dense. FALSE too if they cannot be read, which their writer finds out. */
gboolean isr_density_is_suspect(int fd, guint64 start, guint64 length);
