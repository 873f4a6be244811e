/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A long record for benchmarks: the corpus's documents again and again, each time with other
 * people and other numbers in them, so that a long file is not one short file many times. */
#pragma once

#include <glib.h>

/* At least @size bytes of UTF-8 made from the gold files below @root's corpus folder; the same
 * bytes each time. NULL with @error set if one cannot be read. */
GString *isr_bench_record(const char *root, gsize size, GError **error);
