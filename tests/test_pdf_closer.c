/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is seen in the pixels of a copy and must go is covered; without marks nothing is read. */
#include "isr_test.h"

#include "isr_drawn.h"
#include "isr_pages.h"

#include "../src/formats/pdf_closer.h"

#include <string.h>

#define WIDTH 420.0
#define HEIGHT 200.0
#define DPI 200u
#define SKIPPED 77 /* for meson */

/* A page that says @text, and shows "Quilla" below in outlines that are no text. */
static PopplerDocument *page_of(const char *text)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(isr_pages_collect, bytes, WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(surface);

    cairo_select_font_face(cairo, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 14);
    cairo_move_to(cairo, 40, 50);
    cairo_show_text(cairo, text);
    cairo_move_to(cairo, 40, 120);
    cairo_text_path(cairo, "Quilla");
    cairo_fill(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return isr_pages_open(bytes);
}

/* Takes "Quilla" out of what is read again, and counts the times in @self. */
static gboolean take_out(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    const char *found = strstr(block->text->str, "Quilla");

    (void)error;
    assert_true(block->seen);
    if (found && block->kind != ISR_BLOCK_SQUEEZED) {
        const gsize at = (gsize)(found - block->text->str);

        isr_edits_add(edits, at, at + strlen("Quilla"), "");
        (*(guint *)self)++;
    }
    return TRUE;
}

/* Dark pixels between the heights of @from and @to points. */
static guint ink(const IsrPainted *painted, double from, double to)
{
    const IsrPixels pixels = isr_painted_pixels(painted);
    guint count = 0;

    for (guint y = (guint)(from * DPI / 72); y < (guint)(to * DPI / 72); y++) {
        const guint32 *row = (const guint32 *)(const void *)(pixels.bytes + y * pixels.stride);

        for (guint x = 0; x < pixels.width; x++)
            count += (row[x] & 0xff) < 100;
    }
    return count;
}

/* Looks closer at the page with @removed taken away; how often "Quilla" was found. *left: the ink
 * where it stands. */
static guint look(const char *text, const char *removed, guint *left)
{
    const char *const words[] = {removed, NULL};
    g_autoptr(PopplerDocument) document = page_of(text);
    g_autoptr(PopplerPage) source = poppler_document_get_page(document, 0);
    g_autoptr(IsrPdfPage) page = isr_pages_read(source, 0);
    g_autoptr(GPtrArray) stands = isr_pages_stands(page, words, "[NAME]");
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPainted) painted = isr_page_paint(source, page, stands, DPI, &error);
    g_autoptr(IsrOcr) reader = isr_ocr_new();
    guint found = 0;
    IsrWalk walk = {.pages = {.reader = reader}, .visitor = {.self = &found, .again = take_out}};
    g_autoptr(IsrVisit) visit = isr_visit_new(&walk);

    assert_no_error(error);
    assert_true(isr_pdf_closer(painted, &walk.pages, visit, &error));
    assert_no_error(error);
    *left = ink(painted, 104, 126);
    return found;
}

static void what_is_seen_and_must_go_is_covered(void **state)
{
    guint left;

    (void)state;
    assert_int_equal(look("Jayden came to school today", "Jayden", &left), 1);
    assert_in_range(left, 0, 400); /* the box's edge */
}

static void a_page_of_which_nothing_went_is_not_read(void **state)
{
    guint left;

    (void)state;
    assert_int_equal(look("Jayden came to school today", "Nobody", &left), 0);
    assert_in_range(left, 700, 100000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_seen_and_must_go_is_covered),
        cmocka_unit_test(a_page_of_which_nothing_went_is_not_read),
    };

    return can_read() ? cmocka_run_group_tests(tests, NULL, NULL) : SKIPPED;
}
