/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words seen with OCR, and labels that stand for them, where something else stands already: a
 * logo's lines read twice, a word under a label. Set in the text of a copy, the letters of both
 * would be read among each other. */
#pragma once

#include "pdf_page.h"

/* For each glyph of @page whether it is such a word: of two that share a place text stays,
 * then labels, then what is read first. Free with g_free(). */
gboolean *isr_text_crowd(const IsrPdfPage *page);
