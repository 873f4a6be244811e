/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures that claim more pixels than a machine has, and content that is coded as a picture. */
#include "isr_pdf.h"

#include "../src/formats/pdf_claims.h"

#include <isredact/error.h>

/* A page whose content is @content with @keys, with @picture as its picture. */
static GBytes *page_with(const char *keys, const char *content, const char *picture)
{
    g_autofree char *stream = pdf_stream(keys, content);
    const char *const objects[] = {
        PDF_CATALOG,
        PDF_PAGES,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
        "/XObject << /I0 5 0 R >> >> >>",
        stream,
        picture,
        NULL};

    return pdf_of(objects, NULL);
}

static int error_of(GBytes *bytes)
{
    g_autoptr(IsrInput) input = pdf_input(bytes);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPdf) pdf = isr_pdf_open(input, NULL, &error);

    return pdf ? 0 : error->code;
}

static void picture_of_a_common_size_is_opened(void **state)
{
    (void)state;
    g_autofree char *picture = pdf_stream("/Type /XObject /Subtype /Image /Width 8 /Height 8 "
                                          "/ColorSpace /DeviceGray /BitsPerComponent 1",
                                          "12345678");
    g_autoptr(GBytes) bytes = page_with("", "q 8 0 0 8 0 0 cm /I0 Do Q", picture);

    assert_int_equal(error_of(bytes), 0);
}

static void picture_that_says_it_is_huge_is_refused(void **state)
{
    (void)state;
    g_autofree char *picture = pdf_stream("/Type /XObject /Subtype /Image /Width 99999 /Height "
                                          "99999 /ColorSpace /DeviceGray /BitsPerComponent 1",
                                          "12345678");
    g_autoptr(GBytes) bytes = page_with("", "q 8 0 0 8 0 0 cm /I0 Do Q", picture);

    assert_int_equal(error_of(bytes), ISR_ERROR_LIMIT);
}

static void content_coded_as_a_picture_is_refused(void **state)
{
    (void)state;
    g_autofree char *picture = pdf_stream("", "");
    g_autoptr(GBytes) plain = page_with("/Filter /JBIG2Decode", "0", picture);
    g_autoptr(GBytes) listed = page_with("/Filter [/FlateDecode /DCTDecode]", "0", picture);

    assert_int_equal(error_of(plain), ISR_ERROR_MALFORMED);
    assert_int_equal(error_of(listed), ISR_ERROR_MALFORMED);
}

/* A segment of JBIG2 with page information: 100,000 by 100,000. */
static const guint8 page_of_jbig2[] = {0, 0, 0,    0,    0x30, 0, 1, 0, 0, 0, 19, 0, 1, 0x86, 0xA0,
                                       0, 1, 0x86, 0xA0, 0,    0, 0, 0, 0, 0, 0,  0, 0, 0,    0};
/* A table (kind 53) of three bytes that refers to another, before it. */
static const guint8 table_of_jbig2[] = {0, 0, 0, 1, 53, 0x20, 0, 1, 0, 0, 0, 3, 9, 9, 9};

static void jbig2_is_told_by_its_pages(void **state)
{
    guint8 both[sizeof table_of_jbig2 + sizeof page_of_jbig2];

    (void)state;
    memcpy(both, table_of_jbig2, sizeof table_of_jbig2);
    memcpy(both + sizeof table_of_jbig2, page_of_jbig2, sizeof page_of_jbig2);
    assert_true(isr_pdf_claims_jbig2(page_of_jbig2, sizeof page_of_jbig2) == 10000000000);
    assert_true(isr_pdf_claims_jbig2(both, sizeof both) == 10000000000);
    for (gsize length = 0; length < 19; length++)
        assert_true(isr_pdf_claims_jbig2(page_of_jbig2, length) == 0);
}

static void jpeg_is_told_by_its_frame(void **state)
{
    static const guint8 jpeg[] = {0xFF, 0xD8, 0xFF, 0xE0, 0,    4,    1,    2,    0xFF,
                                  0xC2, 0,    11,   8,    0x12, 0x34, 0x01, 0x00, 1};

    (void)state;
    assert_true(isr_pdf_claims_jpeg(jpeg, sizeof jpeg) == 0x1234 * 0x100);
    for (gsize length = 0; length < sizeof jpeg - 1; length++)
        assert_true(isr_pdf_claims_jpeg(jpeg, length) == 0);
}

static void jpeg_2000_is_told_by_its_sizes(void **state)
{
    static const guint8 jpx[] = {0, 0, 0xFF, 0x4F, 0xFF, 0x51, 0, 41, 0, 0, 0, 0, 1, 0, 0, 0, 0, 9};

    (void)state;
    assert_true(isr_pdf_claims_jpx(jpx, sizeof jpx) == 256 * 9);
    assert_true(isr_pdf_claims_jpx(jpx, sizeof jpx - 1) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(picture_of_a_common_size_is_opened),
        cmocka_unit_test(picture_that_says_it_is_huge_is_refused),
        cmocka_unit_test(content_coded_as_a_picture_is_refused),
        cmocka_unit_test(jbig2_is_told_by_its_pages),
        cmocka_unit_test(jpeg_is_told_by_its_frame),
        cmocka_unit_test(jpeg_2000_is_told_by_its_sizes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
