/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts the words of a line out and puts them down again. All that is not a word that stays is
 * painted over first. */
#include "page_reset.h"

#include "page_label.h"

#include <math.h>
#include <string.h>

/* Of the letters' height: */
#define WORD_SPACE 0.24
#define NARROW_SPACE 0.16
#define CLEAR 0.25 /* between a line's end and whatever is there */
/* Labels may be made so much smaller. */
#define LEAST_LABEL 0.6
/* Boxes that must show a width are as wide as a multiple of this where there is room. */
#define ROUNDED_UP 36.0

/* An item in pixels. */
typedef struct {
    int left, right; /* its rectangle */
    int from, to;    /* the columns that hold its ink */
    int now;         /* where its rectangle begins in the copy */
    int width;       /* there */
} Piece;

typedef struct {
    cairo_surface_t *surface;
    IsrCanvas canvas;
    IsrLine *line;
    IsrBand band;
    Piece *pieces; /* one for each item */
    guint count;
    int rows;
    int high;        /* of the letters */
    guint32 *tail;   /* what is behind the line's end */
    int limit;       /* the first column that is not free */
    int least;       /* the first that is, left of the line */
    guint32 *before; /* the band's pixels as they were, canvas.width to a row */
} Reset;

static const IsrItem *item_at(const Reset *reset, guint nth)
{
    return &g_array_index(reset->line->items, IsrItem, nth);
}

/* Where the ink of two neighbours parts; one of them stays. */
static void part(Reset *reset, guint nth)
{
    Piece *one = &reset->pieces[nth - 1], *other = &reset->pieces[nth];
    const int gap = other->left - one->right, margin = reset->band.margin;
    const gboolean one_stays = !item_at(reset, nth - 1)->label;

    if (one_stays && !item_at(reset, nth)->label) {
        one->to = one->right + CLAMP(gap / 2, 0, margin);
        other->from = MAX(other->left - CLAMP(gap / 2, 0, margin), one->to);
        return;
    }
    /* From what stays towards what goes, so that the fewest columns of what goes are kept. */
    const int edge = one_stays ? one->right : other->left - 1;
    const int reach = gap > 2 ? MIN(gap / 2, margin) : margin / 2;
    const int column =
        isr_band_part(&reset->canvas, &reset->band, edge, one_stays ? edge + reach : edge - reach);
    one->to = one_stays ? column : MIN(one->right, column + 1);
    other->from = one_stays ? MAX(other->left, column) : column + 1;
}

static void measure(Reset *reset)
{
    const double scale = reset->canvas.scale;

    for (guint i = 0; i < reset->count; i++) {
        Piece *piece = &reset->pieces[i];

        const IsrItem *item = item_at(reset, i);
        const double left = item->place.left * scale, right = item->place.right * scale;

        piece->left = MAX((int)(item->label ? floor(left) : round(left)), 0);
        piece->right = MIN((int)(item->label ? ceil(right) : round(right)), reset->canvas.width);
        piece->now = piece->left;
        piece->width = piece->right - piece->left;
    }
    reset->pieces[0].from = MAX(reset->pieces[0].left - reset->band.margin, 0);
    for (guint i = 1; i < reset->count; i++)
        part(reset, i);
    Piece *last = &reset->pieces[reset->count - 1];
    last->to = MIN(last->right + reset->band.margin, reset->canvas.width);
}

static int pixels_of(const Reset *reset, double of_height)
{
    return MAX(1, (int)lround(of_height * reset->high));
}

/* Places the pieces from column 0 with a space of @space and labels of @size; their width. */
static int lay_out(Reset *reset, double space, double size)
{
    const double height = reset->line->place.bottom - reset->line->place.top;
    const double scale = reset->canvas.scale;
    int x = 0;

    for (guint i = 0; i < reset->count; i++) {
        const IsrItem *item = item_at(reset, i);
        Piece *piece = &reset->pieces[i];

        if (i > 0)
            x += item->spaced ? pixels_of(reset, space) : 2; /* the box's edge, and its neighbour */
        piece->now = x;
        /* Of a word not the pixels, which depend on where it stood. */
        piece->width = item->label
                           ? (int)ceil(size * scale * isr_page_label_width(item->label, height))
                           : (int)lround((item->place.right - item->place.left) * scale);
        x += piece->width;
    }
    return x;
}

