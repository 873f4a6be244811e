/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn is read, word by word and in its place; and nothing is said about it. */
#include "isr_drawn.h"

#include "../src/formats/ocr_engine.h"
#include "../src/formats/ocr_lines.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>

static const char *const letter[] = {"Dear Ms Okafor,", "Ada was seen at school today.", NULL};

static GArray *read_letter(IsrOcr *ocr, GError **error)
{
    IsrRaster raster = drawn_raster(1400, 400, 44, letter);
    GArray *words = isr_ocr_read(ocr, &raster, error);

    g_free((gpointer)raster.pixels);
    return words;
}

static void words_are_read_in_order_with_their_places(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    if (!can_read())
        skip();
    g_autoptr(IsrOcr) ocr = isr_ocr_new();
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) words = read_letter(ocr, &error);

    assert_no_error(error);
    for (guint i = 0; i < words->len; i++) {
        const IsrOcrWord *word = &g_array_index(words, IsrOcrWord, i);

        g_string_append_printf(text, "%u:%s ", word->line, word->text);
        assert_true(word->confidence > 80 && word->confidence <= 100);
        assert_true(word->left < word->right && word->right <= 1400);
        assert_true(word->top < word->bottom && word->bottom <= 400);
    }
    assert_string_equal(text->str,
                        "0:Dear 0:Ms 0:Okafor, 1:Ada 1:was 1:seen 1:at 1:school 1:today. ");
    const IsrOcrWord *ada = drawn_word(words, "Ada");

    assert_in_range(ada->left, DRAWN_LEFT - 8, DRAWN_LEFT + 8);
    assert_in_range(ada->bottom, 4 * 44 - 4, 4 * 44 + 4);
}

static void the_same_pixels_are_read_once(void **state)
{
    (void)state;
    if (!can_read())
        skip();
    g_autoptr(IsrOcr) ocr = isr_ocr_new();
    g_autoptr(GArray) first = read_letter(ocr, NULL), again = read_letter(ocr, NULL);

    assert_ptr_equal(first, again);
}

static void an_empty_picture_has_no_words(void **state)
{
    g_autoptr(GError) error = NULL;
    const char *const none[] = {NULL};
    IsrRaster white, nothing = {0};

    (void)state;
    if (!can_read())
        skip();
    g_autoptr(IsrOcr) ocr = isr_ocr_new();

    white = drawn_raster(300, 200, 20, none);
    g_autoptr(GArray) words = isr_ocr_read(ocr, &white, &error);
    g_autoptr(GArray) still = isr_ocr_read(ocr, &nothing, &error);

    assert_no_error(error);
    assert_int_equal(words->len, 0);
    assert_int_equal(still->len, 0);
    g_free((gpointer)white.pixels);
}

static void too_many_pixels_are_refused(void **state)
{
    g_autoptr(IsrOcr) ocr = isr_ocr_new();
    const guint8 pixel = 255;
    const IsrRaster huge = {&pixel, 10000, ISR_LIMIT_OCR_PIXELS / 10000 + 1, 0, 300};
    const IsrRaster wide = {&pixel, ISR_LIMIT_OCR_SIDE + 1, 1, 0, 300};
    g_autoptr(GError) error = NULL, other = NULL;

    (void)state;
    assert_null(isr_ocr_read(ocr, &huge, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LIMIT));
    assert_null(isr_ocr_read(ocr, &wide, &other));
    assert_true(g_error_matches(other, ISR_ERROR, ISR_ERROR_LIMIT));
}

static void a_picture_that_takes_too_long_is_refused(void **state)
{
    (void)state;
    if (!can_read())
        skip();
    const IsrRaster raster = drawn_raster(1400, 400, 44, letter);
    g_autoptr(GArray) words = g_array_new(FALSE, TRUE, sizeof(IsrOcrWord));
    g_autoptr(GError) error = NULL;
    IsrOcrEngine *engine = isr_ocr_engine_start(&error);

    assert_no_error(error);
    assert_false(isr_ocr_engine_read(engine, &raster, 0, words, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LIMIT));
    assert_int_equal(words->len, 0);
    isr_ocr_engine_free(engine);
    g_free((gpointer)raster.pixels);
}

