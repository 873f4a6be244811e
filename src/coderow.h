/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of code: tokens with digits, and short ones before or, in capitals, after them. What stands
 * behind a number's label is meant as its value, even if it has not its form: "HO ref:
 * H 2 4 1 7 0 8 5", "ARC: ASC4471820 B". */
#pragma once

#include <isredact/block.h>

/* The row that begins at byte @at of @text; empty if it has fewer than @fewest digits. */
IsrRange isr_coderow_read(const char *text, gsize length, gsize at, guint fewest);
