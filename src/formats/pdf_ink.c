/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pixels become shapes, shapes of the size of letters become rows. Rules, boxes to tick and solid
 * areas are no letters. Rather too much is taken for letters than too little: it costs a reading.
 */
#include "pdf_ink.h"

#include <math.h>

#define DARK 128
/* Letters in points. */
#define LEAST_HEIGHT 3.0
#define MOST_HEIGHT 40.0
#define ROW 3 /* letters side by side */

enum { PAPER, INK, EXPLAINED };

/* Pixels that hang together: its box, right and bottom one past the last. */
typedef struct {
    int left, top, right, bottom;
    guint pixels;
    guint edge; /* of its pixels, those on the sides of the box */
    gboolean
        explained; /* it touches what a glyph explains: the rim of a letter, paper around one */
} Shape;

typedef struct {
    guint8 *map; /* of PAPER, INK, EXPLAINED; INK becomes PAPER as shapes are made of it */
    int width, height;
    double scale;  /* pixels to a point */
    GArray *stack; /* of int: pixels whose neighbours were not looked at */
    GArray *shapes;
} Ink;

/* --- what is left to explain --- */

static void explain(Ink *ink, const IsrPlace *place)
{
    const int left = MAX((int)((place->left - 1) * ink->scale), 0);
    const int top = MAX((int)((place->top - 1) * ink->scale), 0);
    const int right = MIN((int)ceil((place->right + 1) * ink->scale), ink->width);
    const int bottom = MIN((int)ceil((place->bottom + 1) * ink->scale), ink->height);

    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++)
            ink->map[(gsize)y * (gsize)ink->width + (gsize)x] = EXPLAINED;
}

/* Ink is what is dark, or, @light, what is not. */
static void fill_map(Ink *ink, const IsrPdfPage *page, const IsrRaster *raster, gboolean light)
{
    for (guint y = 0; y < raster->height; y++)
        for (guint x = 0; x < raster->width; x++) {
            const gboolean dark = raster->pixels[y * raster->stride + x] < DARK;

            ink->map[(gsize)y * raster->width + x] = dark != light ? INK : PAPER;
        }
    for (guint i = 0; i < page->glyphs->len; i++) {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);

        if (!isr_glyph_is_space(glyph))
            explain(ink, &glyph->place);
    }
}

/* --- shapes --- */

static void push(Ink *ink, Shape *shape, int x, int y)
{
    const int at = y * ink->width + x;

    if (x < 0 || y < 0 || x >= ink->width || y >= ink->height)
        return;
    shape->explained = shape->explained || ink->map[at] == EXPLAINED;
    if (ink->map[at] != INK)
        return;
    ink->map[at] = PAPER;
    g_array_append_val(ink->stack, at);
}

static void stretch(Shape *shape, int x, int y)
{
    shape->left = MIN(shape->left, x);
    shape->top = MIN(shape->top, y);
    shape->right = MAX(shape->right, x + 1);
    shape->bottom = MAX(shape->bottom, y + 1);
    shape->pixels++;
}

static guint edge_of(const Shape *shape, const GArray *pixels, int width)
{
    guint edge = 0;

    for (guint i = 0; i < pixels->len; i++) {
        const int x = g_array_index(pixels, int, i) % width;
        const int y = g_array_index(pixels, int, i) / width;

        edge +=
            x == shape->left || x == shape->right - 1 || y == shape->top || y == shape->bottom - 1;
    }
    return edge;
}

/* The shape of which the pixel at @x, @y is one; @pixels is for its pixels. */
static Shape take_shape(Ink *ink, int x, int y)
{
    Shape shape = {.left = x, .top = y};

    g_array_set_size(ink->stack, 0);
    push(ink, &shape, x, y);
    for (guint next = 0; next < ink->stack->len; next++) {
        const int at = g_array_index(ink->stack, int, next);
        const int column = at % ink->width, row = at / ink->width;

        stretch(&shape, column, row);
        for (int side = 0; side < 9; side++)
            push(ink, &shape, column + side % 3 - 1, row + side / 3 - 1);
    }
    shape.edge = edge_of(&shape, ink->stack, ink->width);
    return shape;
}

/* Letters are neither solid nor mere frames; several may hang together. */
static gboolean is_letter(const Ink *ink, const Shape *shape)
{
    const double width = shape->right - shape->left, height = shape->bottom - shape->top;
    const double filled = shape->pixels / (width * height);
    const double sides = 2 * (width + height) - 4;

    return !shape->explained && height >= LEAST_HEIGHT * ink->scale &&
           height <= MOST_HEIGHT * ink->scale && width >= 2 && width <= 20 * height &&
           filled >= 0.08 && filled <= 0.9 && shape->edge <= 0.8 * sides;
}

static void take_shapes(Ink *ink)
{
    for (int y = 0; y < ink->height; y++)
        for (int x = 0; x < ink->width; x++) {
            if (ink->map[(gsize)y * (gsize)ink->width + (gsize)x] != INK)
                continue;
            const Shape shape = take_shape(ink, x, y);

            if (is_letter(ink, &shape))
                g_array_append_val(ink->shapes, shape);
        }
}

/* --- rows --- */

static gint by_left(gconstpointer a, gconstpointer b)
{
    const Shape *one = a, *other = b;

    return one->left - other->left;
}

static gboolean follows(const Shape *before, const Shape *shape)
{
    const int height = MIN(before->bottom - before->top, shape->bottom - shape->top);
    const int taller = MAX(before->bottom - before->top, shape->bottom - shape->top);
    const int common = MIN(before->bottom, shape->bottom) - MAX(before->top, shape->top);

    return 2 * common >= height && taller <= 3 * height && shape->left < before->right + taller &&
           shape->left > before->left;
}

/* How many letters a shape may be. */
static guint letters_in(const Shape *shape)
{
    const int width = shape->right - shape->left, height = shape->bottom - shape->top;

    return (guint)CLAMP(width / height, 1, ROW);
}

/* Letters from the @n-th on, each beside the one before. */
static guint row_from(const GArray *shapes, guint n)
{
    const Shape *last = &g_array_index(shapes, Shape, n);
    guint letters = letters_in(last);

    for (guint i = n + 1; i < shapes->len && letters < ROW; i++) {
        const Shape *shape = &g_array_index(shapes, Shape, i);

        if (!follows(last, shape))
            continue;
        letters += letters_in(shape);
        last = shape;
    }
    return letters;
}

static gboolean has_rows(GArray *shapes)
{
    g_array_sort(shapes, by_left);
    for (guint i = 0; i < shapes->len; i++) {
        if (row_from(shapes, i) >= ROW)
            return TRUE;
    }
    return FALSE;
}

gboolean isr_pdf_ink(const IsrPdfPage *page, const IsrRaster *raster)
{
    Ink ink = {.map = g_malloc((gsize)raster->width * raster->height),
               .width = (int)raster->width,
               .height = (int)raster->height,
               .scale = raster->dpi / 72.0,
               .stack = g_array_new(FALSE, FALSE, sizeof(int)),
               .shapes = g_array_new(FALSE, FALSE, sizeof(Shape))};
    gboolean found = FALSE;

    for (int light = 0; light < 2 && !found; light++) {
        g_array_set_size(ink.shapes, 0);
        fill_map(&ink, page, raster, light);
        take_shapes(&ink);
        found = has_rows(ink.shapes);
    }
    g_free(ink.map);
    g_array_unref(ink.stack);
    g_array_unref(ink.shapes);
    return found;
}