/* Words of two lines, one of them without letters that reach up or down. */
static void lines_are_as_high_as_their_type(void **state)
{
    IsrOcrWord of[] = {{(char *)"Dear", 0, 10, 40, 30, 95, 0, 0},
                       {(char *)"Peg", 50, 10, 90, 36, 95, 0, 0},
                       {(char *)"seen", 0, 57, 40, 72, 95, 1, 0},
                       {(char *)"at", 50, 54, 60, 72, 95, 1, 0},
                       {(char *)"school", 70, 52, 99, 72, 95, 1, 0}};
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(IsrOcrWord));

    (void)state;
    g_array_append_vals(words, of, G_N_ELEMENTS(of));
    g_autoptr(GArray) heights = isr_ocr_lines(words);
    const IsrOcrHeight *all = (const IsrOcrHeight *)(gconstpointer)heights->data;

    assert_int_equal(heights->len, G_N_ELEMENTS(of));
    for (guint i = 0; i < heights->len; i++) {
        assert_true(all[i].top <= of[i].top && all[i].bottom >= of[i].bottom);
        assert_true(fabs(all[i].bottom - all[i].top - (all[0].bottom - all[0].top)) < 0.01);
    }
    assert_true(all[0].bottom < all[2].top);
}

/* Reads with @environment (or NULL) in a process of its own; what that wrote on both its outputs,
 * and the sentence of its error. */
static char *said(const char *environment)
{
    g_autofree char *path = g_strdup_printf("%s/isredact-ocr-%d", g_get_tmp_dir(), (int)getpid());
    g_autofree char *command = g_strdup_printf("%s '%s' --read >'%s' 2>&1", environment,
                                               g_getenv("ISREDACT_TEST_SELF"), path);
    char *text = NULL;

    assert_int_equal(system(command), 0);
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_unlink(path);
    return text;
}

static void nothing_is_said_on_standard_error(void **state)
{
    (void)state;
    if (!can_read())
        skip();
    g_autofree char *reading = said("");

    assert_string_equal(reading, "9 words\n");
}

static void missing_language_data_are_named(void **state)
{
    (void)state;
    if (!can_read())
        skip();
    g_autofree char *refusal = said("TESSDATA_PREFIX=/nowhere");

    assert_string_equal(refusal, "pictures of text cannot be read: Tesseract's data for English "
                                 "are missing; install the package tesseract-ocr-eng\n");
}

static void a_build_without_ocr_says_so(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    if (isr_ocr_is_built())
        skip();
    g_autoptr(IsrOcr) ocr = isr_ocr_new();

    assert_false(isr_ocr_start(ocr, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_UNSUPPORTED));
    assert_non_null(strstr(error->message, "-Docr=enabled"));
}

/* What said() runs. */
static int read_and_say(void)
{
    g_autoptr(IsrOcr) ocr = isr_ocr_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) words = read_letter(ocr, &error);

    if (words)
        printf("%u words\n", words->len);
    else
        printf("%s\n", error->message);
    return 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_read_in_order_with_their_places),
        cmocka_unit_test(the_same_pixels_are_read_once),
        cmocka_unit_test(an_empty_picture_has_no_words),
        cmocka_unit_test(too_many_pixels_are_refused),
        cmocka_unit_test(a_picture_that_takes_too_long_is_refused),
        cmocka_unit_test(lines_are_as_high_as_their_type),
        cmocka_unit_test(nothing_is_said_on_standard_error),
        cmocka_unit_test(missing_language_data_are_named),
        cmocka_unit_test(a_build_without_ocr_says_so),
    };

    if (argc > 1)
        return read_and_say();
    g_setenv("ISREDACT_TEST_SELF", argv[0], TRUE);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
