/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decides whether a page is read with OCR, reads it, and keeps of the words what its text does not
 * tell. */
#include "pdf_sight.h"

#include "../mark.h"
#include "ocr_lines.h"
#include "pdf_agree.h"
#include "raster.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <math.h>

#define TRUST_DPI 100 /* enough to see that there is ink */
#define READ_DPI 300
#define POINTS 72.0
#define SURE 60        /* percent: below, a word is often another */
#define LIKELY 30      /* percent: below, it is most often no word at all */
#define AGREEING 0.6   /* of the words with text: then the text is good */
#define LEAST_AGREED 5 /* words */

/* --- pixels --- */

/* As sharp as @dpi, or as the limits let so large a page be. */
static guint dpi_for(const IsrPdfPage *page, guint dpi)
{
    const double inches = page->width * page->height / (POINTS * POINTS);
    const double most = sqrt(ISR_LIMIT_OCR_PIXELS / inches) - 1;
    const double side = (ISR_LIMIT_PAGE_SIDE - 1) * POINTS / MAX(page->width, page->height);

    return (guint)MAX(MIN(dpi, MIN(most, side)), 1);
}

static gboolean draw(PopplerPage *source, const IsrPdfPage *page, guint dpi, IsrRaster *raster,
                     GError **error)
{
    const guint width = (guint)MAX(ceil(page->width * dpi / POINTS), 1);
    const guint height = (guint)MAX(ceil(page->height * dpi / POINTS), 1);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    cairo_t *cairo = cairo_create(surface);
    gboolean drawn;

    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, dpi / POINTS, dpi / POINTS);
    poppler_page_render(source, cairo);
    drawn = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    if (drawn)
        *raster = isr_raster_of(surface, dpi);
    else
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "page %u cannot be drawn",
                    page->number + 1);
    cairo_surface_destroy(surface);
    return drawn;
}

/* --- whether --- */

/* TRUE if the program's own marks stand in the text: something was removed here. */
static gboolean is_marked(const IsrPdfPage *page)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < page->glyphs->len; i++)
        g_string_append(text, g_array_index(page->glyphs, IsrGlyph, i).text);
    for (gsize i = 0; i < text->len; i++) {
        const IsrRange mark = isr_mark_shape_at(text, i);

        if (mark.end > mark.start)
            return TRUE;
    }
    return FALSE;
}

/* A machine that could not read the document cannot read the copy either. */
static gboolean can_be_proved(const IsrPdfPage *page, const IsrPages *pages)
{
    return pages->reader && isr_ocr_is_built() && is_marked(page);
}

/* Sets sight->doubts; *needed: the page must be read. */
static gboolean ask(PopplerPage *source, const IsrPdfPage *page, const IsrPages *pages,
                    IsrPdfSight *sight, gboolean *needed, GError **error)
{
    g_auto(IsrRaster) raster = {0};

    if (pages->ocr == ISR_OCR_MARKED) {
        *needed = can_be_proved(page, pages);
        return TRUE;
    }
    if (!draw(source, page, dpi_for(page, TRUST_DPI), &raster, error))
        return FALSE;
    sight->doubts = isr_pdf_trust(source, page, &raster, pages->words);
    *needed = sight->doubts != 0 || pages->ocr == ISR_OCR_ALWAYS;
    return TRUE;
}

static gboolean can_be_read(const IsrPdfPage *page, const IsrPages *pages, guint doubts,
                            GError **error)
{
    g_autoptr(GError) problem = NULL;

    if (pages->reader && pages->ocr != ISR_OCR_NEVER && isr_ocr_start(pages->reader, &problem))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_UNSUPPORTED,
                "page %u can only be read with OCR (%s)%s%s", page->number + 1,
                isr_doubt_words(doubts), problem ? ": " : ", which --ocr=never forbids",
                problem ? problem->message : "");
    return FALSE;
}

/* --- words --- */

/* What becomes of the words of a page. */
typedef struct {
    const IsrPdfPage *page;
    const GArray *words;
    GArray *heights; /* of IsrOcrHeight, of each word */
    IsrPdfAgree *agree;
    IsrAgreement *agreements; /* of each word */
    double scale;             /* points to a pixel */
    guint with_text, agreed;  /* words where text stands, and where it says the same */
} Looking;

