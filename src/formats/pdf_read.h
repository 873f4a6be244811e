/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What poppler reads on a page. One reading of it misses text, so several are put together and
 * held against what the page draws. */
#pragma once

#include "pdf_page.h"

#include <poppler.h>

/* The glyphs of page @number (from 0): first poppler's reading order, then what only other ways
 * of asking bring up. page->unread says how much of what is drawn stays without text. Errors:
 * MALFORMED, LIMIT. */
IsrPdfPage *isr_pdf_read(PopplerPage *source, guint number, GError **error);
