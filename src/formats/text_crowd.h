/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glyphs that stand where something else does: a logo's lines read twice, a word under a label,
 * two labels at the edge of a page. Set in the text of a copy, the letters of both would be read
 * among each other. */
#pragma once

#include "pdf_page.h"

/* For each glyph of @page whether it is such a one. What is on top stays: labels of what was seen
 * with OCR, which are painted last, then text, then labels of text (of two labels the later), then
 * seen words as they are read. Free with g_free(). */
gboolean *isr_text_crowd(const IsrPdfPage *page);
