/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From pixels to blocks and back: words become the text of paragraphs, edits become black boxes.
 * How a picture is stored is for picture_pixels.c, what reads it for ocr.c. */
#include "picture_text.h"

#include "ocr.h"
#include "picture_pixels.h"
#include "raster.h"

#include <isredact/error.h>

/* Letters on a screen are some ten pixels high: twice that is read better. Scans are sharper. */
#define SMALL (G_GUINT64_CONSTANT(2500) * 1000) /* pixels */
/* Smaller than this, no word can be read. */
#define LEAST_WIDTH 16
#define LEAST_HEIGHT 8
#define SURE 60  /* percent: below, a word is often another */
#define ROUNDS 3 /* so often what was covered is read again */

/* --- the raster that is read --- */

/* From the picture as it is stored to how it is looked at, @scale times as large. */
static cairo_matrix_t upright(double width, double height, guint orientation, double scale)
{
    static const double turns[][4] = {{1, 0, 0, 1}, {-1, 0, 0, 1}, {-1, 0, 0, -1}, {1, 0, 0, -1},
                                      {0, 1, 1, 0}, {0, 1, -1, 0}, {0, -1, -1, 0}, {0, -1, 1, 0}};
    const double *turn = turns[orientation - 1];
    cairo_matrix_t matrix;

    /* whatever the turn, the picture ends up with its corner at the origin */
    cairo_matrix_init(&matrix, scale * turn[0], scale * turn[1], scale * turn[2], scale * turn[3],
                      scale * (MAX(-turn[0], 0) * width + MAX(-turn[2], 0) * height),
                      scale * (MAX(-turn[1], 0) * width + MAX(-turn[3], 0) * height));
    return matrix;
}

/* @pixels through @matrix, in grey. */
static IsrRaster raster_of(cairo_surface_t *pixels, const cairo_matrix_t *matrix)
{
    double width = cairo_image_surface_get_width(pixels);
    double height = cairo_image_surface_get_height(pixels);

    cairo_matrix_transform_distance(matrix, &width, &height);
    const int across = (int)(ABS(width) + 0.5), down = (int)(ABS(height) + 0.5);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, across, down);
    cairo_t *cairo = cairo_create(surface);

    cairo_set_matrix(cairo, matrix);
    cairo_set_source_surface(cairo, pixels, 0, 0);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    const IsrRaster raster = isr_raster_of(surface, 0);

    cairo_surface_destroy(surface);
    return raster;
}

static cairo_matrix_t matrix_of(cairo_surface_t *pixels, const guint8 *bytes, gsize length)
{
    const int width = cairo_image_surface_get_width(pixels);
    const int height = cairo_image_surface_get_height(pixels);
    const double scale = (guint64)width * (guint64)height <= SMALL ? 2 : 1;

    return upright(width, height, isr_picture_orientation(bytes, length), scale);
}

/* --- words to blocks --- */

/* One reading of a picture. */
typedef struct {
    IsrVisit *visit;
    IsrPictureText *text;
    const char *part;
    GArray *words;
    GArray *ranges;         /* of IsrRange: each word's place in the block in hand */
    gboolean again;         /* what is read was covered already */
    cairo_matrix_t inverse; /* from the raster to the picture */
} Reading;

static const IsrOcrWord *word_nth(const Reading *reading, guint n)
{
    return &g_array_index(reading->words, IsrOcrWord, n);
}

/* The right edge of the paragraph of words @from to @to (exclusive). */
static guint edge_of(const Reading *reading, guint from, guint to)
{
    guint edge = 0;

    for (guint i = from; i < to; i++)
        edge = MAX(edge, word_nth(reading, i)->right);
    return edge;
}

/* What stands between a word and the next: a line that had no room for the next word goes on in
 * the next line; a wide gap parts the fields of a form. */
static const char *gap_of(const IsrOcrWord *word, const IsrOcrWord *next, guint edge)
{
    const guint height = word->bottom - word->top;

    if (word->line != next->line)
        return word->right + height / 2 + (next->right - next->left) > edge ? " " : "\n";
    return next->left > word->right + 2 * height ? "\t" : " ";
}

static void fill_block(Reading *reading, IsrBlock *block, guint from, guint to)
{
    const guint edge = edge_of(reading, from, to);
    g_autoptr(GString) text = g_string_new(NULL);

    g_array_set_size(reading->ranges, 0);
    for (guint i = from; i < to; i++) {
        const IsrOcrWord *word = word_nth(reading, i);
        IsrRange range = {.start = text->len};

        g_string_append(text, word->text);
        range.end = text->len;
        g_array_append_val(reading->ranges, range);
        if (i + 1 < to)
            g_string_append(text, gap_of(word, word_nth(reading, i + 1), edge));
    }
    isr_block_append(block, text->str, (gssize)text->len, 0, ISR_RUN_PLAIN);
    block->seen = TRUE;
}

