/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures lose everything but their pixels. */
#include "isr_test.h"

#include "../src/formats/picture_kinds.h"

#include <string.h>

#define SECRET "Quenneville"

static gboolean holds(const GByteArray *bytes, const char *what, gsize length)
{
    return memmem(bytes->data, bytes->len, what, length) != NULL;
}

static gboolean holds_secret(const GByteArray *bytes)
{
    return holds(bytes, SECRET, strlen(SECRET));
}

static void put(GByteArray *bytes, const void *more, gsize length)
{
    g_byte_array_append(bytes, more, (guint)length);
}

static void assert_same(const GByteArray *one, const GByteArray *other)
{
    assert_non_null(one);
    assert_int_equal(one->len, other->len);
    assert_memory_equal(one->data, other->data, one->len);
}

static void grey_box_is_a_clean_png_of_its_size(void **state)
{
    (void)state;
    g_autoptr(GByteArray) grey = isr_picture_grey(300, 70);
    g_autoptr(GByteArray) again = isr_picture_grey(300, 70);
    IsrPicture picture;

    assert_same(grey, again);
    assert_true(isr_picture_recognise(grey->data, grey->len, &picture));
    assert_string_equal(picture.suffix, "png");
    assert_string_equal(picture.media_type, "image/png");
    assert_int_equal(picture.width, 300);
    assert_int_equal(picture.height, 70);
    g_autoptr(GByteArray) clean = isr_picture_clean(grey->data, grey->len);
    assert_same(clean, grey);
}

static void grey_box_fits_sensible_sizes(void **state)
{
    (void)state;
    g_autoptr(GByteArray) grey = isr_picture_grey(0, 1000000);
    IsrPicture picture;

    assert_true(isr_picture_recognise(grey->data, grey->len, &picture));
    assert_int_equal(picture.width, 1);
    assert_int_equal(picture.height, 4096);
}

/* A grey PNG with chunks of text after its header and bytes after its end. */
static GByteArray *talking_png(void)
{
    g_autoptr(GByteArray) grey = isr_picture_grey(8, 8);
    GByteArray *png = g_byte_array_new();
    const gsize header = 8 + 12 + 13;

    put(png, grey->data, header);
    isr_picture_put_chunk(png, "tEXt", (const guint8 *)"Author\0" SECRET, 7 + strlen(SECRET));
    isr_picture_put_chunk(png, "prIv", (const guint8 *)SECRET, strlen(SECRET));
    put(png, grey->data + header, grey->len - header);
    put(png, SECRET, strlen(SECRET));
    return png;
}

static void png_loses_text_and_trailing_bytes(void **state)
{
    (void)state;
    g_autoptr(GByteArray) png = talking_png(), grey = isr_picture_grey(8, 8);

    assert_true(holds_secret(png));
    g_autoptr(GByteArray) clean = isr_picture_clean(png->data, png->len);
    assert_same(clean, grey);
}

static void png_with_bytes_behind_its_pixels_is_not_copied(void **state)
{
    (void)state;
    g_autoptr(GByteArray) grey = isr_picture_grey(8, 8), png = g_byte_array_new();

    put(png, grey->data, grey->len - 12);
    isr_picture_put_chunk(png, "IDAT", (const guint8 *)SECRET, strlen(SECRET));
    isr_picture_put_chunk(png, "IEND", NULL, 0);
    assert_null(isr_picture_clean(png->data, png->len));
}

static void png_without_pixels_is_not_copied(void **state)
{
    g_autoptr(GByteArray) grey = isr_picture_grey(8, 8), png = g_byte_array_new();

    (void)state;
    put(png, grey->data, 8 + 12 + 13); /* the signature and IHDR */
    isr_picture_put_chunk(png, "IEND", NULL, 0);
    assert_null(isr_picture_clean(png->data, png->len));
}

