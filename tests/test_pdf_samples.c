/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures in a copy are pixels and nothing else. */
#include "isr_test.h"

#include "../src/formats/pdf_samples.h"

#include <stdio.h>

#include <jpeglib.h>
#include <string.h>

static const IsrPdfSize size = {.width = 40, .height = 24, .bits = 8, .components = 3};

/* A JPEG of @size; @marker: a segment to add, or 0. */
static GByteArray *jpeg_new(int marker, gboolean progressive)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long length = 0;
    guint8 row[40 * 3];
    JSAMPROW rows = row;
    GByteArray *out;

    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &length);
    jpeg.image_width = (JDIMENSION)size.width;
    jpeg.image_height = (JDIMENSION)size.height;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg.write_JFIF_header = FALSE;
    jpeg.restart_interval = 3;
    if (progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    if (marker)
        jpeg_write_marker(&jpeg, marker, (const JOCTET *)"Quenneville", 11);
    while (jpeg.next_scanline < jpeg.image_height) {
        for (guint i = 0; i < sizeof row; i++)
            row[i] = (guint8)(i * 7 + jpeg.next_scanline * 31);
        jpeg_write_scanlines(&jpeg, &rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    out = g_byte_array_append(g_byte_array_new(), bytes, (guint)length);
    free(bytes);
    return out;
}

static gboolean is_plain(const GByteArray *jpeg)
{
    return isr_pdf_is_plain_jpeg(jpeg->data, jpeg->len, &size);
}

static void jpegs_of_pixels_alone_pass(void **state)
{
    g_autoptr(GByteArray) one = jpeg_new(0, FALSE), other = jpeg_new(0, TRUE);

    (void)state;
    assert_true(is_plain(one));
    assert_true(is_plain(other));
}

static void segments_that_can_hold_words_are_refused(void **state)
{
    (void)state;
    for (int marker = JPEG_APP0; marker <= JPEG_APP0 + 15; marker++) {
        g_autoptr(GByteArray) jpeg = jpeg_new(marker, FALSE);

        assert_false(is_plain(jpeg));
    }
    g_autoptr(GByteArray) comment = jpeg_new(JPEG_COM, FALSE);
    assert_false(is_plain(comment));
}

static void bytes_behind_the_end_and_other_sizes_are_refused(void **state)
{
    g_autoptr(GByteArray) jpeg = jpeg_new(0, FALSE);
    IsrPdfSize other = size;

    (void)state;
    other.width++;
    assert_false(isr_pdf_is_plain_jpeg(jpeg->data, jpeg->len, &other));
    for (guint cut = 1; cut < jpeg->len; cut++)
        assert_false(isr_pdf_is_plain_jpeg(jpeg->data, jpeg->len - cut, &size));
    g_byte_array_append(jpeg, (const guint8 *)"x", 1);
    assert_false(is_plain(jpeg));
}

static void samples_are_counted_in_whole_bytes_of_a_row(void **state)
{
    (void)state;
    assert_int_equal(isr_pdf_samples(&(IsrPdfSize){5, 3, 4, 1}), 9);
    assert_int_equal(isr_pdf_samples(&(IsrPdfSize){9, 2, 1, 1}), 4);
    assert_int_equal(isr_pdf_samples(&(IsrPdfSize){2, 2, 8, 3}), 12);
    assert_int_equal(isr_pdf_samples(&(IsrPdfSize){0, 2, 8, 3}), 0);
    assert_int_equal(isr_pdf_samples(&(IsrPdfSize){2, 2, 16, 3}), 0);
    assert_int_equal(isr_pdf_samples(&(IsrPdfSize){G_MAXUINT64, 2, 8, 3}), 0);
}

static void numbers_of_glyphs_are_small(void **state)
{
    static const guint8 glyphs[] = {0, 1, 0, 255}, words[] = {'Q', 'u'};

    (void)state;
    assert_true(isr_pdf_are_glyphs(glyphs, sizeof glyphs));
    assert_false(isr_pdf_are_glyphs(glyphs, sizeof glyphs - 1));
    assert_false(isr_pdf_are_glyphs(words, sizeof words));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jpegs_of_pixels_alone_pass),
        cmocka_unit_test(segments_that_can_hold_words_are_refused),
        cmocka_unit_test(bytes_behind_the_end_and_other_sizes_are_refused),
        cmocka_unit_test(samples_are_counted_in_whole_bytes_of_a_row),
        cmocka_unit_test(numbers_of_glyphs_are_small),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
