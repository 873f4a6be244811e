/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a page draws glyphs, in the order in which it draws them, whatever can be read of them. */
#pragma once

#include <glib.h>
#include <poppler.h>

typedef struct {
    double x, y; /* the glyph's origin on its baseline; points as in IsrPlace */
} IsrDrawn;

/* Draws @page and notes each glyph that leaves a mark: a GArray of IsrDrawn. It is the page's
 * first drawing that lets poppler read annotations and fields as text. Errors: MALFORMED. */
GArray *isr_pdf_drawn(PopplerPage *page, GError **error);