static void png_cut_short_is_not_copied(void **state)
{
    (void)state;
    g_autoptr(GByteArray) grey = isr_picture_grey(8, 8);

    for (guint length = 0; length < grey->len; length++)
        assert_null(isr_picture_clean(grey->data, length));
}

static void put_jpeg_segment(GByteArray *jpeg, guint8 marker, const void *bytes, gsize length)
{
    put(jpeg, (const guint8[]){0xff, marker}, 2);
    isr_picture_put_be16(jpeg, (guint)length + 2);
    put(jpeg, bytes, length);
}

/* EXIF with an orientation of 6 and a description. */
static void put_exif(GByteArray *jpeg)
{
    static const guint8 exif[] = "Exif\0\0II*\0\x08\0\0\0\x02\0"
                                 "\x0e\x01\x02\0\x0b\0\0\0\x26\0\0\0"
                                 "\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
                                 "\0\0\0\0" SECRET;

    put_jpeg_segment(jpeg, 0xe1, exif, sizeof exif);
}

/* The segments of a JPEG of 16 x 9 pixels; with everything that can hold text if @talking. */
static GByteArray *jpeg_of(gboolean talking)
{
    GByteArray *jpeg = g_byte_array_new();
    guint8 table[65] = {0}, huffman[18] = {0};

    huffman[1] = 1;
    put(jpeg, "\xff\xd8", 2);
    put_jpeg_segment(jpeg, 0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0", 14);
    if (talking) {
        put_exif(jpeg);
        put_jpeg_segment(jpeg, 0xe1, "http://ns.adobe.com/xap/1.0/\0" SECRET, 40);
        put_jpeg_segment(jpeg, 0xed, SECRET, strlen(SECRET));
        put_jpeg_segment(jpeg, 0xfe, SECRET, strlen(SECRET));
    }
    put_jpeg_segment(jpeg, 0xdb, table, sizeof table);
    put_jpeg_segment(jpeg, 0xc0, "\x08\0\x09\0\x10\x01\x01\x11\0", 9);
    put_jpeg_segment(jpeg, 0xc4, huffman, sizeof huffman);
    put_jpeg_segment(jpeg, 0xda, "\x01\x01\0\0\x3f\0", 6);
    put(jpeg, "\x12\xff\0\x34\xff\xd0\x56\xff\xd9", 9);
    if (talking)
        put(jpeg, SECRET, strlen(SECRET));
    return jpeg;
}

static void jpeg_loses_properties_comments_and_trailing_bytes(void **state)
{
    (void)state;
    g_autoptr(GByteArray) jpeg = jpeg_of(TRUE), plain = jpeg_of(FALSE);
    g_autoptr(GByteArray) clean = isr_picture_clean(jpeg->data, jpeg->len);
    g_autoptr(GByteArray) same = isr_picture_clean(plain->data, plain->len);

    assert_true(holds_secret(jpeg));
    assert_non_null(clean);
    assert_false(holds_secret(clean));
    assert_false(holds(clean, "adobe", 5));
    assert_same(same, plain);
}

static void jpeg_keeps_the_way_up_as_a_bare_tag(void **state)
{
    (void)state;
    g_autoptr(GByteArray) jpeg = jpeg_of(TRUE), plain = jpeg_of(FALSE);
    g_autoptr(GByteArray) clean = isr_picture_clean(jpeg->data, jpeg->len);

    assert_non_null(clean);
    assert_int_equal(clean->len, plain->len + 4 + 32);
    assert_true(holds(clean, "\x01\x12\0\x03\0\0\0\x01\0\x06", 10));
}

static void jpeg_tells_its_size(void **state)
{
    (void)state;
    g_autoptr(GByteArray) jpeg = jpeg_of(TRUE);
    IsrPicture picture;

    assert_true(isr_picture_recognise(jpeg->data, jpeg->len, &picture));
    assert_string_equal(picture.suffix, "jpeg");
    assert_int_equal(picture.width, 16);
    assert_int_equal(picture.height, 9);
}

static void jpeg_with_bytes_behind_a_table_is_not_copied(void **state)
{
    (void)state;
    g_autoptr(GByteArray) jpeg = g_byte_array_new();
    guint8 table[65 + 11] = {0};

    memcpy(table + 65, SECRET, 11);
    put(jpeg, "\xff\xd8", 2);
    put_jpeg_segment(jpeg, 0xdb, table, sizeof table);
    put(jpeg, "\xff\xd9", 2);
    assert_null(isr_picture_clean(jpeg->data, jpeg->len));
}

static void jpeg_cut_short_is_not_copied(void **state)
{
    (void)state;
    g_autoptr(GByteArray) jpeg = jpeg_of(FALSE);

    for (guint length = 0; length < jpeg->len; length++)
        assert_null(isr_picture_clean(jpeg->data, length));
}

static GByteArray *gif_of(gboolean talking)
{
    GByteArray *gif = g_byte_array_new();

    put(gif, "GIF89a\x02\0\x01\0\x80\0\0", 13);
    put(gif, "\0\0\0\xff\xff\xff", 6);
    put(gif, "!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", 19);
    if (talking) {
        put(gif, "!\xfe\x0b" SECRET, 3 + strlen(SECRET));
        put(gif, "\0!\xff\x0bXMP DataXMP\x0b" SECRET, 1 + 15 + strlen(SECRET));
        put(gif, "\0", 1);
    }
    put(gif, "!\xf9\x04\0\0\0\0\0", 8);
    put(gif, ",\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x01\0;", 16);
    if (talking)
        put(gif, SECRET, strlen(SECRET));
    return gif;
}

static void gif_loses_comments_and_application_blocks(void **state)
{
    (void)state;
    g_autoptr(GByteArray) gif = gif_of(TRUE), plain = gif_of(FALSE);
    g_autoptr(GByteArray) clean = isr_picture_clean(gif->data, gif->len);
    IsrPicture picture;

    assert_true(holds_secret(gif));
    assert_same(clean, plain);
    assert_true(isr_picture_recognise(gif->data, gif->len, &picture));
    assert_int_equal(picture.width, 2);
    assert_int_equal(picture.height, 1);
}

static void gif_cut_short_is_not_copied(void **state)
{
    (void)state;
    g_autoptr(GByteArray) gif = gif_of(TRUE);

    for (guint length = 0; length < gif->len - strlen(SECRET); length++)
        assert_null(isr_picture_clean(gif->data, length));
}

static void other_pictures_cannot_be_cleaned(void **state)
{
    (void)state;
    const char *svg = "<svg xmlns='http://www.w3.org/2000/svg'/>";
    IsrPicture picture;

    assert_null(isr_picture_clean((const guint8 *)svg, strlen(svg)));
    assert_false(isr_picture_recognise((const guint8 *)svg, strlen(svg), &picture));
    assert_null(isr_picture_clean((const guint8 *)"II*\0", 4));
    assert_null(isr_picture_clean(NULL, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grey_box_is_a_clean_png_of_its_size),
        cmocka_unit_test(grey_box_fits_sensible_sizes),
        cmocka_unit_test(png_loses_text_and_trailing_bytes),
        cmocka_unit_test(png_with_bytes_behind_its_pixels_is_not_copied),
        cmocka_unit_test(png_without_pixels_is_not_copied),
        cmocka_unit_test(png_cut_short_is_not_copied),
        cmocka_unit_test(jpeg_loses_properties_comments_and_trailing_bytes),
        cmocka_unit_test(jpeg_keeps_the_way_up_as_a_bare_tag),
        cmocka_unit_test(jpeg_tells_its_size),
        cmocka_unit_test(jpeg_with_bytes_behind_a_table_is_not_copied),
        cmocka_unit_test(jpeg_cut_short_is_not_copied),
        cmocka_unit_test(gif_loses_comments_and_application_blocks),
        cmocka_unit_test(gif_cut_short_is_not_copied),
        cmocka_unit_test(other_pictures_cannot_be_cleaned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