/* Moves the pieces so that the line begins at @start; FALSE if there is something in the way. */
static gboolean begin_at(Reset *reset, int start, int width)
{
    const int left = reset->pieces[0].left, right = reset->pieces[reset->count - 1].right;

    if (start < left && start < reset->least + pixels_of(reset, CLEAR))
        return FALSE;
    if (start + width > right && start + width > reset->limit - pixels_of(reset, CLEAR))
        return FALSE;
    for (guint i = 0; i < reset->count; i++)
        reset->pieces[i].now += start;
    return TRUE;
}

/* Where a line of @width begins that its anchor holds; @crammed: one that goes up to what is at
 * its right, and grows at its left. */
static int start_of(const Reset *reset, int width, gboolean crammed)
{
    const int left = reset->pieces[0].left, right = reset->pieces[reset->count - 1].right;

    if (crammed)
        return MIN(left, reset->limit - pixels_of(reset, CLEAR) - width);
    switch (reset->line->anchor) {
    case ISR_ANCHOR_MIDDLE:
        return (left + right - width) / 2;
    case ISR_ANCHOR_RIGHT:
        return right - width;
    case ISR_ANCHOR_LEFT:
        break;
    }
    return left;
}

static gboolean fits_so(Reset *reset, double space, double size, gboolean crammed)
{
    const int width = lay_out(reset, space, size);

    return begin_at(reset, start_of(reset, width, crammed), width);
}

/* Spaces are narrowed before labels are made smaller, and that before the line grows at its left.
 */
static gboolean fits(Reset *reset)
{
    for (gboolean crammed = FALSE; crammed <= TRUE; crammed++) {
        if (fits_so(reset, WORD_SPACE, 1, crammed))
            return TRUE;
        for (double size = 1; size >= LEAST_LABEL; size -= 0.1) {
            if (fits_so(reset, NARROW_SPACE, size, crammed))
                return TRUE;
        }
    }
    return FALSE;
}

/* Looks at what is behind the line and how far there is room; FALSE if it cannot be moved. */
static gboolean look_around(Reset *reset, double right)
{
    const Piece *last = &reset->pieces[reset->count - 1];
    const int most = (int)(right * reset->canvas.scale);
    const int old_end = last->to, from = reset->pieces[0].from;

    if (reset->line->flow != ISR_FLOW_ACROSS || !reset->line->ordered)
        return FALSE;
    if (!isr_band_calm(&reset->canvas, &reset->band, old_end + 1, reset->tail)) {
        for (int i = 0; i < reset->rows; i++)
            reset->tail[i] = reset->band.ground;
    }
    reset->limit = old_end + isr_band_room(&reset->canvas, &reset->band, old_end, 1, reset->tail);
    reset->limit = MIN(reset->limit, MAX(most, old_end) + pixels_of(reset, CLEAR));
    reset->least = from - isr_band_room(&reset->canvas, &reset->band, from - 1, -1, reset->tail);
    reset->least = MAX(reset->least, MIN(reset->canvas.width - most, from));
    return TRUE;
}

static guint32 *pixel_at(const Reset *reset, int x, int row)
{
    return reset->canvas.pixels + (gsize)(reset->band.top + row) * reset->canvas.stride + x;
}

static guint32 was_at(const Reset *reset, int x, int row)
{
    return reset->before[(gsize)row * reset->canvas.width + x];
}

