/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box is a light field with a thin dark edge. */
#include "page_label.h"

#include <math.h>

/* Of the line's height. */
#define LETTERS 0.72    /* size of the label's letters */
#define MARGIN 0.18     /* before and behind it */
#define EMPTY_WIDTH 2.0 /* of a box without a label */
#define BASELINE 0.76   /* from the top of the box */
#define TALLEST 1.2     /* letters for the line may fill a box that is lower than it */
#define LEAST_SIZE 3.0  /* pixels; smaller letters are a smear */
#define FIELD 0.90      /* of white */
#define EDGE 0.45
#define INK 0.0

static cairo_t *drawing(cairo_surface_t *surface, double size)
{
    cairo_t *cairo = cairo_create(surface);
    cairo_font_options_t *options = cairo_font_options_create();

    /* The same letters on every machine that has the same font, whatever its settings. */
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
    cairo_select_font_face(cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, size);
    return cairo;
}

static double text_width(cairo_t *cairo, const char *label)
{
    cairo_text_extents_t extents;

    cairo_text_extents(cairo, label, &extents);
    return extents.x_advance;
}

double isr_page_label_width(const char *label, double height)
{
    if (!*label)
        return EMPTY_WIDTH * height;
    cairo_surface_t *none = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cairo = drawing(none, LETTERS * height);
    const double width = text_width(cairo, label) + 2 * MARGIN * height;

    cairo_destroy(cairo);
    cairo_surface_destroy(none);
    return width;
}

static void grey(cairo_t *cairo, double shade)
{
    cairo_set_source_rgb(cairo, shade, shade, shade);
}

static void paint_field(cairo_surface_t *surface, int left, int top, int width, int height)
{
    cairo_t *cairo = cairo_create(surface);

    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    grey(cairo, EDGE);
    cairo_rectangle(cairo, left, top, width, height);
    cairo_fill(cairo);
    grey(cairo, FIELD);
    cairo_rectangle(cairo, left + 1, top + 1, MAX(width - 2, 0), MAX(height - 2, 0));
    cairo_fill(cairo);
    cairo_destroy(cairo);
}

static void paint_letters(cairo_surface_t *surface, int left, int top, int width, int height,
                          const char *label, double size)
{
    size = MIN(size, LETTERS * TALLEST * height);
    cairo_t *cairo = drawing(surface, size);
    double wide = text_width(cairo, label);

    if (wide > width - 2) {
        size *= MAX(width - 2, 0) / wide;
        cairo_set_font_size(cairo, size);
        wide = text_width(cairo, label);
    }
    if (size >= LEAST_SIZE) {
        cairo_rectangle(cairo, left + 1, top + 1, width - 2, height - 2);
        cairo_clip(cairo);
        grey(cairo, INK);
        /* On the line's own height if the letters fill it, else in the middle. */
        cairo_move_to(cairo, left + (width - wide) / 2,
                      top + height * 0.5 + size * (BASELINE - 0.5) / LETTERS);
        cairo_show_text(cairo, label);
    }
    cairo_destroy(cairo);
}

/* The next whole pixel on the outer side of @edge, and one more; a hundredth of one is nothing. */
static int outward(double edge, int side)
{
    return side < 0 ? (int)floor(edge + 0.01) - 1 : (int)ceil(edge - 0.01) + 1;
}

void isr_page_label_paint(cairo_surface_t *surface, double scale, const IsrPlace *place,
                          const char *label, double line)
{
    const int left = outward(place->left * scale, -1), top = outward(place->top * scale, -1);
    const int width = outward(place->right * scale, 1) - left;
    const int height = outward(place->bottom * scale, 1) - top;

    paint_field(surface, left, top, width, height);
    if (*label)
        paint_letters(surface, left, top, width, height, label, LETTERS * line * scale);
}
