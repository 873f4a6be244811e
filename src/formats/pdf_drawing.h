/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page's text in the order in which it is drawn, where that gives words which the order of
 * reading does not: slanted lines, letters one over the other, lines that run into each other. */
#pragma once

#include "pdf_page.h"

#include <isredact/block.h>

/* Appends to @blocks (of IsrBlock *, those of @page as it is read) a block for each stretch of
 * drawing with a word that is in none of them. Runs are glyphs as in pdf_blocks.h. */
void isr_pdf_drawing_add(const IsrPdfPage *page, GPtrArray *blocks);
