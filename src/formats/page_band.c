/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at pixels and changes none. */
#include "page_band.h"

#include <math.h>
#include <stdlib.h>

/* Colours that differ by no more in each of red, green and blue look the same: paper that was
 * scanned is not even. */
#define ALIKE 40
/* Of the letters' height: */
#define MARGIN 0.1
#define REACH 0.4  /* as far above and below as ink is followed out of their rectangle */
#define WITHIN 0.3 /* as far in the rectangles of two lines as their ink may part */
/* Of a column's rows that may differ from the ground. */
#define RULES 0.3

static gboolean alike(guint32 one, guint32 other)
{
    if (one == other)
        return TRUE; /* nearly all pixels and their neighbours are */
    for (guint shift = 0; shift < 24; shift += 8) {
        if (abs((int)(one >> shift & 0xff) - (int)(other >> shift & 0xff)) > ALIKE)
            return FALSE;
    }
    return TRUE;
}

static guint32 at(const IsrCanvas *canvas, int x, int y)
{
    return canvas->pixels[(gsize)y * canvas->stride + x];
}

static int pixel(const IsrCanvas *canvas, double points, int most)
{
    return CLAMP((int)lround(points * canvas->scale), 0, most);
}

/* How often the colour changes along row @y: letters do it often, rules and shades never. */
static int changes(const IsrCanvas *canvas, int y, int from, int to)
{
    int count = 0;

    for (int x = MAX(from, 1); x < to; x++)
        count += !alike(at(canvas, x, y), at(canvas, x - 1, y));
    return count;
}

/* The row between @from and @to (inclusive) that goes through the least ink, the middle of them. */
static int quiet_row(const IsrCanvas *canvas, int from, int to, int left, int right)
{
    int best = from, last = from, least = G_MAXINT;

    for (int y = from; y <= to && y < canvas->height; y++) {
        const int count = changes(canvas, y, left, right);

        if (count < least) {
            best = last = y;
            least = count;
        } else if (count == least && last == y - 1)
            last = y;
    }
    return (best + last) / 2;
}

static gboolean share_columns(const IsrPlace *one, const IsrPlace *other)
{
    return one->left < other->right && other->left < one->right;
}

static gboolean side_by_side(const IsrPlace *one, const IsrPlace *other)
{
    const double apart = fabs(one->top + one->bottom - other->top - other->bottom) / 2;

    return apart < WITHIN * MIN(one->bottom - one->top, other->bottom - other->top);
}

/* Keeps the band off the ink of @other. */
static void part_from(const IsrCanvas *canvas, IsrBand *band, const IsrPlace *line,
                      const IsrPlace *other)
{
    const int left = pixel(canvas, line->left, canvas->width),
              right = pixel(canvas, line->right, canvas->width);
    const double high = line->bottom - line->top, others = other->bottom - other->top;
    const gboolean above = other->top + other->bottom < line->top + line->bottom;
    const double one = above ? other->bottom - WITHIN * others : line->bottom - WITHIN * high;
    const double two = above ? line->top + WITHIN * high : other->top + WITHIN * others;
    const int from = pixel(canvas, MIN(one, two), canvas->height),
              to = pixel(canvas, MAX(one, two), canvas->height);

    /* Ink reaches nowhere so far, and the rows between would be many. */
    if ((above ? line->top - other->bottom : other->top - line->bottom) > high + others)
        return;
    if (above && from < band->top + 1 && to < band->top)
        return;
    if (!above && from > band->bottom)
        return;
    const int row = quiet_row(canvas, from, to, left, right);

    if (above)
        band->top = MAX(band->top, row + 1);
    else
        band->bottom = MIN(band->bottom, row);
}

static gboolean has_ink(const IsrCanvas *canvas, const IsrLine *line, int y)
{
    for (guint i = 0; i < line->items->len; i++) {
        const IsrItem *item = &g_array_index(line->items, IsrItem, i);

        if (item->label && changes(canvas, y, pixel(canvas, item->place.left, canvas->width),
                                   pixel(canvas, item->place.right, canvas->width)) > 0)
            return TRUE;
    }
    return FALSE;
}

