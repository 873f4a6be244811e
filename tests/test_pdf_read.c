/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read on a page, where, and in which order it was drawn. */
#include "isr_pdf.h"

#include "../src/formats/pdf_open.h"
#include "../src/formats/pdf_read.h"

#include <math.h>

static IsrPdfPage *read_page(GBytes *bytes)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrInput) input = pdf_input(bytes);
    g_autoptr(IsrPdf) pdf = isr_pdf_open(input, NULL, &error);

    assert_no_error(error);
    PopplerPage *source = isr_pdf_load_page(pdf, 0, 72, &error);

    assert_no_error(error);
    IsrPdfPage *page = isr_pdf_read(source, 0, &error);

    assert_no_error(error);
    g_object_unref(source);
    return page;
}

static IsrPdfPage *read_content(const char *content, const char *keys)
{
    g_autoptr(GBytes) bytes = pdf_page(content, keys);

    return read_page(bytes);
}

static const IsrGlyph *glyph_at(const IsrPdfPage *page, guint n)
{
    return &g_array_index(page->glyphs, IsrGlyph, n);
}

/* All text, in the order of the list or of drawing. */
static char *text_of(const IsrPdfPage *page, gboolean drawn)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; !drawn && i < page->glyphs->len; i++)
        g_string_append(text, glyph_at(page, i)->text);
    for (guint at = 0; drawn && at < page->glyphs->len; at++) {
        for (guint i = 0; i < page->glyphs->len; i++)
            if (glyph_at(page, i)->sequence == at && !isr_glyph_is_space(glyph_at(page, i)))
                g_string_append(text, glyph_at(page, i)->text);
    }
    return g_string_free(text, FALSE);
}

static void assert_reads(const IsrPdfPage *page, const char *expected)
{
    g_autofree char *text = text_of(page, FALSE);

    if (!strstr(text, expected))
        fail_msg("\"%s\" is not in \"%s\"", expected, text);
}

static void glyphs_have_places(void **state)
{
    (void)state;
    g_autoptr(IsrPdfPage) page = read_content("BT /F1 10 Tf 72 742 Td (Ann Lee) Tj ET", NULL);
    const IsrGlyph *first = glyph_at(page, 0), *next = glyph_at(page, 1);

    assert_string_equal(first->text, "A");
    assert_true(fabs(first->place.left - 72) < 0.1);
    assert_true(first->place.top < 100 && first->place.top > 88);
    assert_true(first->place.bottom > 100 && first->place.bottom < 106);
    assert_true(fabs(next->place.left - 78.67) < 0.1); /* Helvetica's A is 667 wide */
    assert_true(isr_glyph_is_space(glyph_at(page, 3)));
    assert_int_equal(first->confidence, 100);
    assert_int_equal(page->unread, 0);
    assert_int_equal(page->unseen, 0);
}

static void order_of_drawing_is_known(void **state)
{
    (void)state;
    g_autoptr(IsrPdfPage) page = read_content("BT /F1 10 Tf 72 600 Td (last) Tj ET "
                                              "BT /F1 10 Tf 72 700 Td (first) Tj ET",
                                              NULL);
    g_autofree char *shown = text_of(page, FALSE), *drawn = text_of(page, TRUE);

    assert_string_equal(shown, "first\nlast");
    assert_string_equal(drawn, "lastfirst");
}

static void page_that_is_turned_is_read_as_it_is_shown(void **state)
{
    (void)state;
    g_autoptr(IsrPdfPage) page =
        read_content("BT 0 10 -10 0 100 72 Tm /F1 1 Tf (Okafor) Tj ET", "/Rotate 90");

    assert_true(page->width > page->height);
    assert_reads(page, "Okafor");
    assert_true(fabs(glyph_at(page, 0)->place.left - 72) < 0.1);
    assert_int_equal(page->unread, 0);
}

static void lines_in_all_directions_are_read(void **state)
{
    (void)state;
    g_autoptr(IsrPdfPage) page =
        read_content("BT 0 12 -12 0 100 300 Tm /F1 1 Tf (Rising) Tj ET "
                     "BT 0 -12 12 0 300 500 Tm /F1 1 Tf (Falling) Tj ET "
                     "BT -12 0 0 -12 500 700 Tm /F1 1 Tf (Upsidedown) Tj ET "
                     "BT 8.5 8.5 -8.5 8.5 300 100 Tm /F1 1 Tf (Slanted) Tj ET",
                     NULL);
    g_autofree char *drawn = text_of(page, TRUE);

    assert_reads(page, "Rising");
    assert_reads(page, "Falling");
    assert_string_equal(drawn, "RisingFallingUpsidedownSlanted");
    assert_int_equal(page->unread, 0);
}

static void text_of_forms_within_the_page_is_read(void **state)
{
    (void)state;
    g_autofree char *content = pdf_stream("", "/X1 Do");
    g_autofree char *form =
        pdf_stream("/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Matrix [1 0 0 1 50 50] "
                   "/Resources << /Font << /F1 5 0 R >> >>",
                   "BT /F1 12 Tf 10 10 Td (Amina Okafor) Tj ET");
    const char *const objects[] = {
        PDF_CATALOG,
        PDF_PAGES,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
        "/XObject << /X1 6 0 R >> >> >>",
        content,
        PDF_FONT,
        form,
        NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);
    g_autoptr(IsrPdfPage) page = read_page(bytes);

    assert_reads(page, "Amina Okafor");
    assert_true(fabs(glyph_at(page, 0)->place.left - 60) < 0.1);
}

