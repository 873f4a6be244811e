/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads pictures once: what was read is kept by the digest of the pixels, so that every walk of a
 * run sees the same words. It does not know what reads them. */
#include "ocr_engine.h"

#include "../patience.h"

#include <isredact/error.h>
#include <isredact/limits.h>

struct IsrOcr {
    IsrOcrEngine *engine; /* NULL until it is needed */
    GHashTable *read;     /* digest of pixels → GArray of IsrOcrWord */
};

gboolean isr_ocr_is_built(void)
{
    return isr_ocr_engine_is_built();
}

IsrOcr *isr_ocr_new(void)
{
    IsrOcr *ocr = g_new0(IsrOcr, 1);

    ocr->read =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    return ocr;
}

void isr_ocr_free(IsrOcr *ocr)
{
    if (!ocr)
        return;
    isr_ocr_engine_free(ocr->engine);
    g_hash_table_unref(ocr->read);
    g_free(ocr);
}

gboolean isr_ocr_start(IsrOcr *ocr, GError **error)
{
    if (!ocr->engine)
        ocr->engine = isr_ocr_engine_start(error);
    return ocr->engine != NULL;
}

static void word_clear(gpointer data)
{
    g_free(((IsrOcrWord *)data)->text);
}

static GArray *words_new(void)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(IsrOcrWord));

    g_array_set_clear_func(words, word_clear);
    return words;
}

/* Pixels of the same bytes can be of two shapes. */
static char *digest_of(const IsrRaster *raster)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    const guint shape[] = {raster->width, raster->height, raster->dpi};

    g_checksum_update(sum, (const guchar *)shape, sizeof shape);
    for (guint y = 0; y < raster->height; y++)
        g_checksum_update(sum, raster->pixels + y * raster->stride, (gssize)raster->width);
    return g_strdup(g_checksum_get_string(sum));
}

static gboolean is_within_limits(const IsrRaster *raster, GError **error)
{
    const guint64 pixels = (guint64)raster->width * raster->height;

    if (pixels <= ISR_LIMIT_OCR_PIXELS && raster->width <= ISR_LIMIT_OCR_SIDE &&
        raster->height <= ISR_LIMIT_OCR_SIDE)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "a picture has more than %d million pixels, or more than %d in a row",
                ISR_LIMIT_OCR_PIXELS / 1000000, ISR_LIMIT_OCR_SIDE);
    return FALSE;
}

static GArray *read_anew(IsrOcr *ocr, const IsrRaster *raster, GError **error)
{
    g_autoptr(GArray) words = words_new();

    gboolean read;

    isr_patience_pause();
    read = isr_ocr_start(ocr, error) &&
           isr_ocr_engine_read(ocr->engine, raster, ISR_LIMIT_OCR_SECONDS, words, error);
    isr_patience_resume();
    return read ? g_steal_pointer(&words) : NULL;
}

GArray *isr_ocr_read(IsrOcr *ocr, const IsrRaster *raster, GError **error)
{
    if (raster->width == 0 || raster->height == 0)
        return words_new();
    if (!is_within_limits(raster, error))
        return NULL;
    g_autofree char *digest = digest_of(raster);
    GArray *words = g_hash_table_lookup(ocr->read, digest);

    if (!words) {
        words = read_anew(ocr, raster, error);
        if (words)
            g_hash_table_insert(ocr->read, g_steal_pointer(&digest), words);
    }
    return words ? g_array_ref(words) : NULL;
}
