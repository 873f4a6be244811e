/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engine of a build without OCR: it refuses. */
#include "ocr_engine.h"

#include <isredact/error.h>

gboolean isr_ocr_engine_is_built(void)
{
    return FALSE;
}

IsrOcrEngine *isr_ocr_engine_start(GError **error)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_UNSUPPORTED,
                "this isredact was built without OCR, so it cannot read pictures of text; install "
                "libtesseract-dev and tesseract-ocr-eng, and build it again with -Docr=enabled");
    return NULL;
}

void isr_ocr_engine_free(IsrOcrEngine *engine)
{
    (void)engine;
}

gboolean isr_ocr_engine_read(IsrOcrEngine *engine, const IsrRaster *raster, int seconds,
                             GArray *words, GError **error)
{
    (void)engine;
    (void)raster;
    (void)seconds;
    (void)words;
    (void)error;
    g_assert_not_reached(); /* no engine was ever started */
}
