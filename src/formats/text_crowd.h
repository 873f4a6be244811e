/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words seen with OCR, and labels, where something else stands already: a logo's lines read
 * twice, a word under a label, two labels at the edge of a page. Set in the text of a copy, the
 * letters of both would be read among each other. */
#pragma once

#include "pdf_page.h"

/* For each glyph of @page whether it is such a word: of two that share a place text stays,
 * then labels (the later of two), then what is read first. Free with g_free(). */
gboolean *isr_text_crowd(const IsrPdfPage *page);
