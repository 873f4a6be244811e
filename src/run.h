/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values in a run of letters: where the words of a page run together or letters stand apart, and
 * where a line breaks a value. Serves terms.c. */
#pragma once

#include "spelling.h"

/* "theJaydenOkaforfile", "Jay den Oka for": TRUE if @term at @range of the text, whose squeezed
 * value ends before byte @end, is a name in a row of letters, long enough to stand there by no
 * chance. */
gboolean isr_run_has(const IsrSpelling *term, const IsrSqueezed *squeezed, IsrRange range,
                     gsize end);

/* What parts the blocks of a page in its text as a whole. */
#define ISR_RUN_BLOCK_END "\n\n"

/* What stands in a page as a value is found in the blocks of the page, but for a number or several
 * words that go on in the next block (the lines of a logo), and a word that a line end breaks: it
 * reads there without its hyphen or with it, not both. TRUE if @term at @range of the text is one
 * of these. */
gboolean isr_run_is_broken(const IsrSpelling *term, const IsrSqueezed *squeezed, IsrRange range);
