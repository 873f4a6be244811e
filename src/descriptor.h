/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every reader and writer of a file descriptor needs; whose descriptor it is, is not its
 * concern. */
#pragma once

#include <glib.h>

/* Writes all @length bytes to @fd, in however many pieces the system takes them. FALSE with errno
 * set if it does not take them all. */
gboolean isr_descriptor_write(int fd, const void *bytes, gsize length);

/* Reads up to @length bytes at @offset of @fd, fewer only at its end. Returns how many, or -1 with
 * errno set. */
gssize isr_descriptor_read(int fd, void *bytes, gsize length, guint64 offset);
