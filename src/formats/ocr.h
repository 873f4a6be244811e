/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads pictures: what Tesseract sees in the pixels, word by word. */
#pragma once

#include <isredact/format.h>

/* Grey pixels, row by row from the top, one byte each, 0 black to 255 white. Borrowed. */
typedef struct {
    const guint8 *pixels;
    guint width, height; /* pixels */
    gsize stride;        /* bytes from one row to the next */
    guint dpi;           /* dots per inch; 0 if not known */
} IsrRaster;

typedef struct {
    char *text;                     /* UTF-8, owned */
    guint left, top, right, bottom; /* pixels, right and bottom one past the last */
    guint confidence;               /* percent, as Tesseract says */
    guint line;      /* words of one line have one number, counted down the picture */
    guint paragraph; /* likewise, of paragraphs */
} IsrOcrWord;

/* TRUE if the program was built with OCR. */
gboolean isr_ocr_is_built(void);

/* A reader of English for a whole run: what it read once it remembers. Costs nothing until it has
 * something to read. Free it with isr_ocr_free() (accepts NULL). */
IsrOcr *isr_ocr_new(void);
void isr_ocr_free(IsrOcr *ocr);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrOcr, isr_ocr_free)

/* TRUE if @ocr can read; its engine is started if it was not. Errors: UNSUPPORTED if OCR was not
 * built in or its language data are missing; the sentence says what to install. */
gboolean isr_ocr_start(IsrOcr *ocr, GError **error);

/* The words in @raster, in reading order: a GArray of IsrOcrWord that frees its texts, not to be
 * changed; free it with g_array_unref(). The same pixels always have the same words. Errors: LIMIT
 * (too many pixels, takes too long), MALFORMED, and those of isr_ocr_start(). */
GArray *isr_ocr_read(IsrOcr *ocr, const IsrRaster *raster, GError **error);