/* --- edits to covers --- */

static gboolean is_edited(const GArray *edits, const IsrRange *range)
{
    for (guint i = 0; i < edits->len; i++) {
        const IsrRange *edit = &g_array_index(edits, IsrEdit, i).range;

        if (edit->start < range->end && range->start < edit->end)
            return TRUE;
    }
    return FALSE;
}

/* Letters reach out of the box that was read: a quarter of their height is taken with them. */
static void add_cover(Reading *reading, const IsrOcrWord *word)
{
    const double air = (word->bottom - word->top) / 4.0;
    double x1 = word->left - air, y1 = word->top - air;
    double x2 = word->right + air, y2 = word->bottom + air;

    cairo_matrix_transform_point(&reading->inverse, &x1, &y1);
    cairo_matrix_transform_point(&reading->inverse, &x2, &y2);
    const IsrCover cover = {(int)MIN(x1, x2) - 1, (int)MIN(y1, y2) - 1, (int)MAX(x1, x2) + 2,
                            (int)MAX(y1, y2) + 2};

    if (!reading->text->covers)
        reading->text->covers = g_array_new(FALSE, FALSE, sizeof(IsrCover));
    g_array_append_val(reading->text->covers, cover);
}

static gboolean show_paragraph(Reading *reading, guint from, guint to, GError **error)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, reading->part);
    g_autoptr(GArray) edits = isr_edits_new();

    fill_block(reading, block, from, to);
    if (reading->again ? !isr_visit_again(reading->visit, block, edits, error)
                       : !isr_visit_block(reading->visit, block, edits, error))
        return FALSE;
    for (guint i = from; i < to; i++) {
        if (is_edited(edits, &g_array_index(reading->ranges, IsrRange, i - from)))
            add_cover(reading, word_nth(reading, i));
    }
    return TRUE;
}

/* Specks and lines are read as signs, seldom as letters. */
static gboolean is_doubtful(const IsrOcrWord *word)
{
    guint letters = 0;

    for (const char *at = word->text; *at; at = g_utf8_next_char(at))
        letters += g_unichar_isalnum(g_utf8_get_char(at)) ? 1 : 0;
    return letters > 1 && word->confidence < SURE;
}

static gboolean show_words(Reading *reading, GError **error)
{
    for (guint from = 0, to = 0; from < reading->words->len; from = to) {
        while (to < reading->words->len &&
               word_nth(reading, to)->paragraph == word_nth(reading, from)->paragraph)
            to++;
        if (!show_paragraph(reading, from, to, error))
            return FALSE;
    }
    return TRUE;
}

static void tell_doubtful(const Reading *reading)
{
    for (guint i = 0; i < reading->words->len; i++) {
        if (is_doubtful(word_nth(reading, i)))
            isr_visit_part(reading->visit, "words in a picture", ISR_FATE_CLEANED,
                           "that could not be read surely", TRUE);
    }
}

/* --- the picture --- */

/* Only who asked that every picture be read is told that one cannot. */
static GArray *read_words(IsrVisit *visit, const IsrRaster *raster, GError **error)
{
    const IsrPages *pages = &isr_visit_walk(visit)->pages;
    GError *problem = NULL;
    GArray *words = isr_ocr_read(pages->reader, raster, &problem);

    if (problem && pages->ocr == ISR_OCR_ALWAYS)
        g_propagate_error(error, problem);
    else
        g_clear_error(&problem);
    return words;
}

/* Reads @pixels as the picture @bytes is looked at and shows what stands in it. */
static gboolean show_pixels(Reading *reading, cairo_surface_t *pixels, const guint8 *bytes,
                            gsize length, GError **error)
{
    const cairo_matrix_t matrix = matrix_of(pixels, bytes, length);
    g_auto(IsrRaster) raster = raster_of(pixels, &matrix);
    GError *problem = NULL;
    gboolean shown;

    reading->words = read_words(reading->visit, &raster, &problem);
    if (problem)
        g_propagate_error(error, problem);
    if (!reading->words)
        return problem == NULL;
    reading->inverse = matrix;
    cairo_matrix_invert(&reading->inverse);
    reading->text->state = reading->words->len ? ISR_PICTURE_READ : ISR_PICTURE_BARE;
    reading->ranges = g_array_new(FALSE, FALSE, sizeof(IsrRange));
    shown = show_words(reading, error);
    g_array_unref(reading->ranges);
    return shown;
}

