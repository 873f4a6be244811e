/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that are names and everyday words too ("Will", "May", "Rose"). Serves terms.c. */
#pragma once

#include <glib.h>

/* TRUE if the word at @start..@end of @text (@length bytes of UTF-8) reads as a name where it
 * stands: capitalised where an everyday word would not be, in the possessive, or doing what
 * people do. @heading: words are capitalised anyway. */
gboolean isr_ordinary_reads_as_name(const char *text, gsize length, gsize start, gsize end,
                                    gboolean heading);

/* TRUE if the first letter of @text is a capital; @all: every letter up to @length. */
gboolean isr_ordinary_is_capital(const char *text, gsize length, gboolean all);

/* The same of a word that a person in the document is called by: what a colon or dash follows at
 * the beginning of a sentence is a name then ("Mark: send the chart"), and a capital there says
 * enough if the word is @seldom met otherwise. */
gboolean isr_ordinary_is_known_name(const char *text, gsize length, gsize start, gsize end,
                                    gboolean heading, gboolean seldom);

/* TRUE if the capitals at @start..@end say nothing: the words beside them have them too. */
gboolean isr_ordinary_is_loud(const char *text, gsize length, gsize start, gsize end);

/* TRUE if @word, in any case, is a day of the week: people are called after those too. */
gboolean isr_ordinary_is_day(const char *word, gsize length);

/* TRUE if @word, in any case, is a month that people are called after too. */
gboolean isr_ordinary_is_month(const char *word, gsize length);

/* TRUE if @start..@end is all of its line or cell, but for marks. */
gboolean isr_ordinary_stands_alone(const char *text, gsize length, gsize start, gsize end);