/* Widens the band as long as ink of what goes reaches out of it. */
static void follow_ink(const IsrCanvas *canvas, IsrBand *band, const IsrLine *line)
{
    const double reach = REACH * (line->place.bottom - line->place.top);
    const int highest = pixel(canvas, line->place.top - reach, canvas->height),
              lowest = pixel(canvas, line->place.bottom + reach, canvas->height);

    while (band->top > highest && has_ink(canvas, line, band->top - 1))
        band->top--;
    while (band->bottom < lowest && has_ink(canvas, line, band->bottom))
        band->bottom++;
}

/* The commonest colour, of each some bits. */
static guint32 ground_of(const IsrCanvas *canvas, const IsrBand *band, int left, int right)
{
    guint counts[512] = {0}, best = 0;
    guint32 colours[512] = {0};

    for (int y = band->top; y < band->bottom; y++) {
        for (int x = left; x < right; x++) {
            const guint32 colour = at(canvas, x, y);
            const guint index =
                (colour >> 15 & 0x1c0) | (colour >> 10 & 0x38) | (colour >> 5 & 0x7);

            colours[index] = colour;
            if (++counts[index] > counts[best])
                best = index;
        }
    }
    return colours[best] & 0xffffff;
}

IsrBand isr_page_band(const IsrCanvas *canvas, const GPtrArray *lines, guint nth)
{
    const IsrLine *line = g_ptr_array_index(lines, nth);
    const IsrPlace *place = &line->place;
    const double high = place->bottom - place->top, margin = MARGIN * high;
    IsrBand band = {
        .top = pixel(canvas, place->top - margin, canvas->height - 1),
        .bottom = pixel(canvas, place->bottom + margin, canvas->height),
        .margin = MAX(1, (int)lround(margin * canvas->scale)),
    };

    follow_ink(canvas, &band, line);
    for (guint i = 0; i < lines->len; i++) {
        const IsrLine *other = g_ptr_array_index(lines, i);

        if (i != nth && share_columns(place, &other->place) && !side_by_side(place, &other->place))
            part_from(canvas, &band, place, &other->place);
    }
    band.bottom = MAX(band.bottom, band.top + 1);
    band.ground = ground_of(canvas, &band, pixel(canvas, place->left, canvas->width - 1),
                            pixel(canvas, place->right, canvas->width));
    return band;
}

gboolean isr_band_calm(const IsrCanvas *canvas, const IsrBand *band, int column, guint32 *calm)
{
    int rules = 0;

    column = CLAMP(column, 1, canvas->width - 2);
    for (int y = band->top; y < band->bottom; y++) {
        const guint32 here = at(canvas, column, y);
        const gboolean rule = !alike(here, band->ground) &&
                              alike(here, at(canvas, column - 1, y)) &&
                              alike(here, at(canvas, column + 1, y));

        calm[y - band->top] = rule ? here : band->ground;
        rules += rule;
    }
    return rules <= RULES * (band->bottom - band->top);
}

static gboolean is_calm(const IsrCanvas *canvas, const IsrBand *band, int column,
                        const guint32 *calm)
{
    for (int y = band->top; y < band->bottom; y++) {
        if (!alike(at(canvas, column, y), calm[y - band->top]))
            return FALSE;
    }
    return TRUE;
}

int isr_band_room(const IsrCanvas *canvas, const IsrBand *band, int column, int step,
                  const guint32 *calm)
{
    int count = 0;

    for (; column >= 0 && column < canvas->width && is_calm(canvas, band, column, calm);
         column += step)
        count++;
    return count;
}

static int ink(const IsrCanvas *canvas, const IsrBand *band, int column)
{
    int count = 0;

    for (int y = band->top; y < band->bottom; y++)
        count += !alike(at(canvas, column, y), band->ground);
    return count;
}

int isr_band_part(const IsrCanvas *canvas, const IsrBand *band, int from, int to)
{
    const int step = to < from ? -1 : 1;
    int best = from, least = G_MAXINT;

    for (int x = from; x != to + step; x += step) {
        const int count = x >= 0 && x < canvas->width ? ink(canvas, band, x) : G_MAXINT;

        if (count < least) {
            least = count;
            best = x;
        }
    }
    return best;
}
