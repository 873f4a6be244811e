/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reads pixels: Tesseract, or nothing where the program was built without. Private to
 * ocr.c. */
#pragma once

#include "ocr.h"

typedef struct IsrOcrEngine IsrOcrEngine;

/* TRUE if there is an engine in this build. */
gboolean isr_ocr_engine_is_built(void);

/* Starts the engine with its English data. Errors: UNSUPPORTED, with what to install. Free with
 * isr_ocr_engine_free() (accepts NULL). */
IsrOcrEngine *isr_ocr_engine_start(GError **error);
void isr_ocr_engine_free(IsrOcrEngine *engine);

/* Appends to @words (of IsrOcrWord) what stands in @raster, whose size is within the limits, in
 * less than @seconds. Errors: LIMIT (it takes longer), MALFORMED. */
gboolean isr_ocr_engine_read(IsrOcrEngine *engine, const IsrRaster *raster, int seconds,
                             GArray *words, GError **error);