/* With nothing to be read of it. */
static void cover_all(IsrPictureText *text, cairo_surface_t *pixels)
{
    const IsrCover all = {0, 0, cairo_image_surface_get_width(pixels),
                          cairo_image_surface_get_height(pixels)};

    g_array_append_val(text->covers, all);
    text->state = ISR_PICTURE_COVERED;
}

/* Reads what will stand in the copy, so that the proof of the copy finds it read already. */
static gboolean show_again(Reading *reading, const guint8 *bytes, gsize length, guint round,
                           GError **error)
{
    const guint before = reading->text->covers->len;
    g_autoptr(GByteArray) copy = isr_picture_text_cover(reading->text, bytes, length);
    cairo_surface_t *pixels = copy ? isr_picture_pixels(copy->data, copy->len) : NULL;
    gboolean shown;

    if (!pixels)
        return TRUE; /* the writing of it will fail */
    g_clear_pointer(&reading->words, g_array_unref);
    reading->again = TRUE;
    shown = show_pixels(reading, pixels, copy->data, copy->len, error);
    reading->text->state = ISR_PICTURE_READ;
    if (shown && reading->text->covers->len > before && round == ROUNDS)
        cover_all(reading->text, pixels);
    cairo_surface_destroy(pixels);
    if (shown && reading->text->covers->len > before && round < ROUNDS)
        return show_again(reading, bytes, length, round + 1, error);
    return shown;
}

static gboolean can_hold_words(const guint8 *bytes, gsize length)
{
    IsrPicture picture;

    return isr_picture_recognise(bytes, length, &picture) &&
           MAX(picture.width, picture.height) >= LEAST_WIDTH &&
           MIN(picture.width, picture.height) >= LEAST_HEIGHT;
}

gboolean isr_picture_text_show(IsrVisit *visit, const char *part, const guint8 *bytes, gsize length,
                               IsrPictureText *text, GError **error)
{
    const IsrPages *pages = &isr_visit_walk(visit)->pages;
    Reading reading = {.visit = visit, .text = text, .part = part};
    cairo_surface_t *pixels;

    *text = (IsrPictureText){.state = ISR_PICTURE_UNREAD};
    if (!pages->reader || pages->ocr == ISR_OCR_NEVER)
        return TRUE;
    if (!can_hold_words(bytes, length)) {
        text->state = ISR_PICTURE_BARE;
        return TRUE;
    }
    if (!(pixels = isr_picture_pixels(bytes, length)))
        return TRUE;
    gboolean shown = show_pixels(&reading, pixels, bytes, length, error);

    cairo_surface_destroy(pixels);
    if (shown && reading.words)
        tell_doubtful(&reading);
    if (shown && text->covers && isr_visit_walk(visit)->output)
        shown = show_again(&reading, bytes, length, 1, error);
    if (reading.words)
        g_array_unref(reading.words);
    return shown;
}

void isr_picture_text_clear(IsrPictureText *text)
{
    g_clear_pointer(&text->covers, g_array_unref);
}

void isr_picture_text_tell(IsrVisit *visit, const IsrPictureText *text)
{
    static const struct {
        const char *reason;
        gboolean look;
    } told[] = {
        [ISR_PICTURE_UNREAD] = {"kept without its hidden data; what it shows was not inspected",
                                TRUE},
        [ISR_PICTURE_BARE] = {"kept without its hidden data; no text was read in it, and what else "
                              "it shows was not inspected",
                              TRUE},
        [ISR_PICTURE_READ] = {"kept without its hidden data; its text was read, and what must go "
                              "is covered",
                              FALSE},
        [ISR_PICTURE_COVERED] = {"covered as a whole: what must go could still be read in it",
                                 FALSE},
    };

    isr_visit_part(visit, "picture", ISR_FATE_CLEANED, told[text->state].reason,
                   told[text->state].look);
}

GByteArray *isr_picture_text_cover(const IsrPictureText *text, const guint8 *bytes, gsize length)
{
    cairo_surface_t *pixels;
    cairo_t *cairo;

    if (!text->covers)
        return g_byte_array_append(g_byte_array_new(), bytes, (guint)length);
    if (!(pixels = isr_picture_pixels(bytes, length)))
        return NULL;
    cairo = cairo_create(pixels);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    for (guint i = 0; i < text->covers->len; i++) {
        const IsrCover *cover = &g_array_index(text->covers, IsrCover, i);

        cairo_rectangle(cairo, cover->left, cover->top, cover->right - cover->left,
                        cover->bottom - cover->top);
    }
    cairo_fill(cairo); /* in black, the colour that cairo begins with */
    cairo_destroy(cairo);
    GByteArray *covered = isr_picture_from_pixels(pixels, bytes, length);

    cairo_surface_destroy(pixels);
    return covered;
}
