/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages whose text does not tell what is seen on them are known, read with OCR, and redacted. */
#include "isr_drawn.h"
#include "isr_pdf.h"

#include "../src/formats/formats.h"
#include "../src/formats/pdf_open.h"
#include "../src/formats/pdf_read.h"
#include "../src/formats/pdf_sight.h"
#include "../src/formats/raster.h"

#include <cairo-pdf.h>
#include <isredact/error.h>
#include <isredact/pipeline.h>

#define WIDTH 595
#define HEIGHT 842

static const char *const lines[] = {
    "This report is about the home and the school of one child.",
    "The family was seen at home and the child was well and happy.",
    "The child goes to the school near the house every day of the week.", NULL};

typedef void (*Painter)(cairo_t *cairo);

static cairo_status_t take(void *self, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(self, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void begin(cairo_t *cairo)
{
    cairo_select_font_face(cairo, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 14);
}

static void paint_text(cairo_t *cairo)
{
    begin(cairo);
    for (guint i = 0; lines[i]; i++) {
        cairo_move_to(cairo, 50, 100 + 30 * i);
        cairo_show_text(cairo, lines[i]);
    }
}

/* Rules, boxes to tick and a filled area: nothing of it is text. */
static void paint_form(cairo_t *cairo)
{
    paint_text(cairo);
    for (int i = 0; i < 8; i++) {
        cairo_rectangle(cairo, 50 + 24 * i, 300, 14, 14);
        cairo_rectangle(cairo, 50, 340 + 20 * i, 480, 20);
    }
    cairo_stroke(cairo);
    cairo_rectangle(cairo, 50, 600, 300, 18);
    cairo_fill(cairo);
}

static void paint_outlines(cairo_t *cairo)
{
    paint_text(cairo);
    cairo_move_to(cairo, 50, 400);
    cairo_text_path(cairo, "Zephyrine Quenneville");
    cairo_fill(cairo);
}

static void paint_light_outlines(cairo_t *cairo)
{
    paint_text(cairo);
    cairo_rectangle(cairo, 40, 380, 300, 40);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_move_to(cairo, 50, 405);
    cairo_text_path(cairo, "Zephyrine Quenneville");
    cairo_fill(cairo);
}

static void paint_scan(cairo_t *cairo)
{
    const char *const words[] = {"Mother: Zephyrine Quenneville", "The child was well and happy.",
                                 NULL};
    cairo_surface_t *picture = drawn(1200, 400, 44, words);

    cairo_scale(cairo, 0.35, 0.35);
    cairo_set_source_surface(cairo, picture, 150, 300);
    cairo_paint(cairo);
    cairo_surface_destroy(picture);
}

static GByteArray *pdf_painted(Painter paint)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(take, bytes, WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(surface);

    paint(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return bytes;
}

/* A page whose text says other letters than it shows: each is taken for the next but two. */
static GByteArray *pdf_lying(void)
{
    static const char map[] = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                              "/CMapName /X def /CMapType 2 def\n"
                              "1 begincodespacerange <00> <ff> endcodespacerange\n"
                              "3 beginbfrange <20> <20> <0020> <41> <57> <0044> <61> <77> <0064> "
                              "endbfrange endcmap end end";
    g_autoptr(GString) content = g_string_new("BT /F1 14 Tf 50 740 Td 24 TL\n");

    for (guint i = 0; lines[i]; i++)
        g_string_append_printf(content, "(%s) Tj T*\n", lines[i]);
    g_string_append(content, "ET");
    g_autofree char *stream = pdf_stream("", content->str), *cmap = pdf_stream("", map);
    const char *const objects[] = {
        PDF_CATALOG,
        PDF_PAGES,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font "
        "<< /F1 5 0 R >> >> >>",
        stream,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
        "/ToUnicode 6 0 R >>",
        cmap,
        NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);
    gsize length;
    const guint8 *data = g_bytes_get_data(bytes, &length);

    return g_byte_array_append(g_byte_array_new(), data, (guint)length);
}

/* The first page of a document in hand. */
typedef struct {
    IsrInput *input;
    IsrPdf *pdf;
    PopplerPage *source;
    IsrPdfPage *page;
    IsrLists *lists;
} Opened;

static void opened_init(Opened *opened, const GByteArray *bytes)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "lists", NULL);
    g_autoptr(GError) error = NULL;

    opened->input = input_of(bytes->data, bytes->len);
    opened->pdf = isr_pdf_open(opened->input, NULL, &error);
    assert_no_error(error);
    opened->source = isr_pdf_load_page(opened->pdf, 0, 200, &error);
    assert_no_error(error);
    opened->page = isr_pdf_read(opened->source, 0, &error);
    assert_no_error(error);
    opened->lists = isr_lists_load(folder, &error);
    assert_no_error(error);
}

static void opened_clear(Opened *opened)
{
    isr_lists_free(opened->lists);
    isr_pdf_page_free(opened->page);
    g_object_unref(opened->source);
    isr_pdf_free(opened->pdf);
    isr_input_free(opened->input);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Opened, opened_clear)

/* The doubts about the first page of @bytes. */
static guint doubts_about(GByteArray *bytes)
{
    g_auto(Opened) opened = {0};
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH * 100 / 72, HEIGHT * 100 / 72);
    cairo_t *cairo = cairo_create(surface);

    opened_init(&opened, bytes);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, 100 / 72.0, 100 / 72.0);
    poppler_page_render(opened.source, cairo);
    cairo_destroy(cairo);
    g_auto(IsrRaster) raster = isr_raster_of(surface, 100);
    const guint doubts = isr_pdf_trust(opened.source, opened.page, &raster, opened.lists);

    cairo_surface_destroy(surface);
    g_byte_array_unref(bytes);
    return doubts;
}

