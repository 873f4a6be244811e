/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages that draw more than a reader has time for, each limit by a page just below and one just
 * above it. */
#include "isr_pdf.h"

#include "../src/formats/pdf_open.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#define FORM "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"

/* @word, @times times. */
static char *repeated(const char *word, guint times)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < times; i++)
        g_string_append(text, word);
    return g_string_free(text, FALSE);
}

/* What opening a page says that draws @content; /X is @thing, /G a setting whose mask it is; @keys:
 * more of the page's. */
static int error_of(const char *content, const char *keys, const char *thing)
{
    g_autofree char *stream = pdf_stream("", content);
    g_autofree char *page = g_strdup_printf(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s << /XObject << /X 5 0 R >> "
        "/ExtGState << /G << /SMask << /S /Alpha /G 5 0 R >> >> >> >> >>",
        keys ? keys : "/Contents 4 0 R /Resources");
    const char *const objects[] = {PDF_CATALOG, PDF_PAGES, page, stream, thing, NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);
    g_autoptr(IsrInput) input = pdf_input(bytes);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPdf) pdf = isr_pdf_open(input, NULL, &error);

    return pdf ? 0 : error->code;
}

static void a_form_counts_as_often_as_it_is_drawn(void **state)
{
    g_autofree char *lines = repeated("0 0 9 9 re f ", 1000);
    g_autofree char *form = pdf_stream(FORM, lines);
    g_autofree char *few = repeated("/X Do ", ISR_LIMIT_PAGE_PAINTS / 1001 - 1);
    g_autofree char *many = repeated("/X Do ", ISR_LIMIT_PAGE_PAINTS / 1001 + 1);

    (void)state;
    assert_int_equal(error_of(few, NULL, form), 0);
    assert_int_equal(error_of(many, NULL, form), ISR_ERROR_LIMIT);
}

static void what_is_drawn_apart_is_limited(void **state)
{
    g_autofree char *group = pdf_stream(FORM " /Group << /S /Transparency >>", "0 0 9 9 re f");
    g_autofree char *few = repeated("/X Do ", ISR_LIMIT_PAGE_SHEETS);
    g_autofree char *many = repeated("/X Do ", ISR_LIMIT_PAGE_SHEETS + 1);
    g_autofree char *masks = repeated("/G gs ", ISR_LIMIT_PAGE_SHEETS + 1);
    g_autofree char *shaded = repeated("/S sh ", ISR_LIMIT_PAGE_SHEETS + 1);

    (void)state;
    assert_int_equal(error_of(few, NULL, group), 0);
    assert_int_equal(error_of(many, NULL, group), ISR_ERROR_LIMIT);
    assert_int_equal(error_of(masks, NULL, group), ISR_ERROR_LIMIT);
    assert_int_equal(error_of(shaded, NULL, group), ISR_ERROR_LIMIT);
}

static void pixels_count_each_time_that_a_picture_is_drawn(void **state)
{
    g_autofree char *picture = pdf_stream("/Type /XObject /Subtype /Image /Width 1000 /Height 1000 "
                                          "/ColorSpace /DeviceGray /BitsPerComponent 8",
                                          "x");
    g_autofree char *few = repeated("/X Do ", ISR_LIMIT_DRAWN_PIXELS / 1000000);
    g_autofree char *many = repeated("/X Do ", ISR_LIMIT_DRAWN_PIXELS / 1000000 + 1);

    (void)state;
    assert_int_equal(error_of(few, NULL, picture), 0);
    assert_int_equal(error_of(many, NULL, picture), ISR_ERROR_LIMIT);
}

static void content_counts_as_often_as_the_page_names_it(void **state)
{
    g_autofree char *text = repeated("(aaaaaaaaa) Tj ", 100);
    g_autofree char *again = repeated("4 0 R ", ISR_LIMIT_PAGE_LETTERS / 1000 + 1);
    g_autofree char *keys = g_strdup_printf("/Contents [%s] /Resources", again);
    g_autofree char *form = pdf_stream(FORM, "");

    (void)state;
    assert_int_equal(error_of(text, NULL, form), 0);
    assert_int_equal(error_of(text, keys, form), ISR_ERROR_LIMIT);
}

