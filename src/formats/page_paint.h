/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page as it will stand in the copy: its pixels, with boxes where something went, and what is
 * then read on it. The boxes are painted before anyone else sees the pixels. */
#pragma once

#include "page_strips.h"
#include "pdf_page.h"

#include <poppler.h>

typedef struct IsrPainted IsrPainted;

/* @source drawn at @dpi dots per inch; @page says what is read on it and @stands what stands for
 * each glyph (see page_writer.h). Free it with isr_painted_free() (accepts NULL). Errors: LIMIT
 * (too many pixels), MALFORMED (the page cannot be drawn, or is not of the size that @page has). */
IsrPainted *isr_page_paint(PopplerPage *source, const IsrPdfPage *page, const GPtrArray *stands,
                           guint dpi, GError **error);
void isr_painted_free(IsrPainted *painted);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPainted, isr_painted_free)

/* Its pixels; borrowed. */
IsrPixels isr_painted_pixels(const IsrPainted *painted);
/* The same as cairo holds them (RGB24), and how many dots they have to an inch; borrowed. */
cairo_surface_t *isr_painted_surface(const IsrPainted *painted, guint *dpi);

/* What is read on it: glyphs that stay and, letter by letter, labels, at their places in the copy
 * and in reading order; borrowed. */
const IsrPdfPage *isr_painted_text(const IsrPainted *painted);

/* Paints a box without a label over @place (points): what is seen there had to go too. */
void isr_painted_cover(IsrPainted *painted, const IsrPlace *place);

/* How many boxes tell by their width how long what they hide was. */
guint isr_painted_told(const IsrPainted *painted);
