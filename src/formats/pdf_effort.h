/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much each page of a PDF has drawn, with all forms and pictures that it calls: a few bytes
 * can ask for millions of lines. Told before anybody draws them. */
#pragma once

#include "pdf_open.h"

/* Looks at every page of @pdf, whose streams were looked at (pdf_streams). Errors: LIMIT (a page
 * draws more than ISR_LIMIT_PAGE_PAINTS, ISR_LIMIT_PAGE_SHEETS, ISR_LIMIT_PAGE_CONTENT,
 * ISR_LIMIT_PAGE_LETTERS, ISR_LIMIT_PAGE_FONTS or ISR_LIMIT_DRAWN_PIXELS, or more pieces of text
 * than ISR_LIMIT_PAGE_GLYPHS). */
gboolean isr_pdf_effort_check(const IsrPdf *pdf, GError **error);
