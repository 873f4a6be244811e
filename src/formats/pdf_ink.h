/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What looks like letters on a page where no text stands: names drawn as outlines, or in pictures
 * too small to count. */
#pragma once

#include "ocr.h"
#include "pdf_page.h"

/* TRUE if shapes in @raster (of known dpi) that no glyph of @page explains stand in a row as
 * letters do, dark on light or light on dark. */
gboolean isr_pdf_ink(const IsrPdfPage *page, const IsrRaster *raster);
