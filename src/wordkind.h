/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a word can be: a name, English, a title. Serves words.c, which remembers it. */
#pragma once

#include <isredact/lists.h>

/* The WordFlags from WORD_KNOWN on (words.h) of @word of @length bytes. */
guint isr_word_kind(const IsrLists *lists, const char *word, gsize length);
