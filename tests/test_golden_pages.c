/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of copies, looked at: they look as in tests/golden_pages, within what another version of a
 * font or of a drawing library changes. With $ISREDACT_GOLDEN_WRITE set the pictures are made
 * anew, to be looked at by a person. */
#include "isr_test.h"

#include "pdf/maker.h"
#include "places/redact.h"

#include <cairo.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#define DPI 60
/* Of 255: a pixel differs. */
#define DIFFERENT 80
/* Pixels that may differ, per thousand. */
#define MOST_DIFFERENT 10

static const char *const cases[] = {"P001", "P007", "P014", "P017", "P019",
                                    "P043", "P074", "P125", "P141"};

static const PdfPlace *place_for(const char *id)
{
    for (const PdfPlace *const *table = pdf_places; *table; table++) {
        for (const PdfPlace *place = *table; place->id; place++) {
            if (strcmp(place->id, id) == 0)
                return place;
        }
    }
    return NULL;
}

/* The first page of the PDF in @bytes. */
static cairo_surface_t *drawn(GBytes *bytes)
{
    PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, NULL);
    PopplerPage *page = document ? poppler_document_get_page(document, 0) : NULL;
    double width, height;
    cairo_surface_t *surface;
    cairo_t *cairo;

    assert_non_null(page);
    poppler_page_get_size(page, &width, &height);
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)ceil(width * DPI / 72),
                                         (int)ceil(height * DPI / 72));
    cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, DPI / 72.0, DPI / 72.0);
    poppler_page_render(page, cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    g_object_unref(page);
    g_object_unref(document);
    return surface;
}

static int green_of(cairo_surface_t *surface, int x, int y)
{
    const guint8 *data = cairo_image_surface_get_data(surface);

    return data[y * cairo_image_surface_get_stride(surface) + 4 * x + 1];
}

static void assert_alike(const char *id, cairo_surface_t *one, cairo_surface_t *other)
{
    const int width = cairo_image_surface_get_width(one),
              height = cairo_image_surface_get_height(one);
    int different = 0;

    assert_int_equal(width, cairo_image_surface_get_width(other));
    assert_int_equal(height, cairo_image_surface_get_height(other));
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++)
            different += abs(green_of(one, x, y) - green_of(other, x, y)) > DIFFERENT;
    }
    if (different * 1000 > width * height * MOST_DIFFERENT)
        fail_msg("%s: %d of %d pixels differ", id, different, width * height);
}

static void check_case(const char *id)
{
    g_autoptr(GBytes) source = maker_document(place_for(id), TRUE), copy = NULL;
    g_autoptr(GError) error = NULL;
    g_autofree char *name = g_strconcat(id, ".png", NULL);
    g_autofree char *path =
        g_build_filename(g_getenv("ISREDACT_ROOT"), "tests", "golden_pages", name, NULL);
    cairo_surface_t *page, *golden;

    copy = redact_bytes(source, "anonymise", NULL, &error);
    assert_no_error(error);
    page = drawn(copy);
    if (g_getenv("ISREDACT_GOLDEN_WRITE"))
        cairo_surface_write_to_png(page, path);
    golden = cairo_image_surface_create_from_png(path);
    if (cairo_surface_status(golden) != CAIRO_STATUS_SUCCESS)
        fail_msg("%s cannot be read", path);
    assert_alike(id, page, golden);
    cairo_surface_destroy(golden);
    cairo_surface_destroy(page);
}

static void pages_look_as_they_should(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        check_case(cases[i]);
}

/* A page on which nothing was painted is told from one on which it was. */
static void page_without_boxes_is_noticed(void **state)
{
    g_autoptr(GBytes) source = maker_document(place_for("P001"), TRUE);
    g_autoptr(GBytes) copy = redact_bytes(source, "anonymise", NULL, NULL);
    cairo_surface_t *before = drawn(source), *after = drawn(copy);
    int different = 0;

    (void)state;
    for (int y = 0; y < cairo_image_surface_get_height(before); y++) {
        for (int x = 0; x < cairo_image_surface_get_width(before); x++)
            different += abs(green_of(before, x, y) - green_of(after, x, y)) > DIFFERENT;
    }
    assert_true(different * 1000 > cairo_image_surface_get_width(before) *
                                       cairo_image_surface_get_height(before) * MOST_DIFFERENT);
    cairo_surface_destroy(before);
    cairo_surface_destroy(after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_look_as_they_should),
        cmocka_unit_test(page_without_boxes_is_noticed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