static void notes_and_fields_are_read_where_they_are_shown(void **state)
{
    (void)state;
    g_autofree char *content = pdf_stream("", "BT /F1 12 Tf 72 700 Td (Name:) Tj ET");
    g_autofree char *shown =
        pdf_stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 5 "
                   "0 R >> >>",
                   "BT /F1 12 Tf 2 5 Td (Amina Okafor) Tj ET");
    const char *const objects[] = {
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>",
        PDF_PAGES,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R] "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        content,
        PDF_FONT,
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (who) /V (Amina Okafor) /Rect [120 695 320 "
        "715] /F 4 /AP << /N 7 0 R >> >>",
        shown,
        NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);
    g_autoptr(IsrPdfPage) page = read_page(bytes);

    assert_reads(page, "Name:");
    assert_reads(page, "Amina Okafor");
    assert_int_equal(page->unread, 0);
}

static void text_that_is_not_drawn_is_counted(void **state)
{
    (void)state;
    g_autoptr(IsrPdfPage) page =
        read_content("BT /F1 12 Tf 72 700 Td (shown) Tj 3 Tr 0 -20 Td (Okafor) Tj ET", NULL);

    assert_reads(page, "Okafor");
    assert_int_equal(page->unseen, 6);
    assert_int_equal(page->unread, 0);
}

/* A selection from corner to corner begins at the block nearest to the corner. */
static void blocks_outside_the_corners_are_read(void **state)
{
    (void)state;
    GString *content = g_string_new("BT /F1 12 Tf ");

    /* A column whose first block in reading order is not the one at the top left. */
    g_string_append(content, "1 0 0 1 420 800 Tm (Beside) Tj 1 0 0 1 40 400 Tm (Left) Tj "
                             "1 0 0 1 300 820 Tm (Above) Tj 1 0 0 1 20 30 Tm (Below) Tj ");
    for (guint i = 0; i < 12; i++)
        g_string_append_printf(content, "1 0 0 1 %u %u Tm (Word%c) Tj ", 60 + i % 3 * 170,
                               760 - i / 3 * 170, (char)('A' + i));
    g_string_append(content, "ET");
    g_autoptr(IsrPdfPage) page = read_content(content->str, NULL);

    g_string_free(content, TRUE);
    for (guint i = 0; i < 12; i++) {
        const char word[] = {'W', 'o', 'r', 'd', (char)('A' + i), '\0'};

        assert_reads(page, word);
    }
    assert_reads(page, "Beside");
    assert_reads(page, "Left");
    assert_reads(page, "Above");
    assert_reads(page, "Below");
    assert_int_equal(page->unread, 0);
}

/* Hebrew: two paragraphs, one beside the other, in a font that says what its codes mean. */
static void right_to_left_is_read_whole(void **state)
{
    (void)state;
    g_autofree char *content =
        pdf_stream("", "BT /F1 12 Tf 300 700 Td (abcd) Tj 0 -20 Td (dcba) Tj -200 -40 Td (abab) Tj "
                       "150 0 Td (Okafor) Tj ET");
    g_autofree char *meaning =
        pdf_stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
                       "/CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> "
                       "endcodespacerange 4 beginbfchar <61> <05D0> <62> <05D1> <63> <05D2> <64> "
                       "<05D3> endbfchar endcmap end end");
    const char *const objects[] = {
        PDF_CATALOG,
        PDF_PAGES,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font "
        "<< /F1 5 0 R >> >> >>",
        content,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        meaning,
        NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);
    g_autoptr(IsrPdfPage) page = read_page(bytes);
    g_autofree char *text = text_of(page, FALSE);
    guint letters = 0;

    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);

        assert_false(c >= 0x202a && c <= 0x202e);
        letters += c >= 0x05d0 && c <= 0x05d3;
    }
    assert_true(letters >= 12);
    assert_int_equal(page->unread, 0);
}

/* A code that means nothing is drawn all the same. */
static void glyphs_without_a_meaning_are_counted(void **state)
{
    (void)state;
    g_autofree char *content = pdf_stream("", "BT /F1 12 Tf 72 700 Td (ab) Tj ET");
    g_autofree char *meaning =
        pdf_stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
                       "/CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> "
                       "endcodespacerange 2 beginbfchar <61> <0020> <62> <0020> endbfchar "
                       "endcmap end end");
    const char *const objects[] = {
        PDF_CATALOG,
        PDF_PAGES,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font "
        "<< /F1 5 0 R >> >> >>",
        content,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        meaning,
        NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);
    g_autoptr(IsrPdfPage) page = read_page(bytes);

    assert_int_equal(page->unread, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(glyphs_have_places),
        cmocka_unit_test(order_of_drawing_is_known),
        cmocka_unit_test(page_that_is_turned_is_read_as_it_is_shown),
        cmocka_unit_test(lines_in_all_directions_are_read),
        cmocka_unit_test(text_of_forms_within_the_page_is_read),
        cmocka_unit_test(notes_and_fields_are_read_where_they_are_shown),
        cmocka_unit_test(text_that_is_not_drawn_is_counted),
        cmocka_unit_test(blocks_outside_the_corners_are_read),
        cmocka_unit_test(right_to_left_is_read_whole),
        cmocka_unit_test(glyphs_without_a_meaning_are_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
