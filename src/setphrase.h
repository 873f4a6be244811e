/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fixed phrases in which a word that is a name too is nobody's: "Down syndrome", "Bell's palsy",
 * "mark scheme", "Op VELVET". Which there are is data (patterns/lists/). */
#pragma once

#include <isredact/lists.h>

/* TRUE if the word at @start..@end of @text (@length bytes of UTF-8) and the words beside it are
 * such a phrase. */
gboolean isr_set_phrase_at(const IsrLists *lists, const char *text, gsize length, gsize start,
                           gsize end);
