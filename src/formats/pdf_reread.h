/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What poppler reads on a page of a copy, held against the removed values. Serves pdf_prove.c and
 * shares no code with the readers of sources. */
#pragma once

#include "../needle.h"

#include <poppler.h>

/* The first of @needles that is read on @page, in the order from one corner to the other or back,
 * with letters that stand apart joined, or that a search of the whole page finds; NULL if none. */
const IsrNeedle *isr_pdf_reread(PopplerPage *page, const IsrNeedles *needles);
