/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four looks at a page: at its pictures, at the characters of its text, at their words, and at the
 * ink that no text explains. */
#include "pdf_trust.h"

#include "pdf_ink.h"

#define PICTURES 0.02 /* of the page's area */
#define UNREAD 2      /* more drawn letters without text than this are no slip */
#define WINDOW 12     /* words that are judged together, */
#define LEAST_KNOWN 2 /* of which so many are known */
#define LEAST_LETTERS 3

/* --- pictures --- */

static double area_of(const PopplerRectangle *area, const IsrPdfPage *page)
{
    const double width = MIN(area->x2, page->width) - MAX(area->x1, 0);
    const double height = MIN(area->y2, page->height) - MAX(area->y1, 0);

    return MAX(width, 0) * MAX(height, 0);
}

static gboolean has_pictures(PopplerPage *source, const IsrPdfPage *page)
{
    GList *pictures = poppler_page_get_image_mapping(source);
    double covered = 0;

    for (const GList *at = pictures; at; at = at->next)
        covered += area_of(&((const PopplerImageMapping *)at->data)->area, page);
    poppler_page_free_image_mapping(pictures);
    return covered > PICTURES * page->width * page->height;
}

/* --- characters --- */

static gboolean is_code(const char *text)
{
    const gunichar c = g_utf8_get_char(text);

    switch (g_unichar_type(c)) {
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_CONTROL:
        return !g_unichar_isspace(c);
    default:
        return c == 0xfffd;
    }
}

/* A private character by itself is a bullet; two are a word that cannot be read. */
static gboolean has_codes(const IsrPdfPage *page)
{
    gboolean before = FALSE;

    for (guint i = 0; i < page->glyphs->len; i++) {
        const gboolean code = is_code(g_array_index(page->glyphs, IsrGlyph, i).text);

        if (code && before)
            return TRUE;
        before = code;
    }
    return FALSE;
}

/* --- words --- */

/* The lists hold words of no other script. */
static gboolean is_latin(gunichar c)
{
    return g_unichar_isalpha(c) && g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN;
}

/* The words of a page in a row, and how many of the last ones are known. */
typedef struct {
    const IsrLists *lists;
    GString *word; /* in hand */
    guint letters; /* of it; 0 if it is none */
    guint words;
    gboolean known[WINDOW]; /* the last ones */
    gboolean doubted;
} Words;

static void judge(Words *words)
{
    guint known = 0;

    for (guint i = 0; i < MIN(words->words, WINDOW); i++)
        known += words->known[i] ? 1 : 0;
    words->doubted = words->doubted || known < LEAST_KNOWN;
}

static void end_word(Words *words)
{
    if (words->letters >= LEAST_LETTERS) {
        words->known[words->words++ % WINDOW] =
            isr_lists_find(words->lists, words->word->str, (gssize)words->word->len, NULL) != 0;
        if (words->words >= WINDOW)
            judge(words);
    }
    g_string_truncate(words->word, 0);
    words->letters = 0;
}

static gboolean has_no_words(const IsrPdfPage *page, const IsrLists *lists)
{
    Words words = {.lists = lists, .word = g_string_new(NULL)};

    for (guint i = 0; i < page->glyphs->len; i++) {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);

        if (is_latin(g_utf8_get_char(glyph->text))) {
            g_string_append(words.word, glyph->text);
            words.letters++;
        } else {
            end_word(&words);
        }
    }
    end_word(&words);
    g_string_free(words.word, TRUE);
    return words.doubted;
}

/* --- all --- */

guint isr_pdf_trust(PopplerPage *source, const IsrPdfPage *page, const IsrRaster *raster,
                    const IsrLists *lists)
{
    guint doubts = 0;

    doubts |= has_pictures(source, page) ? ISR_DOUBT_PICTURES : 0;
    doubts |= page->unread > UNREAD ? ISR_DOUBT_UNREAD : 0;
    doubts |= has_codes(page) ? ISR_DOUBT_CODES : 0;
    doubts |= lists && has_no_words(page, lists) ? ISR_DOUBT_WORDS : 0;
    if (doubts == 0 && isr_pdf_ink(page, raster))
        doubts = ISR_DOUBT_INK;
    return doubts;
}

const char *isr_doubt_words(guint doubts)
{
    static const struct {
        IsrDoubt doubt;
        const char *words;
    } known[] = {
        {ISR_DOUBT_UNREAD, "letters on it have no text"},
        {ISR_DOUBT_CODES, "its text is in characters of no script"},
        {ISR_DOUBT_WORDS, "its text is of no words"},
        {ISR_DOUBT_PICTURES, "there are pictures on it"},
        {ISR_DOUBT_INK, "something like text is drawn on it"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        if (doubts & (guint)known[i].doubt)
            return known[i].words;
    }
    return "all pages are to be read";
}
