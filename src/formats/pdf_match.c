/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A glyph's origin lies on that side of its place at which its line comes in: on the left if the
 * line is upright, on the top if it runs down. The page is cut into cells, so that each origin is
 * held against few glyphs. */
#include "pdf_match.h"

#include "pdf_drawn.h"

#include <math.h>

#define CELL 12.0        /* points */
#define NEAR 1.0         /* points outside its place at which an origin still counts as within */
#define SIDEWAYS 0.25    /* points that upright lines are ahead of others */
#define MOST_CELLS 40000 /* of a place that is no glyph's: nothing so large is read */

typedef struct {
    const IsrPdfPage *page;
    guint columns, rows;
    GArray **cells; /* of guint: glyphs that reach into the cell; NULL if none */
    gboolean *taken;
} Grid;

static guint cell_at(double at, guint most)
{
    return at <= 0 || !isfinite(at) ? 0 : (guint)MIN(at / CELL, most - 1);
}

static void put(Grid *grid, guint glyph, guint column, guint row)
{
    GArray **cell = &grid->cells[row * grid->columns + column];

    if (!*cell)
        *cell = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(*cell, glyph);
}

static void put_glyph(Grid *grid, guint glyph)
{
    const IsrPlace *place = &g_array_index(grid->page->glyphs, IsrGlyph, glyph).place;
    const guint left = cell_at(place->left - NEAR, grid->columns);
    const guint right = cell_at(place->right + NEAR, grid->columns);
    const guint top = cell_at(place->top - NEAR, grid->rows);
    const guint bottom = cell_at(place->bottom + NEAR, grid->rows);

    if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS)
        return;
    for (guint row = top; row <= bottom; row++)
        for (guint column = left; column <= right; column++)
            put(grid, glyph, column, row);
}

static void grid_init(Grid *grid, const IsrPdfPage *page)
{
    grid->page = page;
    grid->columns = cell_at(page->width, G_MAXUINT) + 1;
    grid->rows = cell_at(page->height, G_MAXUINT) + 1;
    grid->cells = g_new0(GArray *, (gsize)grid->columns * grid->rows);
    grid->taken = g_new0(gboolean, page->glyphs->len + 1);
    for (guint i = 0; i < page->glyphs->len; i++)
        if (!isr_glyph_is_space(&g_array_index(page->glyphs, IsrGlyph, i)))
            put_glyph(grid, i);
}

static void grid_clear(Grid *grid)
{
    for (gsize i = 0; i < (gsize)grid->columns * grid->rows; i++)
        if (grid->cells[i])
            g_array_unref(grid->cells[i]);
    g_free(grid->cells);
    g_free(grid->taken);
}

/* How far the origin is from the side at which a line may come in; INFINITY if outside. */
static double distance(const IsrPlace *place, const IsrDrawn *drawn)
{
    const double x = drawn->x, y = drawn->y;

    if (x < place->left - NEAR || x > place->right + NEAR || y < place->top - NEAR ||
        y > place->bottom + NEAR)
        return INFINITY;
    const double upright = fabs(x - place->left);
    const double down = fabs(y - place->top), up = fabs(y - place->bottom);

    return MIN(upright, SIDEWAYS + MIN(MIN(down, up), fabs(x - place->right)));
}

static guint find(Grid *grid, const IsrDrawn *drawn)
{
    const GArray *cell = grid->cells[cell_at(drawn->y, grid->rows) * grid->columns +
                                     cell_at(drawn->x, grid->columns)];
    guint best = ISR_PDF_UNREAD;
    double least = INFINITY;

    for (guint i = 0; cell && i < cell->len; i++) {
        const guint glyph = g_array_index(cell, guint, i);
        const double far =
            distance(&g_array_index(grid->page->glyphs, IsrGlyph, glyph).place, drawn);

        if (isinf(far))
            continue;
        if (best == ISR_PDF_UNREAD)
            best = ISR_PDF_AGAIN;
        if (!grid->taken[glyph] && far < least) {
            least = far;
            best = glyph;
        }
    }
    if (best < grid->page->glyphs->len)
        grid->taken[best] = TRUE;
    return best;
}

GArray *isr_pdf_match(const IsrPdfPage *page, const GArray *drawn)
{
    GArray *glyphs = g_array_sized_new(FALSE, FALSE, sizeof(guint), drawn->len);
    Grid grid;

    grid_init(&grid, page);
    for (guint i = 0; i < drawn->len; i++) {
        const IsrDrawn *one = &g_array_index(drawn, IsrDrawn, i);
        const guint glyph = one->blank ? ISR_PDF_BLANK : find(&grid, one);

        g_array_append_val(glyphs, glyph);
    }
    grid_clear(&grid);
    return glyphs;
}
