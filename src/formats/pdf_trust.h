/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the text of a page says what is seen on it. Where there is doubt, the page must be read
 * with OCR. */
#pragma once

#include "ocr.h"
#include "pdf_page.h"

#include <isredact/lists.h>
#include <poppler.h>

typedef enum {
    ISR_DOUBT_PICTURES = 1 << 0, /* pictures take up more of it than a mark or two */
    ISR_DOUBT_UNREAD = 1 << 1,   /* letters are drawn of which no text is known */
    ISR_DOUBT_CODES = 1 << 2,    /* its characters are of no script */
    ISR_DOUBT_WORDS = 1 << 3,    /* its text is of no words */
    ISR_DOUBT_INK = 1 << 4       /* something like letters is seen where no text stands */
} IsrDoubt;
/* The doubts that are about the text itself: it may say anything. */
#define ISR_DOUBTS_OF_TEXT (ISR_DOUBT_UNREAD | ISR_DOUBT_CODES | ISR_DOUBT_WORDS)

/* The doubts (IsrDoubt) about @page, read from @source; @raster: what is seen of all of it, its
 * dpi known and not below 72. @lists: known words; NULL: words are not doubted. */
guint isr_pdf_trust(PopplerPage *source, const IsrPdfPage *page, const IsrRaster *raster,
                    const IsrLists *lists);

/* A phrase for the first of @doubts, as "pictures on it"; static. */
const char *isr_doubt_words(guint doubts);
