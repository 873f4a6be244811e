/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tesseract as the engine. It is kept from talking on standard error, where it could say what it
 * read, and from using more than one thread, with which it is slower. */
#include "ocr_engine.h"

#include "../sandbox.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <leptonica/allheaders.h>
#include <string.h>
#include <tesseract/capi.h>

#define LANGUAGE "eng"
#define DPI 300 /* taken for granted where it is not said */

/* OMP_THREAD_LIMIT=1 would do it too, but OpenMP looks at the environment before main(). */
extern void omp_set_max_active_levels(int levels);

struct IsrOcrEngine {
    TessBaseAPI *api;
};

gboolean isr_ocr_engine_is_built(void)
{
    return TRUE;
}

static void say_nothing(const char *message)
{
    (void)message;
}

/* Behind locked doors nothing is opened for writing, and standard error leads nowhere already. */
static void silence(IsrOcrEngine *engine)
{
    setMsgSeverity(L_SEVERITY_NONE);
    leptSetStderrHandler(say_nothing);
    TessBaseAPISetVariable(engine->api, "debug_file", isr_sandbox_is_locked() ? "" : "/dev/null");
}

/* Words are known to the language data; what a picture says never is added to them. */
static gboolean begin(IsrOcrEngine *engine)
{
    if (TessBaseAPIInit2(engine->api, NULL, LANGUAGE, OEM_LSTM_ONLY) != 0)
        return FALSE;
    TessBaseAPISetPageSegMode(engine->api, PSM_AUTO);
    return TRUE;
}

IsrOcrEngine *isr_ocr_engine_start(GError **error)
{
    IsrOcrEngine *engine = g_new0(IsrOcrEngine, 1);

    omp_set_max_active_levels(0);
    engine->api = TessBaseAPICreate();
    silence(engine);
    if (begin(engine))
        return engine;
    isr_ocr_engine_free(engine);
    g_set_error(error, ISR_ERROR, ISR_ERROR_UNSUPPORTED,
                "pictures of text cannot be read: Tesseract's data for English are missing; "
                "install the package tesseract-ocr-eng");
    return NULL;
}

void isr_ocr_engine_free(IsrOcrEngine *engine)
{
    if (!engine)
        return;
    TessBaseAPIEnd(engine->api);
    TessBaseAPIDelete(engine->api);
    g_free(engine);
}

/* --- words --- */

/* Where the iterator stands among lines and paragraphs. */
typedef struct {
    TessResultIterator *result;
    guint line, paragraph; /* begun so far */
} Walk;

static void note_begins(Walk *walk)
{
    const TessPageIterator *page = TessResultIteratorGetPageIteratorConst(walk->result);

    walk->line += TessPageIteratorIsAtBeginningOf(page, RIL_TEXTLINE) ? 1 : 0;
    walk->paragraph += TessPageIteratorIsAtBeginningOf(page, RIL_PARA) ? 1 : 0;
}

static gboolean place_word(const Walk *walk, const IsrRaster *raster, IsrOcrWord *word)
{
    const TessPageIterator *page = TessResultIteratorGetPageIteratorConst(walk->result);
    int left, top, right, bottom;

    if (!TessPageIteratorBoundingBox(page, RIL_WORD, &left, &top, &right, &bottom))
        return FALSE;
    word->left = (guint)CLAMP(left, 0, (int)raster->width);
    word->top = (guint)CLAMP(top, 0, (int)raster->height);
    word->right = (guint)CLAMP(right, 0, (int)raster->width);
    word->bottom = (guint)CLAMP(bottom, 0, (int)raster->height);
    return word->left < word->right && word->top < word->bottom;
}

static void add_word(const Walk *walk, const IsrRaster *raster, GArray *words)
{
    char *text = TessResultIteratorGetUTF8Text(walk->result, RIL_WORD);
    const float confidence = TessResultIteratorConfidence(walk->result, RIL_WORD);
    IsrOcrWord word = {.confidence = (guint)CLAMP(confidence, 0, 100),
                       .line = walk->line - 1,
                       .paragraph = walk->paragraph - 1};

    if (text && place_word(walk, raster, &word)) {
        /* in most prints a capital I is the same stroke */
        word.text = g_strstrip(g_utf8_make_valid(g_str_equal(text, "|") ? "I" : text, -1));
        if (*word.text)
            g_array_append_val(words, word);
        else
            g_free(word.text);
    }
    TessDeleteText(text);
}

static void add_words(TessBaseAPI *api, const IsrRaster *raster, GArray *words)
{
    Walk walk = {.result = TessBaseAPIGetIterator(api)};

    if (!walk.result)
        return; /* nothing stands in it */
    do {
        note_begins(&walk);
        if (walk.line && walk.paragraph)
            add_word(&walk, raster, words);
    } while (TessResultIteratorNext(walk.result, RIL_WORD));
    TessResultIteratorDelete(walk.result);
}

/* --- reading --- */

static gboolean recognise(TessBaseAPI *api, int most, GError **error)
{
    ETEXT_DESC *monitor = TessMonitorCreate();
    const gint64 before = g_get_monotonic_time();

    TessMonitorSetDeadlineMSecs(monitor, most * 1000);
    const gboolean done = TessBaseAPIRecognize(api, monitor) == 0;
    const gint64 seconds = (g_get_monotonic_time() - before) / G_USEC_PER_SEC;

    TessMonitorDelete(monitor);
    if (seconds >= most)
        g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                    "a picture takes longer than %d seconds to read", most);
    else if (!done)
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "a picture cannot be read");
    return done && seconds < most;
}

gboolean isr_ocr_engine_read(IsrOcrEngine *engine, const IsrRaster *raster, int seconds,
                             GArray *words, GError **error)
{
    silence(engine); /* it may have been started before the doors were locked */
    TessBaseAPISetImage(engine->api, raster->pixels, (int)raster->width, (int)raster->height, 1,
                        (int)raster->stride);
    TessBaseAPISetSourceResolution(engine->api, (int)(raster->dpi ? raster->dpi : DPI));
    const gboolean done = recognise(engine->api, seconds, error);

    if (done)
        add_words(engine->api, raster, words);
    /* no picture's pixels, words or habits are there when the next is read */
    TessBaseAPIClearAdaptiveClassifier(engine->api);
    TessBaseAPIClear(engine->api);
    return done;
}