static void text_and_forms_are_trusted(void **state)
{
    (void)state;
    assert_int_equal(doubts_about(pdf_painted(paint_text)), 0);
    assert_int_equal(doubts_about(pdf_painted(paint_form)), 0);
}

static void what_is_drawn_without_text_is_doubted(void **state)
{
    (void)state;
    assert_int_equal(doubts_about(pdf_painted(paint_outlines)), ISR_DOUBT_INK);
    assert_int_equal(doubts_about(pdf_painted(paint_light_outlines)), ISR_DOUBT_INK);
}

static void pictures_are_doubted(void **state)
{
    (void)state;
    assert_int_equal(doubts_about(pdf_painted(paint_scan)), ISR_DOUBT_PICTURES);
}

static void text_of_no_words_is_doubted(void **state)
{
    (void)state;
    assert_int_equal(doubts_about(pdf_lying()), ISR_DOUBT_WORDS);
}

/* --- what is seen --- */

/* The words that were seen, a space behind each; NULL with @error set. Free with g_free(). */
static char *seen_on(GByteArray *bytes, IsrOcrMode mode, gboolean *mute, GError **error)
{
    g_auto(Opened) opened = {0};
    g_autoptr(IsrOcr) reader = isr_ocr_new();
    GString *text = g_string_new(NULL);
    IsrPdfSight sight;

    opened_init(&opened, bytes);
    const IsrPages pages = {.ocr = mode, .reader = reader, .words = opened.lists};
    const gboolean done = isr_pdf_sight(opened.source, opened.page, &pages, &sight, error);

    for (guint i = 0; sight.seen && i < sight.seen->glyphs->len; i++) {
        const IsrGlyph *glyph = &g_array_index(sight.seen->glyphs, IsrGlyph, i);

        if (!isr_glyph_is_space(glyph))
            g_string_append_printf(text, "%s ", glyph->text);
    }
    if (mute)
        *mute = sight.mute && sight.mute[0];
    isr_pdf_sight_clear(&sight);
    g_byte_array_unref(bytes);
    return g_string_free(text, !done);
}

static void words_that_the_text_has_are_not_seen_twice(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    if (!can_read())
        skip();
    g_autofree char *outlines = seen_on(pdf_painted(paint_outlines), ISR_OCR_AUTO, NULL, &error);
    g_autofree char *none = seen_on(pdf_painted(paint_text), ISR_OCR_ALWAYS, NULL, &error);

    assert_no_error(error);
    assert_string_equal(outlines, "Zephyrine Quenneville ");
    assert_string_equal(none, "");
}

static void what_a_lying_text_says_does_not_go_into_the_copy(void **state)
{
    g_autoptr(GError) error = NULL;
    gboolean mute = FALSE;

    (void)state;
    if (!can_read())
        skip();
    g_autofree char *seen = seen_on(pdf_lying(), ISR_OCR_AUTO, &mute, &error);

    assert_no_error(error);
    assert_non_null(strstr(seen, "This report is about the home"));
    assert_true(mute);
}

