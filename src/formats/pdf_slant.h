/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that stands aslant, which readers put into no order that can be searched: its letters are
 * followed from place to place. Serves pdf_prove.c. */
#pragma once

#include "../needle.h"

#include <poppler.h>

/* The first of @needles of which a word of a name (five letters or more) stands aslant on @page;
 * NULL if none does. */
const IsrNeedle *isr_pdf_slant(PopplerPage *page, const IsrNeedles *needles);
