/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box is a light grey field with dark letters. What it should cover stood on a page's white or
 * in a picture, and shows there. */
#include "pdf_boxes.h"

#include "../mark.h"

#include <cairo.h>
#include <math.h>

#define POINTS_PER_INCH 72.0
#define FIELD 230     /* the grey of a box's field, of 255 */
#define NEAR_FIELD 14 /* boxes beside shaded pictures are stored a little rounded */
#define COLOURED 28   /* difference of red, green and blue from which a pixel is no grey */
/* Per thousand of the pixels where a mark is read. Its letters may reach a little out of the box,
 * in the middle they do not. */
#define LEAST_FIELD 200
#define MOST_STRANGE 250
/* A scan is stored as JPEG, which rings around the letters of a mark. */
#define MOST_STRANGE_INSIDE 40
#define MIDDLE 0.2 /* of width and height, from each side, to the middle */
#define EDGE 2 /* pixels: the box's edge, and half of one that is shared with its surroundings */

/* A mark and where it is read. */
typedef struct {
    char *text;
    PopplerRectangle place;
} Mark;

static void mark_clear(gpointer data)
{
    g_free(((Mark *)data)->text);
}

static gboolean has_no_place(gunichar c)
{
    return c >= 0x202a && c <= 0x202e; /* poppler's own */
}

/* Letters that are read at the same height belong to one line of a mark. */
static void include(PopplerRectangle *place, const PopplerRectangle *more)
{
    if (place->x2 <= place->x1) {
        *place = *more;
        return;
    }
    place->x1 = MIN(place->x1, more->x1);
    place->y1 = MIN(place->y1, more->y1);
    place->x2 = MAX(place->x2, more->x2);
    place->y2 = MAX(place->y2, more->y2);
}

/* All marks that are read on @page: GArray of Mark; free with g_array_unref(). */
static GArray *marks_of(PopplerPage *page)
{
    GArray *marks = g_array_new(FALSE, TRUE, sizeof(Mark));
    g_autofree char *read = poppler_page_get_text(page);
    g_autofree PopplerRectangle *places = NULL;
    g_autoptr(GString) text = g_string_new(read);
    guint n = 0, at = 0;
    gsize end = 0; /* of the mark that is being read */

    g_array_set_clear_func(marks, mark_clear);
    if (!poppler_page_get_text_layout(page, &places, &n))
        return marks;
    for (const char *p = text->str; *p; p = g_utf8_next_char(p)) {
        const gsize offset = (gsize)(p - text->str);
        const gunichar c = g_utf8_get_char(p);

        if (offset >= end) {
            const IsrRange range = isr_mark_shape_at(text, offset);
            Mark mark = {0};

            end = range.end;
            if (range.end > range.start) {
                mark.text = g_strndup(p, range.end - range.start);
                g_array_append_val(marks, mark);
            }
        }
        if (has_no_place(c))
            continue;
        if (offset < end && at < n && !g_unichar_isspace(c))
            include(&g_array_index(marks, Mark, marks->len - 1).place, &places[at]);
        at++;
    }
    return marks;
}

static cairo_surface_t *drawn(PopplerPage *page, double scale)
{
    double width, height;
    cairo_surface_t *surface;
    cairo_t *cairo;

    poppler_page_get_size(page, &width, &height);
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)ceil(width * scale),
                                         (int)ceil(height * scale));
    cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    poppler_page_render(page, cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return surface;
}

/* Pixels by what they can be. */
typedef struct {
    guint all, field, strange;
} Count;

static void count_pixel(Count *count, guint32 pixel)
{
    const int red = pixel >> 16 & 0xff, green = pixel >> 8 & 0xff, blue = pixel & 0xff;
    const int most = MAX(MAX(red, green), blue), least = MIN(MIN(red, green), blue);

    count->all++;
    if (most - least > COLOURED || most > FIELD + NEAR_FIELD)
        count->strange++;
    else if (least >= FIELD - NEAR_FIELD)
        count->field++;
}

/* What is seen at @place, less @margin of its width and height at each side. */
static Count count_pixels(cairo_surface_t *surface, const PopplerRectangle *place, double scale,
                          double margin)
{
    const guint8 *data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const double wide = margin * (place->x2 - place->x1), high = margin * (place->y2 - place->y1);
    const int left = MAX((int)ceil((place->x1 + wide) * scale) + EDGE, 0),
              top = MAX((int)ceil((place->y1 + high) * scale) + EDGE, 0),
              right = MIN((int)floor((place->x2 - wide) * scale) - EDGE,
                          cairo_image_surface_get_width(surface)),
              bottom = MIN((int)floor((place->y2 - high) * scale) - EDGE,
                           cairo_image_surface_get_height(surface));
    Count count = {0};

    for (int y = top; y < bottom && data; y++) {
        const guint32 *row = (const guint32 *)(const void *)(data + (gsize)y * (gsize)stride);

        for (int x = left; x < right; x++)
            count_pixel(&count, row[x]);
    }
    return count;
}

static gboolean is_box(cairo_surface_t *surface, const PopplerRectangle *place, double scale)
{
    const Count all = count_pixels(surface, place, scale, 0),
                middle = count_pixels(surface, place, scale, MIDDLE);

    return all.strange * 1000 <= all.all * MOST_STRANGE &&
           middle.strange * 1000 <= middle.all * MOST_STRANGE_INSIDE &&
           all.field * 1000 >= all.all * LEAST_FIELD;
}

/* TRUE if @mark is one of @own, which then no longer counts. */
static gboolean is_own(GArray *own, const Mark *mark)
{
    for (guint i = 0; i < own->len; i++) {
        if (g_str_equal(g_array_index(own, Mark, i).text, mark->text)) {
            g_array_remove_index_fast(own, i);
            return TRUE;
        }
    }
    return FALSE;
}

guint isr_pdf_boxes_missing(PopplerPage *page, PopplerPage *source, guint dpi)
{
    const double scale = dpi / POINTS_PER_INCH;
    g_autoptr(GArray) marks = marks_of(page), own = NULL;
    cairo_surface_t *surface;
    guint missing = 0;

    if (marks->len == 0)
        return 0;
    own = marks_of(source);
    surface = drawn(page, scale);
    for (guint i = 0; i < marks->len; i++) {
        const Mark *mark = &g_array_index(marks, Mark, i);

        if (!is_box(surface, &mark->place, scale) && !is_own(own, mark))
            missing++;
    }
    cairo_surface_destroy(surface);
    return missing;
}
