/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy holds the pages as they look, and of the text what stays, where it stands. */
#include "isr_test.h"

#include "isr_pages.h"

#include "../src/formats/page_paint.h"
#include "../src/formats/pdf_file.h"

#include <isredact/error.h>

#include <math.h>
#include <unistd.h>

#define WIDTH 420.0
#define HEIGHT 300.0

/* A document of one page for each of @texts, whose lines are parted by '\n'. */
static PopplerDocument *document_of(const char *const *texts)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(isr_pages_collect, bytes, WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(surface);

    cairo_select_font_face(cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 11);
    for (guint i = 0; texts[i]; i++) {
        g_auto(GStrv) lines = g_strsplit(texts[i], "\n", -1);

        for (guint line = 0; lines[line]; line++) {
            cairo_move_to(cairo, 40, 50 + 16 * line);
            cairo_show_text(cairo, lines[line]);
        }
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return isr_pages_open(bytes);
}

typedef struct {
    IsrOutput *output;
    IsrPageWriter *writer;
} Copy;

static Copy begin(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "isredact-copy.pdf", NULL);
    Copy copy = {.output = isr_output_new(path, TRUE, &error)};

    assert_no_error(error);
    copy.writer = isr_page_writer_new(copy.output, 200, &error);
    assert_no_error(error);
    return copy;
}

static void add(Copy *copy, PopplerPage *source, const IsrPdfPage *page, const char *const *words)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) stands = isr_pages_stands(page, words, "[NAME]");

    isr_page_writer_add(copy->writer, source, page, stands, &error);
    assert_no_error(error);
}

/* The copy's bytes; no file stays. */
static GByteArray *end(Copy *copy)
{
    g_autoptr(GError) error = NULL;
    GByteArray *bytes = g_byte_array_new();

    isr_page_writer_finish(copy->writer, &error);
    assert_no_error(error);
    g_byte_array_set_size(bytes, (guint)lseek(isr_output_fd(copy->output), 0, SEEK_END));
    assert_int_equal(pread(isr_output_fd(copy->output), bytes->data, bytes->len, 0), bytes->len);
    isr_page_writer_free(copy->writer);
    isr_output_free(copy->output);
    return bytes;
}

/* The copy's bytes, with the @words of all pages removed. */
static GByteArray *copy_of(PopplerDocument *source, const char *const *words)
{
    Copy copy = begin();

    for (int i = 0; i < poppler_document_get_n_pages(source); i++) {
        g_autoptr(PopplerPage) page = poppler_document_get_page(source, i);
        g_autoptr(IsrPdfPage) read = isr_pages_read(page, (guint)i);

        add(&copy, page, read, words);
    }
    return end(&copy);
}

static PopplerDocument *copied(PopplerDocument *source, const char *const *words)
{
    PopplerDocument *copy = isr_pages_open(copy_of(source, words));

    assert_non_null(copy);
    assert_int_equal(poppler_document_get_n_pages(copy), poppler_document_get_n_pages(source));
    return copy;
}

static char *text_of(PopplerDocument *document, int number)
{
    g_autoptr(PopplerPage) page = poppler_document_get_page(document, number);

    return poppler_page_get_text(page);
}

static const char *const none[] = {NULL};
static const char *const names[] = {"Zephyrine", "Quenneville", NULL};

static void what_stays_is_read_in_order(void **state)
{
    (void)state;
    const char *const texts[] = {"A letter to Zephyrine about the meeting,\n"
                                 "from Quenneville and (Quenneville).",
                                 NULL};
    g_autoptr(PopplerDocument) source = document_of(texts);
    g_autoptr(PopplerDocument) copy = copied(source, names);
    g_autofree char *text = text_of(copy, 0);

    assert_string_equal(text, "A letter to [NAME] about the meeting,\n"
                              "from [NAME] and ([NAME]).");
}

static void untouched_text_is_read_where_it_stood(void **state)
{
    (void)state;
    const char *const texts[] = {"Every word of this line stays,\nand of the next.", NULL};
    g_autoptr(PopplerDocument) source = document_of(texts);
    g_autoptr(PopplerDocument) copy = copied(source, none);
    g_autoptr(PopplerPage) from = poppler_document_get_page(source, 0),
                           to = poppler_document_get_page(copy, 0);
    g_autoptr(IsrPdfPage) one = isr_pages_read(from, 0), other = isr_pages_read(to, 0);

    assert_int_equal(one->glyphs->len, other->glyphs->len);
    for (guint i = 0; i < one->glyphs->len; i++) {
        const IsrGlyph *a = &g_array_index(one->glyphs, IsrGlyph, i);
        const IsrGlyph *b = &g_array_index(other->glyphs, IsrGlyph, i);

        assert_string_equal(a->text, b->text);
        if (*a->text == '\n')
            continue;
        assert_true(fabs(a->place.left - b->place.left) < 0.5);
        assert_true(fabs(a->place.right - b->place.right) < 0.5);
        assert_true(fabs(a->place.top - b->place.top) < 0.2);
        assert_true(fabs(a->place.bottom - b->place.bottom) < 0.2);
    }
}