static void fill(const Reset *reset, int from, int to, const guint32 *calm)
{
    for (int row = 0; row < reset->rows; row++) {
        for (int x = MAX(from, 0); x < MIN(to, reset->canvas.width); x++)
            *pixel_at(reset, x, row) = calm[row];
    }
}

/* Remembers what is behind the gap before piece @nth (a rule under several words goes through
 * it); FALSE if nothing can be told. */
static gboolean look_behind(const Reset *reset, guint nth, guint32 *calm)
{
    const Piece *one = &reset->pieces[nth - 1], *other = &reset->pieces[nth];

    return other->left - one->right > 2 &&
           isr_band_calm(&reset->canvas, &reset->band, (one->right + other->left) / 2, calm);
}

static void put_word(const Reset *reset, const Piece *piece)
{
    const int shift = piece->now - piece->left;

    for (int row = 0; row < reset->rows; row++) {
        for (int x = piece->from; x < piece->to; x++) {
            if (x + shift >= 0 && x + shift < reset->canvas.width)
                *pixel_at(reset, x + shift, row) = was_at(reset, x, row);
        }
    }
}

static void keep_pixels(Reset *reset)
{
    for (int row = 0; row < reset->rows; row++)
        memcpy(reset->before + (gsize)row * reset->canvas.width, pixel_at(reset, 0, row),
               (gsize)reset->canvas.width * sizeof(guint32));
}

/* The rows of a box: those of the letters, less a rule along the top or the bottom (the edge of a
 * table's cell) that goes through @calm, which stays whole. */
static void box_rows(const Reset *reset, const guint32 *calm, double *top, double *bottom)
{
    const int edge = reset->rows / 5;
    int first = 0, last = reset->rows;

    for (int row = 0; row < edge; row++) {
        if (calm[row] != reset->band.ground)
            first = row + 1;
        if (calm[reset->rows - 1 - row] != reset->band.ground)
            last = reset->rows - 1 - row;
    }
    /* The box is painted one pixel wider at each side. */
    *top = MAX(reset->line->place.top, (reset->band.top + first + 1) / reset->canvas.scale);
    *bottom = MIN(reset->line->place.bottom, (reset->band.top + last - 1) / reset->canvas.scale);
}

static void put_box(const Reset *reset, guint nth, const guint32 *calm, IsrItem *item)
{
    const Piece *piece = &reset->pieces[nth];
    const double scale = reset->canvas.scale;
    IsrPlace box = {.left = (piece->now + 1) / scale,
                    .right = (piece->now + piece->width - 1) / scale};

    fill(reset, piece->now, piece->now + piece->width, calm);
    box_rows(reset, calm, &box.top, &box.bottom);
    cairo_surface_mark_dirty(reset->surface);
    isr_page_label_paint(reset->surface, scale, &box, item->label,
                         reset->line->place.bottom - reset->line->place.top);
    cairo_surface_flush(reset->surface);
    item->now = box;
    item->now.left = piece->now / scale;
    item->now.right = (piece->now + piece->width) / scale;
}

static void put_words(const Reset *reset)
{
    for (guint i = 0; i < reset->count; i++) {
        IsrItem *item = &g_array_index(reset->line->items, IsrItem, i);
        const Piece *piece = &reset->pieces[i];

        if (item->label)
            continue;
        put_word(reset, piece);
        /* On the pixel: where it stood between two of them would tell what stood before it. */
        item->now.left = piece->now / reset->canvas.scale;
        item->now.right = item->now.left + item->place.right - item->place.left;
    }
}

