/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A large table that is read all over: in large pages, if the system has them, so that the
 * processor need not look up for each step where in memory a page lies. */
#pragma once

#include <glib.h>

/* @bytes of zeros, to be freed with g_free(); ends the program where there is no memory, as
 * g_malloc0() does. */
gpointer isr_large_table_new(gsize bytes);