static void any_script_is_kept(void **state)
{
    (void)state;
    const char *const texts[] = {"Zażółć gęślą jaźń\nΚαλημέρα σας\nПривет всем", NULL};
    g_autoptr(PopplerDocument) source = document_of(texts);
    g_autoptr(PopplerDocument) copy = copied(source, none);
    g_autofree char *text = text_of(copy, 0);

    assert_string_equal(text, texts[0]);
}

static void ligatures_words_and_far_planes_are_kept(void **state)
{
    (void)state;
    const char *const texts[] = {"x", NULL};
    g_autoptr(PopplerDocument) source = document_of(texts);
    g_autoptr(PopplerPage) page = poppler_document_get_page(source, 0);
    g_autoptr(IsrPdfPage) read = isr_pdf_page_new(0, WIDTH, HEIGHT);
    Copy copy = begin();

    isr_pdf_page_add(read, "su", -1, (IsrPlace){30, 40, 40, 55}, 0, 100);
    isr_pdf_page_add(read, "ffi", -1, (IsrPlace){40, 40, 55, 55}, 1, 100);
    isr_pdf_page_add(read, "x", -1, (IsrPlace){55, 40, 60, 55}, 2, 100);
    isr_pdf_page_add(read, " ", -1, (IsrPlace){0, 0, 0, 0}, 3, 100);
    isr_pdf_page_add(read, "recognised", -1, (IsrPlace){64, 40, 130, 55}, 4, 90);
    isr_pdf_page_add(read, "\n", -1, (IsrPlace){0, 0, 0, 0}, 5, 100);
    isr_pdf_page_add(read, "\xf0\x9f\x8d\x8e\xe6\xbc\xa2", -1, (IsrPlace){30, 60, 60, 75}, 6, 100);
    isr_pdf_page_add(read, "e", -1, (IsrPlace){60, 60, 67, 75}, 7, 100);
    isr_pdf_page_add(read, "\xcc\x81", -1, (IsrPlace){0, 0, 0, 0}, 8, 100);
    add(&copy, page, read, none);
    g_autoptr(PopplerDocument) written = isr_pages_open(end(&copy));
    g_autofree char *text = text_of(written, 0);
    assert_string_equal(text, "suffix recognised\n\xf0\x9f\x8d\x8e\xe6\xbc\xa2"
                              "e\xcc\x81");
}

/* A word as a page of its own whose letters stand one by one along (@right, @down) points. */
static char *word_along(double right, double down)
{
    static const char *const texts[] = {"x", NULL};
    static const char word[] = "upside";
    g_autoptr(PopplerDocument) source = document_of(texts);
    g_autoptr(PopplerPage) page = poppler_document_get_page(source, 0);
    g_autoptr(IsrPdfPage) read = isr_pdf_page_new(0, WIDTH, HEIGHT);
    Copy copy = begin();

    for (guint i = 0; word[i]; i++) {
        const double x = 200 + right * i, y = 150 + down * i;
        const double wide = right != 0 ? 6 : 12, high = right != 0 ? 12 : 6;

        isr_pdf_page_add(read, &word[i], 1, (IsrPlace){x, y, x + wide, y + high}, i, 100);
    }
    add(&copy, page, read, none);
    g_autoptr(PopplerDocument) written = isr_pages_open(end(&copy));
    return text_of(written, 0);
}

static void turned_text_is_one_word(void **state)
{
    (void)state;
    g_autofree char *across = word_along(6, 0), *back = word_along(-6, 0);
    g_autofree char *down = word_along(0, 6), *up = word_along(0, -6);

    assert_string_equal(across, "upside");
    assert_string_equal(back, "upside");
    assert_string_equal(down, "upside");
    assert_string_equal(up, "upside");
}

/* Writes a document of three pages: 200 x 100 points, cut to 120 x 80 and turned, and one that is
 * called by words. */