static const IsrOcrWord *word_nth(const Looking *looking, guint n)
{
    return &g_array_index(looking->words, IsrOcrWord, n);
}

static IsrPlace place_of(const Looking *looking, const IsrOcrWord *word)
{
    const double scale = looking->scale;

    return (IsrPlace){word->left * scale, word->top * scale, word->right * scale,
                      word->bottom * scale};
}

static void compare(Looking *looking)
{
    for (guint i = 0; i < looking->words->len; i++) {
        const IsrPlace place = place_of(looking, word_nth(looking, i));
        const IsrAgreement one = isr_pdf_agree(looking->agree, word_nth(looking, i)->text, &place);

        looking->agreements[i] = one;
        looking->with_text += one != ISR_AGREES_NOTHING;
        looking->agreed += one == ISR_AGREES;
    }
}

/* Text of no known words that is what is seen is text of another language; and where some letters
 * only are without text, the others are good. */
static gboolean is_trusted(const Looking *looking, guint doubts)
{
    if ((doubts & ISR_DOUBTS_OF_TEXT) == 0)
        return TRUE;
    return !(doubts & ISR_DOUBT_CODES) && looking->agreed >= LEAST_AGREED &&
           looking->agreed >= AGREEING * looking->with_text;
}

/* What is seen is what a person reads: text that says something else is left out of the copy, where
 * it could give away in other letters what was removed. */
static void mute(const Looking *looking, IsrPdfSight *sight, gboolean all)
{
    sight->mute = g_new0(gboolean, looking->page->glyphs->len + 1);
    for (guint i = 0; i < looking->page->glyphs->len; i++)
        sight->mute[i] = all;
    for (guint i = 0; i < looking->words->len; i++) {
        const IsrPlace place = place_of(looking, word_nth(looking, i));

        if (looking->agreements[i] == ISR_AGREES_NOT)
            isr_pdf_agree_mark(looking->agree, &place, sight->mute);
    }
}

static gboolean is_wordy(const char *text)
{
    guint letters = 0;

    for (; *text; text = g_utf8_next_char(text))
        letters += g_unichar_isalnum(g_utf8_get_char(text)) ? 1 : 0;
    return letters > 1;
}

static void add_word(const Looking *looking, IsrPdfSight *sight, guint n, const IsrOcrWord *before)
{
    const IsrOcrWord *word = word_nth(looking, n);
    const IsrOcrHeight *height = &g_array_index(looking->heights, IsrOcrHeight, n);
    IsrPlace place = place_of(looking, word);

    place.top = height->top * looking->scale;
    place.bottom = height->bottom * looking->scale;
    if (before)
        isr_pdf_page_add(sight->seen, before->line == word->line ? " " : "\n", 1, (IsrPlace){0},
                         sight->seen->glyphs->len, 100);
    isr_pdf_page_add(sight->seen, word->text, -1, place, sight->seen->glyphs->len,
                     MIN(word->confidence, 99));
    sight->unsure += word->confidence < SURE && is_wordy(word->text);
}

static void keep_words(const Looking *looking, IsrPdfSight *sight, gboolean all)
{
    const IsrPdfPage *page = looking->page;
    const IsrOcrWord *before = NULL;

    sight->seen = isr_pdf_page_new(page->number, page->width, page->height);
    for (guint i = 0; i < looking->words->len; i++) {
        const IsrOcrWord *word = word_nth(looking, i);

        if (!all && looking->agreements[i] == ISR_AGREES)
            continue;
        add_word(looking, sight, i, before);
        before = word;
    }
    if (sight->seen->glyphs->len == 0)
        g_clear_pointer(&sight->seen, isr_pdf_page_free);
}

static void look_through(Looking *looking, IsrPdfSight *sight)
{
    looking->heights = isr_ocr_lines(looking->words);
    looking->agree = isr_pdf_agree_new(looking->page);
    looking->agreements = g_new0(IsrAgreement, looking->words->len + 1);
    compare(looking);
    const gboolean trusted = is_trusted(looking, sight->doubts);

    sight->beside = trusted;
    mute(looking, sight, !trusted);
    keep_words(looking, sight, !trusted);
    g_free(looking->agreements);
    isr_pdf_agree_free(looking->agree);
    g_array_unref(looking->heights);
}

