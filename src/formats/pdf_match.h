/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which glyph that can be read is which that is drawn, by their places. */
#pragma once

#include "pdf_page.h"

#define ISR_PDF_UNREAD (G_MAXUINT)     /* drawn where nothing can be read */
#define ISR_PDF_AGAIN (G_MAXUINT - 1u) /* drawn where what is read was drawn already */
#define ISR_PDF_BLANK (G_MAXUINT - 2u) /* leaves no mark */

/* For each of @drawn (of IsrDrawn) the index in page->glyphs of what it shows, or one of the
 * above: a GArray of guint. */
GArray *isr_pdf_match(const IsrPdfPage *page, const GArray *drawn);
