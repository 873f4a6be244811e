/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a page draws glyphs, in the order in which it draws them, whatever can be read of them;
 * and where it rules lines, which part the cells of tables. */
#pragma once

#include "pdf_page.h"

#include <poppler.h>

typedef struct {
    double x, y;    /* the glyph's origin on its baseline; points as in IsrPlace */
    gboolean blank; /* leaves no mark: a space */
} IsrDrawn;

/* Draws @page and notes each glyph: a GArray of IsrDrawn; straight lines across
 * or down the page are added to @rules (of IsrPlace). It is the page's first drawing that lets
 * poppler read annotations and fields as text. Errors: MALFORMED. */
GArray *isr_pdf_drawn(PopplerPage *page, GArray *rules, GError **error);
