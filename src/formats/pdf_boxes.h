/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The boxes of a copy, looked at: where a mark is read, something must have been painted over.
 * Serves pdf_prove.c and shares no code with what paints them. */
#pragma once

#include <poppler.h>

/* How many marks are read on @page, drawn at @dpi dots per inch, where no box is seen, those not
 * counted that are read on @source too: they are the document's own. */
guint isr_pdf_boxes_missing(PopplerPage *page, PopplerPage *source, guint dpi);
