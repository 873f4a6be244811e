/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks: the bracketed words that the program writes where something went. */
#pragma once

#include <isredact/block.h>

/* The mark that begins at byte @open of @text; an empty range if none does. */
IsrRange isr_mark_at(const GString *text, gsize open);

/* TRUE if @range of @text touches a mark ("[NAME]", "[PERSON 3]", "[Removed: criminal, family]",
 * "[c]"):
 * such text is the program's own and is no finding. */
gboolean isr_mark_touches(const GString *text, IsrRange range);

/* TRUE if @text is a name that the program gave to what had a removed one ("RedactedStyle3"). */
gboolean isr_mark_is_name(const char *text);