static void put_down(Reset *reset)
{
    const Piece *first = &reset->pieces[0], *last = &reset->pieces[reset->count - 1];
    const int new_end = MIN(last->now + last->width + reset->band.margin, reset->limit);
    g_autofree guint32 *behind = g_new(guint32, (gsize)reset->count * reset->rows);

    keep_pixels(reset);
    memcpy(behind, reset->tail, (gsize)reset->rows * sizeof *behind);
    for (guint i = 1; i < reset->count; i++) {
        guint32 *calm = behind + (gsize)i * reset->rows;

        if (!look_behind(reset, i, calm))
            memcpy(calm, reset->tail, (gsize)reset->rows * sizeof *calm);
    }
    fill(reset, MIN(first->from, MAX(first->now - reset->band.margin, reset->least)),
         MAX(last->to, new_end), reset->tail);
    for (guint i = 1; i < reset->count; i++)
        fill(reset, reset->pieces[i - 1].now + reset->pieces[i - 1].width, reset->pieces[i].now,
             behind + (gsize)i * reset->rows);
    put_words(reset);
    for (guint i = 0; i < reset->count; i++) {
        if (item_at(reset, i)->label)
            put_box(reset, i, behind + (gsize)(i ? i : reset->count > 1) * reset->rows,
                    &g_array_index(reset->line->items, IsrItem, i));
    }
}

/* The columns that may be covered for piece @nth: up to what stays beside it, and where nothing
 * does, a width that is rounded up. */
static void cover_columns(const Reset *reset, guint nth, int *from, int *to)
{
    const Piece *piece = &reset->pieces[nth];
    const int step = (int)(ROUNDED_UP * reset->canvas.scale);

    *from = nth > 0 ? reset->pieces[nth - 1].to : piece->from;
    *to = nth + 1 < reset->count ? reset->pieces[nth + 1].from : piece->to;
    if (nth + 1 == reset->count)
        *to = MAX(*to, MIN(*from + (*to - *from + step - 1) / step * step, reset->limit));
}

/* Where a line cannot be moved its boxes cover what goes and no more than that; so they tell how
 * long it was. Returns their number. */
static guint cover(const Reset *reset)
{
    const double scale = reset->canvas.scale;
    const gboolean across = reset->line->flow == ISR_FLOW_ACROSS && reset->line->ordered;
    guint told = 0;

    for (guint i = 0; i < reset->count; i++) {
        IsrItem *item = &g_array_index(reset->line->items, IsrItem, i);

        if (!item->label)
            continue;
        if (across) {
            int from, to;

            cover_columns(reset, i, &from, &to);
            item->now.left = (from + 1) / scale;
            item->now.right = MAX(to - 1, from + 2) / scale;
            item->now.top = (reset->band.top + 1) / scale;
            item->now.bottom = (reset->band.bottom - 1) / scale;
        }
        cairo_surface_mark_dirty(reset->surface);
        isr_page_label_paint(reset->surface, scale, &item->now, item->label,
                             reset->line->place.bottom - reset->line->place.top);
        cairo_surface_flush(reset->surface);
        told++;
    }
    return told;
}

guint isr_page_reset(cairo_surface_t *surface, double scale, const GPtrArray *lines, guint nth,
                     double right)
{
    Reset reset = {
        .surface = surface,
        .line = g_ptr_array_index(lines, nth),
        .canvas = {.pixels = (guint32 *)(void *)cairo_image_surface_get_data(surface),
                   .width = cairo_image_surface_get_width(surface),
                   .height = cairo_image_surface_get_height(surface),
                   .stride = cairo_image_surface_get_stride(surface) / 4,
                   .scale = scale},
    };

    reset.count = reset.line->items->len;
    reset.band = isr_page_band(&reset.canvas, lines, nth);
    reset.rows = reset.band.bottom - reset.band.top;
    reset.high = (int)lround((reset.line->place.bottom - reset.line->place.top) * scale);
    g_autofree Piece *pieces = reset.pieces = g_new0(Piece, reset.count);
    g_autofree guint32 *tail = reset.tail = g_new0(guint32, reset.rows);
    g_autofree guint32 *before = reset.before =
        g_new(guint32, (gsize)reset.rows * reset.canvas.width);

    (void)pieces, (void)tail, (void)before;
    measure(&reset);
    if (!look_around(&reset, right) || !fits(&reset))
        return cover(&reset);
    put_down(&reset);
    return 0;
}
