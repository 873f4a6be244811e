/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a PDF is opened and what is refused, with which sentence; and that neither reader says
 * anything aloud. */
#include "isr_pdf.h"

#include "../src/formats/pdf_open.h"

#include <isredact/error.h>

#define LETTER "BT /F1 12 Tf 72 700 Td (Dear Mrs Okafor) Tj ET"

static IsrPdf *open_bytes(GBytes *bytes, const char *password, GError **error)
{
    g_autoptr(IsrInput) input = pdf_input(bytes);

    return isr_pdf_open(input, password, error);
}

static void assert_refused(GBytes *bytes, const char *password, IsrError code, const char *words)
{
    g_autoptr(GError) error = NULL;

    assert_null(open_bytes(bytes, password, &error));
    assert_non_null(error);
    assert_true(error->domain == ISR_ERROR);
    assert_int_equal(error->code, code);
    if (!strstr(error->message, words))
        fail_msg("\"%s\" does not say \"%s\"", error->message, words);
    assert_null(strstr(error->message, "Okafor"));
}

static void page_is_opened(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = pdf_page(LETTER, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPdf) pdf = open_bytes(bytes, NULL, &error);

    assert_no_error(error);
    assert_int_equal(isr_pdf_pages(pdf), 1);
    PopplerPage *page = isr_pdf_load_page(pdf, 0, 200, &error);

    assert_no_error(error);
    g_object_unref(page);
}

static void damage_is_refused(void **state)
{
    (void)state;
    static const char words[] = "%PDF-1.7\nMrs Okafor lives here and there is no trailer\n";
    g_autoptr(GBytes) bytes = g_bytes_new_static(words, sizeof words - 1);

    assert_refused(bytes, NULL, ISR_ERROR_MALFORMED, "damaged");
}

static void document_without_pages_is_refused(void **state)
{
    (void)state;
    const char *const objects[] = {PDF_CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>", NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);

    assert_refused(bytes, NULL, ISR_ERROR_MALFORMED, "no pages");
}

static void readers_that_disagree_are_heard(void **state)
{
    (void)state;
    g_autofree char *stream = pdf_stream("", LETTER);
    const char *const objects[] = {
        PDF_CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 3 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", stream, NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);

    assert_refused(bytes, NULL, ISR_ERROR_MALFORMED, "do not agree");
}

static void form_that_fills_itself_is_refused(void **state)
{
    (void)state;
    g_autofree char *stream = pdf_stream("", "BT /F1 12 Tf 72 700 Td (Please wait...) Tj ET");
    g_autofree char *form = pdf_stream("", "<template>Mrs Okafor</template>");
    const char *const objects[] = {
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA 5 0 R >> "
        "/NeedsRendering true >>",
        PDF_PAGES,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        stream,
        form,
        NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);

    assert_refused(bytes, NULL, ISR_ERROR_UNSUPPORTED, "XFA");
}

/* @bytes with a password that opens it. */
static GBytes *encrypted(GBytes *bytes, const char *password)
{
    qpdf_data qpdf = qpdf_init();
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);

    assert_false(qpdf_read_memory(qpdf, "letter", data, length, NULL) & QPDF_ERRORS);
    qpdf_init_write_memory(qpdf);
    qpdf_set_r6_encryption_parameters2(qpdf, password, "owner", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                       QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
    assert_false(qpdf_write(qpdf) & QPDF_ERRORS);
    GBytes *made = g_bytes_new(qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));

    qpdf_cleanup(&qpdf);
    return made;
}

static void password_opens_and_its_lack_is_said(void **state)
{
    (void)state;
    g_autoptr(GBytes) plain = pdf_page(LETTER, NULL), bytes = encrypted(plain, "Zo\xc3\xab 7");
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPdf) pdf = open_bytes(bytes, "Zo\xc3\xab 7", &error);

    assert_no_error(error);
    assert_int_equal(isr_pdf_pages(pdf), 1);
    assert_refused(bytes, NULL, ISR_ERROR_ENCRYPTED, "--password-file");
    assert_refused(bytes, "other", ISR_ERROR_ENCRYPTED, "does not open");
}

static void document_that_opens_without_its_owner_is_opened(void **state)
{
    (void)state;
    g_autoptr(GBytes) plain = pdf_page(LETTER, NULL), bytes = encrypted(plain, "");
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPdf) pdf = open_bytes(bytes, NULL, &error);

    assert_no_error(error);
    assert_non_null(pdf);
}

static void assert_page_refused(const char *box, guint dpi, IsrError code)
{
    g_autofree char *page = g_strdup_printf("<< /Type /Page /Parent 2 0 R /MediaBox %s >>", box);
    const char *const objects[] = {PDF_CATALOG, PDF_PAGES, page, NULL};
    g_autoptr(GBytes) bytes = pdf_of(objects, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPdf) pdf = open_bytes(bytes, NULL, &error);

    assert_no_error(error);
    assert_null(isr_pdf_load_page(pdf, 0, dpi, &error));
    assert_int_equal(error->code, code);
}

static void page_that_cannot_be_drawn_is_refused(void **state)
{
    (void)state;
    assert_page_refused("[0 0 20000 100]", 10, ISR_ERROR_LIMIT);
    assert_page_refused("[0 0 10000 10000]", 200, ISR_ERROR_LIMIT);
    assert_page_refused("[0 0 0.2 0.2]", 200, ISR_ERROR_MALFORMED);
}

/* Sends standard error into a file while the tests run. */
static int hush(void **state)
{
    const int fd = memfd_create("stderr", MFD_CLOEXEC);

    *state = GINT_TO_POINTER(dup(STDERR_FILENO));
    dup2(fd, STDERR_FILENO);
    close(fd);
    return 0;
}

static int hear(void **state)
{
    const off_t said = lseek(STDERR_FILENO, 0, SEEK_END);

    dup2(GPOINTER_TO_INT(*state), STDERR_FILENO);
    close(GPOINTER_TO_INT(*state));
    return said > 0;
}

static void readers_say_nothing_aloud(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes =
        pdf_page("BT /F1 12 Tf (Mrs Okafor) Tj q /Okafor gs <zz> Okafor", NULL);
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    g_autoptr(GBytes) cut = g_bytes_new(data, length - 120);
    g_autoptr(IsrPdf) pdf = open_bytes(cut, NULL, NULL);
    PopplerPage *page = pdf ? isr_pdf_load_page(pdf, 0, 72, NULL) : NULL;

    if (page) {
        g_free(poppler_page_get_text(page));
        g_object_unref(page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(page_is_opened),
        cmocka_unit_test(damage_is_refused),
        cmocka_unit_test(document_without_pages_is_refused),
        cmocka_unit_test(readers_that_disagree_are_heard),
        cmocka_unit_test(form_that_fills_itself_is_refused),
        cmocka_unit_test(password_opens_and_its_lack_is_said),
        cmocka_unit_test(document_that_opens_without_its_owner_is_opened),
        cmocka_unit_test(page_that_cannot_be_drawn_is_refused),
        cmocka_unit_test_setup_teardown(readers_say_nothing_aloud, hush, hear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
