/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page as blocks of text for a walk's visitor. Each run of a block is one glyph: its slot is the
 * glyph's index on the page, so that what becomes of a run is what becomes of the glyph. */
#pragma once

#include "pdf_page.h"

#include <isredact/block.h>

#define ISR_PDF_NO_GLYPH (G_MAXUINT) /* the slot of a gap that no glyph stands for */

typedef struct IsrPdfBlocks IsrPdfBlocks;

/* What is remembered from page to page of a document: the heads of a table that goes on. Free it
 * with isr_pdf_blocks_free() (accepts NULL). */
IsrPdfBlocks *isr_pdf_blocks_new(void);
void isr_pdf_blocks_free(IsrPdfBlocks *blocks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPdfBlocks, isr_pdf_blocks_free)

/* The blocks of @page: paragraphs and rows as they are read, then all of them once more for
 * values whose letters stand apart, what reads otherwise in the order of drawing, and the page as
 * poppler reads it. A GPtrArray
 * that frees its IsrBlocks; they borrow column heads from @blocks, which stay until the next
 * page's are asked for. */
GPtrArray *isr_pdf_blocks_of(IsrPdfBlocks *blocks, const IsrPdfPage *page);