static void content_that_draws_nothing_is_limited_too(void **state)
{
    g_autofree char *nothing = g_strnfill(ISR_LIMIT_STREAM_BYTES / 32, ' ');
    g_autofree char *few = repeated("4 0 R ", 64), *many = repeated("4 0 R ", 65);
    g_autofree char *few_keys = g_strdup_printf("/Contents [%s] /Resources", few);
    g_autofree char *many_keys = g_strdup_printf("/Contents [%s] /Resources", many);
    g_autofree char *form = pdf_stream(FORM, "");

    (void)state;
    assert_int_equal(error_of(nothing, few_keys, form), 0);
    assert_int_equal(error_of(nothing, many_keys, form), ISR_ERROR_LIMIT);
}

static void pieces_of_text_are_limited(void **state)
{
    g_autofree char *few = repeated("()Tj ", ISR_LIMIT_PAGE_GLYPHS);
    g_autofree char *many = repeated("()Tj ", ISR_LIMIT_PAGE_GLYPHS + 1);
    g_autofree char *form = pdf_stream(FORM, "");

    (void)state;
    assert_int_equal(error_of(few, NULL, form), 0);
    assert_int_equal(error_of(many, NULL, form), ISR_ERROR_LIMIT);
}

static void fonts_are_limited(void **state)
{
    g_autoptr(GString) content = g_string_new(NULL);
    g_autofree char *form = pdf_stream(FORM, "");

    (void)state;
    for (guint i = 0; i < ISR_LIMIT_PAGE_FONTS; i++)
        g_string_append_printf(content, "/F%u 9 Tf ", i);
    assert_int_equal(error_of(content->str, NULL, form), 0);
    g_string_append(content, "/G 9 Tf");
    assert_int_equal(error_of(content->str, NULL, form), ISR_ERROR_LIMIT);
}

/* The letter a of font T shows the letter a of font T, or a line. */
static int error_of_glyph(const char *glyph)
{
    g_autofree char *keys = g_strdup(
        "/Contents 4 0 R /Resources << /Font << /T << /Type /Font /Subtype /Type3 /FontBBox [0 0 1 "
        "1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /Encoding << "
        "/Differences [97 /a] >> /CharProcs << /a 5 0 R >> >> >> >> /Was");
    g_autofree char *letter = pdf_stream("", glyph);

    return error_of("BT /T 9 Tf (a) Tj ET", keys, letter);
}

static void letters_that_show_letters_are_refused(void **state)
{
    (void)state;
    assert_int_equal(error_of_glyph("1 0 d0 0 0 1 1 re f"), 0);
    assert_int_equal(error_of_glyph("1 0 d0 BT /T 1 Tf (aa) Tj ET"), ISR_ERROR_LIMIT);
}

static void a_note_counts_as_it_looks(void **state)
{
    g_autofree char *lines = repeated("S ", ISR_LIMIT_PAGE_PAINTS + 1);
    g_autofree char *form = pdf_stream(FORM, lines);

    (void)state;
    assert_int_equal(error_of("",
                              "/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << "
                              "/N 5 0 R >> >>]",
                              form),
                     ISR_ERROR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_counts_as_often_as_it_is_drawn),
        cmocka_unit_test(what_is_drawn_apart_is_limited),
        cmocka_unit_test(pixels_count_each_time_that_a_picture_is_drawn),
        cmocka_unit_test(content_counts_as_often_as_the_page_names_it),
        cmocka_unit_test(content_that_draws_nothing_is_limited_too),
        cmocka_unit_test(pieces_of_text_are_limited),
        cmocka_unit_test(fonts_are_limited),
        cmocka_unit_test(letters_that_show_letters_are_refused),
        cmocka_unit_test(a_note_counts_as_it_looks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