static PopplerDocument *turned_document(void)
{
    static const char *const objects[] = {
        "<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/r/St 4>>2<</P(Quenneville)>>]>>>>",
        "<</Type/Pages/Count 3/Kids[4 0 R 5 0 R 6 0 R]>>",
        "<</Title(Quenneville)>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<<>>>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/CropBox[10 10 130 90]/Rotate 90>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<<>>>>",
    };
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "isredact-turned.pdf", NULL);
    g_autoptr(IsrOutput) output = isr_output_new(path, TRUE, &error);
    g_autoptr(IsrPdfFile) file = isr_pdf_file_new(output, &error);
    GByteArray *bytes = g_byte_array_new();

    for (guint i = 0; i < G_N_ELEMENTS(objects); i++)
        assert_true(isr_pdf_file_object(file, isr_pdf_file_reserve(file), objects[i], &error));
    assert_true(isr_pdf_file_finish(file, 1, 3, &error));
    g_byte_array_set_size(bytes, (guint)lseek(isr_output_fd(output), 0, SEEK_END));
    assert_int_equal(pread(isr_output_fd(output), bytes->data, bytes->len, 0), bytes->len);
    return isr_pages_open(bytes);
}

static void assert_page(PopplerDocument *document, int number, double width, double height,
                        const char *label)
{
    g_autoptr(PopplerPage) page = poppler_document_get_page(document, number);
    g_autofree char *says = poppler_page_get_label(page);
    double wide, high;

    poppler_page_get_size(page, &wide, &high);
    assert_true(fabs(wide - width) < 0.01 && fabs(high - height) < 0.01);
    assert_string_equal(says, label);
}

static void pages_keep_their_size_as_shown_and_their_number(void **state)
{
    (void)state;
    g_autoptr(PopplerDocument) source = turned_document();
    g_autoptr(PopplerDocument) copy = copied(source, none);

    assert_page(copy, 0, 200, 100, "iv");
    assert_page(copy, 1, 80, 120, "v");
    assert_page(copy, 2, 200, 100, "3"); /* a label of words does not stay */
}

static void of_the_properties_only_the_producer_is_there(void **state)
{
    (void)state;
    g_autoptr(PopplerDocument) source = turned_document();
    g_autoptr(PopplerDocument) copy = copied(source, none);
    g_autofree char *producer = poppler_document_get_producer(copy);
    g_autofree char *title = poppler_document_get_title(copy);
    g_autofree char *creator = poppler_document_get_creator(copy);

    assert_string_equal(producer, "isredact");
    assert_null(title);
    assert_null(creator);
    assert_int_equal(poppler_document_get_creation_date(copy), -1);
}

static void the_same_bytes_come_twice(void **state)
{
    (void)state;
    const char *const texts[] = {"A letter to Zephyrine", "Page two", NULL};
    g_autoptr(PopplerDocument) source = document_of(texts);
    g_autoptr(GByteArray) one = copy_of(source, names), other = copy_of(source, names);

    assert_int_equal(one->len, other->len);
    assert_memory_equal(one->data, other->data, one->len);
}

static void what_goes_is_nowhere_in_the_bytes(void **state)
{
    (void)state;
    const char *const texts[] = {"Zephyrine Quenneville", NULL};
    g_autoptr(PopplerDocument) source = document_of(texts);
    g_autoptr(PopplerDocument) copy = copied(source, names);
    g_autofree char *text = text_of(copy, 0);

    assert_string_equal(text, "[NAME] [NAME]");
}

static void a_page_too_large_is_refused(void **state)
{
    (void)state;
    const char *const texts[] = {"x", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(PopplerDocument) source = document_of(texts);
    g_autoptr(PopplerPage) page = poppler_document_get_page(source, 0);
    g_autoptr(IsrPdfPage) read = isr_pages_read(page, 0);
    g_autoptr(GPtrArray) stands = isr_pages_stands(read, none, "");

    assert_null(isr_page_paint(page, read, stands, 6000, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LIMIT));
    g_clear_error(&error);
    read->width += 5;
    assert_null(isr_page_paint(page, read, stands, 100, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stays_is_read_in_order),
        cmocka_unit_test(untouched_text_is_read_where_it_stood),
        cmocka_unit_test(any_script_is_kept),
        cmocka_unit_test(ligatures_words_and_far_planes_are_kept),
        cmocka_unit_test(turned_text_is_one_word),
        cmocka_unit_test(pages_keep_their_size_as_shown_and_their_number),
        cmocka_unit_test(of_the_properties_only_the_producer_is_there),
        cmocka_unit_test(the_same_bytes_come_twice),
        cmocka_unit_test(what_goes_is_nowhere_in_the_bytes),
        cmocka_unit_test(a_page_too_large_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
