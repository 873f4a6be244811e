/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glyphs, in reading order, become items, and items lines. */
#include "page_lines.h"

#include <math.h>

/* Of the letters' height. Wider gaps part what is set together: gutters of columns, tabs. */
#define WIDE_GAP 1.2
/* Also gaps that are this wide and so many times as wide as the others of the line. */
#define TAB_GAP 0.55
#define TAB_TIMES 1.8
/* A gap that parts words where no space is read. */
#define WORD_GAP 0.35
/* So much may an item begin before the one before it ends (kerning, italics). */
#define OVERLAP 0.3

/* Points by which the ends of lines may differ that stand under each other. */
#define EVEN 1.0
/* So many lines make an edge. */
#define ENOUGH 2

/* What is being read. */
typedef struct {
    const IsrPdfPage *page;
    const GPtrArray *stands;
    GPtrArray *lines;
    IsrLine *line;     /* the last one, or NULL: the next glyph begins one */
    IsrSpan last;      /* the last glyph seen on it */
    gboolean spaced;   /* a space was read since */
    const char *label; /* of what goes at the moment, until it is in an item; NULL: nothing goes */
    gboolean going;    /* the last item is of what goes at the moment */
} Reading;

static void line_free(gpointer data)
{
    IsrLine *line = data;

    g_array_unref(line->items);
    g_free(line);
}

/* The gap between two spans; negative where they overlap. */
static double gap_between(const IsrSpan *one, const IsrSpan *other)
{
    return MAX(other->start - one->end, one->start - other->end);
}

static gboolean goes_on(const Reading *reading, const IsrSpan *span)
{
    const double high = MAX(span->bottom - span->top, reading->last.bottom - reading->last.top);

    return isr_span_beside(&reading->last, span) > 0.5 &&
           gap_between(&reading->last, span) < WIDE_GAP * high;
}

static void begin_line(Reading *reading, guint at)
{
    IsrLine *line = g_new0(IsrLine, 1);

    line->items = g_array_new(FALSE, TRUE, sizeof(IsrItem));
    line->flow = isr_page_flow(reading->page->glyphs, at);
    line->ordered = TRUE;
    g_ptr_array_add(reading->lines, line);
    reading->line = line;
    reading->spaced = FALSE;
    reading->going = FALSE;
}

static void begin_item(Reading *reading, guint at, gboolean goes)
{
    const IsrItem item = {
        .first = at,
        .end = at + 1,
        .place = g_array_index(reading->page->glyphs, IsrGlyph, at).place,
        .label = goes ? reading->label : NULL,
        .spaced = reading->spaced,
    };

    g_array_append_val(reading->line->items, item);
    reading->going = goes;
    if (goes)
        reading->label = "";
}

/* TRUE if the glyph belongs to the last item of the line. */
static gboolean continues(const Reading *reading, const IsrSpan *span, gboolean goes, gboolean anew)
{
    if (reading->line->items->len == 0)
        return FALSE;
    if (goes || reading->going)
        return goes && reading->going && !anew;
    return !reading->spaced &&
           gap_between(&reading->last, span) < WORD_GAP * (span->bottom - span->top);
}

static void add(Reading *reading, guint at, gboolean goes, gboolean anew)
{
    const IsrGlyph *glyph = &g_array_index(reading->page->glyphs, IsrGlyph, at);
    IsrSpan span = {0};

    if (reading->line) {
        span = isr_page_along(&glyph->place, reading->line->flow);
        if (!goes_on(reading, &span))
            reading->line = NULL;
    }
    if (reading->line)
        reading->line->ordered =
            reading->line->ordered &&
            span.start > reading->last.end - OVERLAP * (span.bottom - span.top);
    else
        begin_line(reading, at);
    span = isr_page_along(&glyph->place, reading->line->flow);
    if (continues(reading, &span, goes, anew)) {
        GArray *items = reading->line->items;
        IsrItem *item = &g_array_index(items, IsrItem, items->len - 1);

        item->end = at + 1;
        isr_place_include(&item->place, &glyph->place);
    } else
        begin_item(reading, at, goes);
    reading->last = span;
    reading->spaced = FALSE;
}

static gint compare_doubles(gconstpointer a, gconstpointer b)
{
    const double one = *(const double *)a, other = *(const double *)b;

    return one < other ? -1 : one > other;
}

static double gap_before(const IsrLine *line, guint nth)
{
    const IsrItem *item = &g_array_index(line->items, IsrItem, nth);
    const IsrSpan span = isr_page_along(&item->place, line->flow);
    const IsrSpan last = isr_page_along(&(item - 1)->place, line->flow);

    return gap_between(&last, &span);
}

/* The middle one of the gaps between words. */
static double usual_gap(const IsrLine *line)
{
    g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(double));

    for (guint i = 1; i < line->items->len; i++) {
        const double gap = gap_before(line, i);

        if (g_array_index(line->items, IsrItem, i).spaced)
            g_array_append_val(gaps, gap);
    }
    if (gaps->len == 0)
        return 0;
    g_array_sort(gaps, compare_doubles);
    return g_array_index(gaps, double, (gaps->len - 1) / 2);
}

/* How high the line's letters are: what OCR reads is no higher than its ink, so the highest. */
static double letter_height(const IsrLine *line)
{
    double height = 0;

    for (guint i = 0; i < line->items->len; i++) {
        const IsrSpan span =
            isr_page_along(&g_array_index(line->items, IsrItem, i).place, line->flow);

        height = MAX(height, span.bottom - span.top);
    }
    return height;
}

