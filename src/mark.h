/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks: the bracketed words that the program writes where something went. */
#pragma once

#include <isredact/finding.h>

/* What reads like a mark by its shape alone, at byte @open of @text; an empty range if nothing
 * does. For pages that the program itself has just drawn, whose labels may be of its users' own. */
IsrRange isr_mark_shape_at(const GString *text, gsize open);

/* The marks in @text, in order, each word for word as the program writes it, of what it knows:
 * nothing can hide in one. GArray of IsrRange, free with g_array_unref(). */
GArray *isr_marks_in(const GString *text);

/* TRUE if only space and punctuation of @range of @text is outside @marks, and a mark is in it. */
gboolean isr_marks_fill(const GArray *marks, const GString *text, IsrRange range);

/* TRUE if @range of @text touches a mark ("[NAME]", "[PERSON 3]", "[Removed: criminal, family]",
 * "[c]"): such text is the program's own and is no finding. */
gboolean isr_mark_touches(const GString *text, IsrRange range);

/* Drops what was found in marks of @text, and draws in what reaches into one; not sentences. */
void isr_marks_spare(const GString *text, GArray *findings);

/* TRUE if @text is a name that the program gave to what had a removed one ("RedactedStyle3"). */
gboolean isr_mark_is_name(const char *text);