static gboolean look_at(const IsrRaster *raster, guint dpi, const IsrPdfPage *page,
                        const IsrPages *pages, IsrPdfSight *sight, GError **error)
{
    Looking looking = {.page = page, .scale = POINTS / dpi};
    g_autoptr(GArray) words = isr_ocr_read(pages->reader, raster, error);

    if (!words) {
        g_prefix_error(error, "page %u: ", page->number + 1);
        return FALSE;
    }
    looking.words = words;
    look_through(&looking, sight);
    return TRUE;
}

static gboolean look(PopplerPage *source, const IsrPdfPage *page, const IsrPages *pages,
                     IsrPdfSight *sight, GError **error)
{
    const guint copy_dpi = pages->dpi ? pages->dpi : ISR_PAGES_DPI;
    const guint dpi = dpi_for(page, pages->ocr == ISR_OCR_MARKED ? copy_dpi : READ_DPI);
    g_auto(IsrRaster) raster = {0};

    return draw(source, page, dpi, &raster, error) &&
           look_at(&raster, dpi, page, pages, sight, error);
}

gboolean isr_pdf_sight_again(cairo_surface_t *pixels, guint dpi, const IsrPdfPage *page,
                             const IsrPages *pages, IsrPdfSight *sight, GError **error)
{
    g_auto(IsrRaster) raster = {0};

    *sight = (IsrPdfSight){0};
    if (!can_be_proved(page, pages))
        return TRUE;
    raster = isr_raster_of(pixels, dpi);
    return look_at(&raster, dpi, page, pages, sight, error);
}

gboolean isr_pdf_sight(PopplerPage *source, const IsrPdfPage *page, const IsrPages *pages,
                       IsrPdfSight *sight, GError **error)
{
    gboolean needed = FALSE;

    *sight = (IsrPdfSight){0};
    if (!ask(source, page, pages, sight, &needed, error))
        return FALSE;
    return !needed || (can_be_read(page, pages, sight->doubts, error) &&
                       look(source, page, pages, sight, error));
}

void isr_pdf_sight_clear(IsrPdfSight *sight)
{
    g_clear_pointer(&sight->seen, isr_pdf_page_free);
    g_clear_pointer(&sight->mute, g_free);
}

/* --- the copy --- */

static void silence(const IsrPdfSight *sight, IsrPdfPage *page, GPtrArray *stands)
{
    for (guint i = 0; i < stands->len; i++) {
        IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);

        if (!sight->mute[i])
            continue;
        if (stands->pdata[i]) {
            g_free(stands->pdata[i]);
            stands->pdata[i] = g_strdup("");
        } else {
            glyph->text = " ";
            glyph->place = (IsrPlace){0};
        }
    }
}

/* Specks and lines are read as letters: the side of a box between two letters of a text as an I. */
static gboolean is_speck(const IsrPdfSight *sight, const IsrGlyph *glyph)
{
    return glyph->confidence < LIKELY ||
           (sight->beside && !isr_glyph_is_space(glyph) && !is_wordy(glyph->text));
}

void isr_pdf_sight_merge(const IsrPdfSight *sight, IsrPdfPage *page, GPtrArray *stands,
                         const GPtrArray *seen_stands)
{
    const guint before = page->glyphs->len;

    if (sight->mute)
        silence(sight, page, stands);
    if (!sight->seen)
        return;
    isr_pdf_page_add(page, "\n", 1, (IsrPlace){0}, before, 100);
    g_ptr_array_add(stands, NULL);
    for (guint i = 0; i < sight->seen->glyphs->len; i++) {
        const IsrGlyph *glyph = &g_array_index(sight->seen->glyphs, IsrGlyph, i);

        if (!seen_stands->pdata[i] && is_speck(sight, glyph))
            continue;
        isr_pdf_page_add(page, glyph->text, -1, glyph->place, before + i, glyph->confidence);
        g_ptr_array_add(stands, g_strdup(seen_stands->pdata[i]));
    }
}
