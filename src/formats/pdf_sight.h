/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What OCR sees on a page of which the text does not tell all. */
#pragma once

#include "pdf_page.h"
#include "pdf_trust.h"

#include <cairo.h>
#include <isredact/format.h>

typedef struct {
    guint doubts;     /* IsrDoubt: why it was read; 0 also if every page is to be */
    IsrPdfPage *seen; /* a glyph for each word: all words if the text is in doubt, else those that
                         the text does not have where they stand. NULL: none, or not read */
    guint unsure;     /* words of these that are likely to be others */
    gboolean beside;  /* they stand beside text that is good */
    gboolean *mute; /* as long as the page's glyphs: those whose text says other than what is seen,
                       so that it must not be in the copy; NULL: none */
} IsrPdfSight;

/* Reads @source, of which @page is the text, as @pages asks. Errors: UNSUPPORTED (it must be read
 * and nothing can, or nothing may), LIMIT, MALFORMED; they name the page by its number. Clear
 * @sight with isr_pdf_sight_clear(). */
gboolean isr_pdf_sight(PopplerPage *source, const IsrPdfPage *page, const IsrPages *pages,
                       IsrPdfSight *sight, GError **error);
/* The same for a page of a copy that is painted: @pixels (RGB24) of @dpi dots to an inch, on which
 * @page is read. Nothing is read where the program's marks are not. */
gboolean isr_pdf_sight_again(cairo_surface_t *pixels, guint dpi, const IsrPdfPage *page,
                             const IsrPages *pages, IsrPdfSight *sight, GError **error);
void isr_pdf_sight_clear(IsrPdfSight *sight);

/* Makes of @page and what @stands for its glyphs what goes into the copy: glyphs that are mute say
 * nothing any more (what was taken away at their place stays so), and the words that were likely
 * seen stand behind them, for which stands what @seen_stands says. Both arrays own their texts. */
void isr_pdf_sight_merge(const IsrPdfSight *sight, IsrPdfPage *page, GPtrArray *stands,
                         const GPtrArray *seen_stands);