/* Takes the items of @line from @nth on into a line of their own. */
static IsrLine *split(IsrLine *line, guint nth)
{
    IsrLine *rest = g_new0(IsrLine, 1);

    rest->items = g_array_new(FALSE, TRUE, sizeof(IsrItem));
    rest->flow = line->flow;
    rest->ordered = line->ordered;
    g_array_append_vals(rest->items, &g_array_index(line->items, IsrItem, nth),
                        line->items->len - nth);
    g_array_set_size(line->items, nth);
    return rest;
}

/* Where one gap is far wider than the others, it is no space between words: what is behind it
 * must stay where it is. */
static void split_at_tabs(GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        IsrLine *line = g_ptr_array_index(lines, i);
        const double widest = MAX(TAB_GAP * letter_height(line), TAB_TIMES * usual_gap(line));

        for (guint j = 1; j < line->items->len; j++) {
            if (gap_before(line, j) > widest) {
                g_ptr_array_insert(lines, (gint)i + 1, split(line, j));
                break;
            }
        }
    }
}

static void settle_line(IsrLine *line)
{
    line->place = g_array_index(line->items, IsrItem, 0).place;
    line->touched = FALSE;
    for (guint i = 0; i < line->items->len; i++) {
        IsrItem *item = &g_array_index(line->items, IsrItem, i);

        item->now = item->place;
        isr_place_include(&line->place, &item->place);
        line->touched = line->touched || item->label;
    }
}

static gboolean about(double one, double other)
{
    return fabs(one - other) < EVEN;
}

static const IsrPlace *place_of(const GPtrArray *lines, guint nth)
{
    return &((const IsrLine *)g_ptr_array_index(lines, nth))->place;
}

/* TRUE if the @k-th of @lefts, which are sorted, is about where another is. */
static gboolean is_shared(const GArray *lefts, guint k)
{
    const double *at = &g_array_index(lefts, double, k);

    return (k > 0 && about(at[0], at[-1])) || (k + 1 < lefts->len && about(at[0], at[1]));
}

/* How many lines but @nth end where it does and begin where none of those does: a ragged edge, and
 * not the left one of a block. */
static guint ragged(const GPtrArray *lines, guint nth)
{
    g_autoptr(GArray) lefts = g_array_new(FALSE, FALSE, sizeof(double));
    const IsrPlace *own = place_of(lines, nth);
    guint count = 0, beside = 0;

    for (guint i = 0; i < lines->len; i++) {
        if (about(place_of(lines, i)->right, own->right))
            g_array_append_val(lefts, place_of(lines, i)->left);
    }
    g_array_sort(lefts, compare_doubles);
    for (guint k = 0; k < lefts->len; k++) {
        count += !is_shared(lefts, k);
        beside += about(g_array_index(lefts, double, k), own->left);
    }
    return beside == 1 ? count - 1 : count; /* itself */
}

/* A line that shares its middle (with others or the page) or its right end with more lines than its
 * left end is set from there: where its left end stands would tell how long it was. */
static IsrAnchor anchor_of(const GPtrArray *lines, guint nth, double page_width)
{
    const IsrPlace *place = place_of(lines, nth);
    const double middle = place->left + place->right;
    guint lefts = 0, middles = about(middle, page_width) ? ENOUGH : 0;

    for (guint i = 0; i < lines->len; i++) {
        const IsrPlace *other = place_of(lines, i);
        const gboolean left = i != nth && about(place->left, other->left);

        lefts += left;
        middles += i != nth && !left && about(middle, other->left + other->right);
    }
    const guint rights = ragged(lines, nth);

    if (middles >= ENOUGH && middles > lefts)
        return ISR_ANCHOR_MIDDLE;
    return rights >= ENOUGH && rights > lefts ? ISR_ANCHOR_RIGHT : ISR_ANCHOR_LEFT;
}

GPtrArray *isr_page_lines(const IsrPdfPage *page, const GPtrArray *stands)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(line_free);
    Reading reading = {.page = page, .stands = stands, .lines = lines};
    gboolean anew = FALSE; /* a label was read since the last glyph that goes */

    for (guint i = 0; i < page->glyphs->len; i++) {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);
        const char *stand = g_ptr_array_index(stands, i);

        if (stand && (*stand || !reading.label)) {
            reading.label = stand;
            anew = TRUE;
        } else if (!stand && !isr_glyph_is_space(glyph)) /* a space within is of what goes */
            reading.label = NULL;
        if (isr_glyph_ends_line(glyph))
            reading.line = NULL;
        else if (isr_glyph_is_space(glyph))
            reading.spaced = TRUE;
        else if (!isr_place_is_empty(&glyph->place)) {
            add(&reading, i, stand != NULL, anew);
            anew = FALSE;
        }
    }
    split_at_tabs(lines);
    for (guint i = 0; i < lines->len; i++)
        settle_line(g_ptr_array_index(lines, i));
    for (guint i = 0; i < lines->len; i++) {
        IsrLine *line = g_ptr_array_index(lines, i);

        if (line->touched && line->flow == ISR_FLOW_ACROSS)
            line->anchor = anchor_of(lines, i, page->width);
    }
    return lines;
}
