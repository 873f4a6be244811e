/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Empty words: those that say nothing by themselves about whom, where or when. */
#pragma once

#include <glib.h>

/* TRUE if @word may be left of an identifier of @category: "road" of an address. Of a name
 * nothing may be left. */
gboolean isr_is_empty_word(const char *word, const char *category);
