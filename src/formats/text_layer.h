/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text under a page's picture: what is read on the page, at its place and invisible, so that
 * the copy can be searched, selected and read aloud. */
#pragma once

#include "pdf_page.h"
#include "text_fonts.h"

/* Appends to @content the operators that set @page, in points from the page's lower left corner.
 * The fonts are called T0, T1, ... */
void isr_text_layer_set(IsrTextFonts *fonts, const IsrPdfPage *page, GString *content);
