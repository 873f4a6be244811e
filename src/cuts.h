/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts: where in a text a value could stand with letters or digits glued to it. For whoever knows
 * values only by what is committed to, and so must try each place. Serves proof.c. */
#pragma once

#include <isredact/block.h>

/* Receives a stretch of the text; FALSE ends the search. */
typedef gboolean (*IsrCutFunc)(gpointer self, IsrRange range);

/* Hands to @cut each stretch of @text that begins or ends inside one of @words (GArray of IsrRange,
 * in order, letters apart from digits) and that a code, a number or an e-mail address could fill:
 * eight words at the most, words of letters in between no longer than four, but for addresses.
 * FALSE if @cut said so. */
gboolean isr_cuts_each(const char *text, const GArray *words, IsrCutFunc cut, gpointer self);
