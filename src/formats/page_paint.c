/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the page, paints the boxes, and sets down what is read then. */
#include "page_paint.h"

#include "page_label.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <cairo.h>
#include <math.h>

#define POINTS_PER_INCH 72.0
/* The sides of a page as two readers say them may differ by this many points. */
#define SIDE_SLACK 1.0

struct IsrPainted {
    cairo_surface_t *surface;
    IsrPdfPage *text;
};

void isr_painted_free(IsrPainted *painted)
{
    if (!painted)
        return;
    g_clear_pointer(&painted->surface, cairo_surface_destroy);
    isr_pdf_page_free(painted->text);
    g_free(painted);
}

IsrPixels isr_painted_pixels(const IsrPainted *painted)
{
    cairo_surface_flush(painted->surface);
    return (IsrPixels){
        .bytes = cairo_image_surface_get_data(painted->surface),
        .width = (guint)cairo_image_surface_get_width(painted->surface),
        .height = (guint)cairo_image_surface_get_height(painted->surface),
        .stride = (gsize)cairo_image_surface_get_stride(painted->surface),
    };
}

const IsrPdfPage *isr_painted_text(const IsrPainted *painted)
{
    return painted->text;
}

static gboolean refuse(GError **error, IsrError code, guint number, const char *why)
{
    g_set_error(error, ISR_ERROR, code, "page %u: %s", number + 1, why);
    return FALSE;
}

/* FALSE unless the page's pixels can be held. */
static gboolean check_size(PopplerPage *source, const IsrPdfPage *page, guint dpi, GError **error)
{
    const double scale = dpi / POINTS_PER_INCH;
    double width = 0, height = 0;

    poppler_page_get_size(source, &width, &height);
    if (!(fabs(width - page->width) <= SIDE_SLACK && fabs(height - page->height) <= SIDE_SLACK))
        return refuse(error, ISR_ERROR_MALFORMED, page->number,
                      "its size was read in two ways; the file is damaged");
    if (!(width > 0 && height > 0))
        return refuse(error, ISR_ERROR_MALFORMED, page->number, "has no size");
    if (width * scale > ISR_LIMIT_PAGE_SIDE || height * scale > ISR_LIMIT_PAGE_SIDE ||
        ceil(width * scale) * ceil(height * scale) > ISR_LIMIT_PAGE_PIXELS)
        return refuse(error, ISR_ERROR_LIMIT, page->number,
                      "is too large to be drawn; a smaller number behind --dpi may help");
    return TRUE;
}

static cairo_surface_t *drawn(PopplerPage *source, const IsrPdfPage *page, guint dpi,
                              GError **error)
{
    const double scale = dpi / POINTS_PER_INCH;
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)ceil(page->width * scale), (int)ceil(page->height * scale));
    cairo_t *cairo = cairo_create(surface);

    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    poppler_page_render(source, cairo);
    const cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        return surface;
    cairo_surface_destroy(surface);
    refuse(error, ISR_ERROR_MALFORMED, page->number, "cannot be drawn");
    return NULL;
}

static gboolean is_empty(const IsrPlace *place)
{
    return !(place->right > place->left && place->bottom > place->top);
}

static gboolean on_one_line(const IsrPlace *one, const IsrPlace *other)
{
    const double least = MIN(one->bottom - one->top, other->bottom - other->top);

    return MIN(one->bottom, other->bottom) - MAX(one->top, other->top) > 0.5 * least;
}

static void include(IsrPlace *place, const IsrPlace *more)
{
    place->left = MIN(place->left, more->left);
    place->top = MIN(place->top, more->top);
    place->right = MAX(place->right, more->right);
    place->bottom = MAX(place->bottom, more->bottom);
}

/* Paints the boxes of the run of removed glyphs from @at; one past its last. */
static guint paint_run(IsrPainted *painted, double scale, const IsrPdfPage *page,
                       const GPtrArray *stands, guint at)
{
    const char *label = g_ptr_array_index(stands, at);
    IsrPlace box = {0};

    do {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, at);

        if (!is_empty(&glyph->place)) {
            if (!is_empty(&box) && !on_one_line(&box, &glyph->place)) {
                isr_page_label_paint(painted->surface, scale, &box, label);
                isr_pdf_page_add(painted->text, label, -1, box, glyph->sequence, 100);
                label = "";
                box = glyph->place;
            } else if (is_empty(&box))
                box = glyph->place;
            else
                include(&box, &glyph->place);
        }
        at++;
    } while (at < stands->len && g_ptr_array_index(stands, at) &&
             *(const char *)g_ptr_array_index(stands, at) == '\0');
    if (!is_empty(&box)) {
        isr_page_label_paint(painted->surface, scale, &box, label);
        isr_pdf_page_add(painted->text, label, -1, box, 0, 100);
    }
    return at;
}

IsrPainted *isr_page_paint(PopplerPage *source, const IsrPdfPage *page, const GPtrArray *stands,
                           guint dpi, GError **error)
{
    g_return_val_if_fail(stands->len == page->glyphs->len, NULL);
    if (!check_size(source, page, dpi, error))
        return NULL;
    g_autoptr(IsrPainted) painted = g_new0(IsrPainted, 1);

    painted->text = isr_pdf_page_new(page->number, page->width, page->height);
    painted->surface = drawn(source, page, dpi, error);
    if (!painted->surface)
        return NULL;
    for (guint i = 0; i < stands->len;) {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);

        if (g_ptr_array_index(stands, i)) {
            i = paint_run(painted, dpi / POINTS_PER_INCH, page, stands, i);
            continue;
        }
        isr_pdf_page_add(painted->text, glyph->text, -1, glyph->place, glyph->sequence,
                         glyph->confidence);
        i++;
    }
    return g_steal_pointer(&painted);
}