static void a_page_that_must_be_read_is_refused_where_none_is_to_be(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *seen = seen_on(pdf_painted(paint_scan), ISR_OCR_NEVER, NULL, &error);

    (void)state;
    assert_null(seen);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_UNSUPPORTED));
    assert_string_equal(error->message, "page 1 can only be read with OCR (there are pictures on "
                                        "it), which --ocr=never forbids");
}

/* --- in a copy --- */

/* A picture of nothing that can be read. */
static void paint_photograph(cairo_t *cairo)
{
    cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 300, 300);
    cairo_t *on = cairo_create(picture);

    cairo_set_source_rgb(on, 0.4, 0.6, 0.5);
    cairo_paint(on);
    cairo_destroy(on);
    paint_text(cairo);
    cairo_set_source_surface(cairo, picture, 100, 300);
    cairo_paint(cairo);
    cairo_surface_destroy(picture);
}

static GByteArray *redacted(const GByteArray *bytes, GError **error)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
    g_autofree char *path = g_strdup_printf("%s/isredact-scan-%d", g_get_tmp_dir(), (int)getpid());
    g_autoptr(IsrPatterns) patterns = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), error);
    g_autoptr(IsrProfile) profile = isr_profile_load(folder, "anonymise", error);
    g_autoptr(IsrInput) input = input_of(bytes->data, bytes->len);
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, error);
    const IsrJob job = {.patterns = patterns, .profile = profile};
    g_autoptr(IsrRecord) record = isr_pipeline_redact(&job, input, output, error);

    if (!record)
        return NULL;
    g_autoptr(GBytes) copy = bytes_of(isr_output_fd(output));
    gsize length;
    const guint8 *data = g_bytes_get_data(copy, &length);

    return g_byte_array_append(g_byte_array_new(), data, (guint)length);
}

static void a_picture_on_a_page_is_to_be_looked_at(void **state)
{
    g_autoptr(GError) error = NULL;
    Watch watch;

    (void)state;
    if (!can_read())
        skip();
    g_autoptr(IsrOcr) reader = isr_ocr_new();
    g_autoptr(GByteArray) bytes = pdf_painted(paint_photograph);
    g_autoptr(IsrInput) input = input_of(bytes->data, bytes->len);

    watch_init(&watch, NULL);
    watch.pages.reader = reader;
    assert_true(walk_only(&isr_format_pdf, input, &watch, &error));
    assert_non_null(strstr(watch.parts->str, "pictures on a page generated 1 look\n"));
    watch_clear(&watch);
}

static void a_name_on_a_scanned_page_goes(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    if (!can_read())
        skip();
    g_autoptr(GByteArray) scan = pdf_painted(paint_scan);
    g_autoptr(GByteArray) copy = redacted(scan, &error);

    assert_no_error(error);
    g_auto(Opened) opened = {0};
    g_autoptr(GString) text = g_string_new(NULL);

    opened_init(&opened, copy);
    for (guint i = 0; i < opened.page->glyphs->len; i++)
        g_string_append(text, g_array_index(opened.page->glyphs, IsrGlyph, i).text);
    assert_non_null(strstr(text->str, "Mother: [NAME]"));
    assert_non_null(strstr(text->str, "The child was well and happy."));
    g_autofree char *seen = seen_on(g_byte_array_ref(copy), ISR_OCR_ALWAYS, NULL, &error);

    assert_no_error(error);
    assert_null(strstr(seen, "Zephyrine"));
    assert_null(strstr(seen, "Quenneville"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_and_forms_are_trusted),
        cmocka_unit_test(what_is_drawn_without_text_is_doubted),
        cmocka_unit_test(pictures_are_doubted),
        cmocka_unit_test(text_of_no_words_is_doubted),
        cmocka_unit_test(words_that_the_text_has_are_not_seen_twice),
        cmocka_unit_test(what_a_lying_text_says_does_not_go_into_the_copy),
        cmocka_unit_test(a_page_that_must_be_read_is_refused_where_none_is_to_be),
        cmocka_unit_test(a_picture_on_a_page_is_to_be_looked_at),
        cmocka_unit_test(a_name_on_a_scanned_page_goes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
