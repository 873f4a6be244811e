/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the page, paints the boxes, and sets down what is read then. */
#include "page_paint.h"

#include "page_label.h"
#include "page_reset.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <cairo.h>
#include <math.h>

#define POINTS_PER_INCH 72.0
/* The sides of a page as two readers say them may differ by this many points. */
#define SIDE_SLACK 1.0
/* Points at the right edge of a page that no line is moved to: printers leave them blank. */
#define EDGE 14.0

struct IsrPainted {
    cairo_surface_t *surface;
    IsrPdfPage *text;
    guint dpi;
    guint told;
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

cairo_surface_t *isr_painted_surface(const IsrPainted *painted, guint *dpi)
{
    cairo_surface_flush(painted->surface);
    *dpi = painted->dpi;
    return painted->surface;
}

void isr_painted_cover(IsrPainted *painted, const IsrPlace *place)
{
    isr_page_label_paint(painted->surface, painted->dpi / POINTS_PER_INCH, place, "", 0);
}

const IsrPdfPage *isr_painted_text(const IsrPainted *painted)
{
    return painted->text;
}

guint isr_painted_told(const IsrPainted *painted)
{
    return painted->told;
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

/* Sets down what is read of one item now. */
static void read_item(IsrPdfPage *text, const IsrPdfPage *page, const IsrItem *item)
{
    const double shift = item->now.left - item->place.left;

    if (item->label) {
        isr_pdf_page_add(text, item->label, -1, item->now, item->first,
                         g_array_index(page->glyphs, IsrGlyph, item->first).confidence);
        return;
    }
    for (guint i = item->first; i < item->end; i++) {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);
        IsrPlace place = glyph->place;

        if (!isr_place_is_empty(&place)) {
            place.left += shift;
            place.right += shift;
        }
        isr_pdf_page_add(text, glyph->text, -1, place, glyph->sequence, glyph->confidence);
    }
}

/* Sets down what parts the items: spaces and line ends, and marks without a place that stay. */
static void read_between(IsrPdfPage *text, const IsrPdfPage *page, const GPtrArray *stands,
                         guint from, guint to)
{
    static const IsrPlace nowhere = {0, 0, 0, 0};

    for (guint i = from; i < to; i++) {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);

        if (isr_glyph_is_space(glyph) || !g_ptr_array_index(stands, i))
            isr_pdf_page_add(text, glyph->text, -1, nowhere, glyph->sequence, glyph->confidence);
    }
}

static void read_lines(IsrPdfPage *text, const IsrPdfPage *page, const GPtrArray *stands,
                       const GPtrArray *lines)
{
    guint at = 0;

    for (guint i = 0; i < lines->len; i++) {
        const IsrLine *line = g_ptr_array_index(lines, i);

        for (guint j = 0; j < line->items->len; j++) {
            const IsrItem *item = &g_array_index(line->items, IsrItem, j);

            read_between(text, page, stands, at, item->first);
            read_item(text, page, item);
            at = item->end;
        }
    }
    read_between(text, page, stands, at, page->glyphs->len);
}

IsrPainted *isr_page_paint(PopplerPage *source, const IsrPdfPage *page, const GPtrArray *stands,
                           guint dpi, GError **error)
{
    g_return_val_if_fail(stands->len == page->glyphs->len, NULL);
    if (!check_size(source, page, dpi, error))
        return NULL;
    g_autoptr(IsrPainted) painted = g_new0(IsrPainted, 1);

    painted->dpi = dpi;
    painted->text = isr_pdf_page_new(page->number, page->width, page->height);
    painted->surface = drawn(source, page, dpi, error);
    if (!painted->surface)
        return NULL;
    g_autoptr(GPtrArray) lines = isr_page_lines(page, stands);
    const double right = page->width - EDGE;
    cairo_surface_flush(painted->surface);
    for (guint i = 0; i < lines->len; i++) {
        if (((const IsrLine *)g_ptr_array_index(lines, i))->touched)
            painted->told +=
                isr_page_reset(painted->surface, dpi / POINTS_PER_INCH, lines, i, right);
    }
    read_lines(painted->text, page, stands, lines);
    return g_steal_pointer(&painted);
}
