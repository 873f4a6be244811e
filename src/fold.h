/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How single characters are read: the tables behind readings and squeezed text. */
#pragma once

#include <glib.h>

/* TRUE for characters that leave no mark on paper: soft hyphen, zero width, direction marks. */
gboolean isr_fold_is_invisible(gunichar c);

/* An ASCII character as read: tabs and other white space become ' ', line ends '\n'; the cell
 * break and the rest stay. */
char isr_fold_ascii(char c);

/* Appends @c (in NFKC) as read: odd spaces ' ', dashes '-', quotation marks plain, characters of
 * symbol fonts (U+F020..F0FF) their ASCII ones, look-alike letters of other scripts within the
 * Latin ones stay what they are; invisible ones nothing. */
void isr_fold_plain(gunichar c, GString *out);

/* Appends @c (in NFKD) squeezed: letters and digits in lower case, without accents; else
 * nothing. */
void isr_fold_squeezed(gunichar c, GString *out);
