/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which format a file has is told by its content; what is none is refused with a sentence. */
#include "isr_walk.h"

#include "../src/formats/packing.h"

#include <isredact/error.h>

static void assert_refused(const void *bytes, gsize length, int code, const char *words)
{
    g_autoptr(IsrInput) input = input_of(bytes, length);
    GError *error = NULL;

    assert_null(isr_format_for(input, &error));
    assert_non_null(error);
    assert_int_equal(error->code, code);
    if (!strstr(error->message, words))
        fail_msg("\"%s\" does not say \"%s\"", error->message, words);
    g_error_free(error);
}

#define ASSERT_REFUSED(bytes, code, words) assert_refused(bytes, sizeof(bytes) - 1, code, words)

static void empty_file_is_refused(void **state)
{
    (void)state;
    assert_refused("", 0, ISR_ERROR_MALFORMED, "empty");
}

static void other_documents_are_refused_by_name(void **state)
{
    (void)state;
    ASSERT_REFUSED("{\\rtf1\\ansi Jayden}", ISR_ERROR_UNSUPPORTED, ".rtf");
    ASSERT_REFUSED("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", ISR_ERROR_UNSUPPORTED,
                   "old Microsoft Office");
    ASSERT_REFUSED("<?xml version='1.0'?><office:document/>", ISR_ERROR_UNSUPPORTED, "XML");
    ASSERT_REFUSED("\xef\xbb\xbf <!DOCTYPE html><p>x", ISR_ERROR_UNSUPPORTED, "web page");
    ASSERT_REFUSED("\xff\xfe<\0h\0t\0m\0l\0>\0", ISR_ERROR_UNSUPPORTED, "web page");
}

/* A package with one member. */
static GBytes *package_of(const char *member, const char *text)
{
    g_autofree char *path =
        g_strdup_printf("%s/isredact-formats-%d", g_get_tmp_dir(), (int)getpid());
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, NULL);
    g_autoptr(IsrPacking) packing = isr_packing_new(output, NULL);

    assert_true(isr_packing_add(packing, member, text, strlen(text), NULL));
    assert_true(isr_packing_finish(packing, NULL));
    return bytes_of(isr_output_fd(output));
}

static void assert_package_refused(const char *member, const char *text, const char *words)
{
    g_autoptr(GBytes) package = package_of(member, text);
    gsize length;
    const void *bytes = g_bytes_get_data(package, &length);

    assert_refused(bytes, length, ISR_ERROR_UNSUPPORTED, words);
}

static void other_packages_are_refused_by_name(void **state)
{
    (void)state;
    assert_package_refused("mimetype", "application/vnd.oasis.opendocument.text-template", ".ott");
    assert_package_refused("mimetype", "application/vnd.oasis.opendocument.spreadsheet", ".ods");
    assert_package_refused("[Content_Types].xml", "<x t='...spreadsheetml.sheet.main+xml'/>",
                           ".xlsx");
    assert_package_refused("holiday.txt", "sun", "ZIP archive");
    assert_package_refused("mimetype", "", "ZIP archive");
}

static void broken_and_locked_packages_are_refused(void **state)
{
    (void)state;
    ASSERT_REFUSED("PK\x03\x04 no more", ISR_ERROR_MALFORMED, "cut short");
    ASSERT_REFUSED(
        "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1......E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g"
        "\0e\0 and more",
        ISR_ERROR_ENCRYPTED, "password");
}

static void binary_junk_is_refused(void **state)
{
    (void)state;
    ASSERT_REFUSED("\x7f"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0",
                   ISR_ERROR_UNSUPPORTED, "bytes that no text has");
    ASSERT_REFUSED("text with a \0 in it", ISR_ERROR_UNSUPPORTED, "bytes that no text has");
    ASSERT_REFUSED("\x01\x02\x03 text", ISR_ERROR_UNSUPPORTED, "bytes that no text has");
}

static void other_encodings_are_refused(void **state)
{
    (void)state;
    ASSERT_REFUSED("\xff\xfe\0\0J\0\0\0", ISR_ERROR_UNSUPPORTED, "UTF-32");
    ASSERT_REFUSED("Subject: \x1b$BF|K\\8l\x1b(B", ISR_ERROR_UNSUPPORTED, "ISO 2022");
    ASSERT_REFUSED("\xbc\xf2\xcc\xe5\xd6\xd0\xce\xc4 \xbc\xf2\xcc\xe5", ISR_ERROR_UNSUPPORTED,
                   "neither UTF-8");
    ASSERT_REFUSED("\xe6\xed\xe4\xcf\xe6\xd2 \xe5\xed \xd5\xdd\xcd\xc9", ISR_ERROR_UNSUPPORTED,
                   "neither UTF-8");
}

static void broken_texts_are_refused(void **state)
{
    (void)state;
    ASSERT_REFUSED("\xef\xbb\xbfZo\xeb", ISR_ERROR_MALFORMED, "says that it is UTF-8");
    ASSERT_REFUSED("\xff\xfeJ\0a", ISR_ERROR_MALFORMED, "middle of a character");
    ASSERT_REFUSED("\xfe\xffJ\0a\0n\0e\0", ISR_ERROR_MALFORMED, "not what the mark");
    ASSERT_REFUSED("\xff\xfe\0J\0a\0n\0e", ISR_ERROR_MALFORMED, "not what the mark");
    ASSERT_REFUSED("\xff\xfeSpoke to Zo\xc3\xab again.", ISR_ERROR_MALFORMED, "not what the mark");
}

static void suffix_says_nothing(void **state)
{
    (void)state;
    g_autoptr(IsrInput) input = input_of("%PDFs are listed below", 22);
    GError *error = NULL;
    const IsrFormat *format = isr_format_for(input, &error);

    assert_no_error(error);
    assert_string_equal(format->id, "text");
}

static void pdf_is_known_by_its_first_kilobyte(void **state)
{
    (void)state;
    static const char late[] = "from a printer\r\n%PDF-1.4\n";
    g_autoptr(IsrInput) input = input_of(late, sizeof late - 1);
    g_autoptr(GError) error = NULL;
    const IsrFormat *format = isr_format_for(input, &error);

    assert_no_error(error);
    assert_string_equal(format->id, "pdf");
}

/* TRUE if the index of real documents gives @name the state @expected ("ok", "either", ...). */
static gboolean is_expected(const char *index, const char *name, const char *expected)
{
    g_autofree char *start = g_strdup_printf("\n%s\t", name);
    const char *line = strstr(index, start);

    assert_non_null(line);
    g_auto(GStrv) fields = g_strsplit(line + 1, "\t", 6);
    return g_str_has_prefix(fields[4], expected);
}

/* A copy with nothing edited has the source's bytes. */
static void walk_real_text(const char *path, const char *name, const char *index)
{
    GError *error = NULL;
    g_autoptr(IsrInput) input = isr_input_open(path, &error);
    g_autofree char *bytes = NULL;
    gsize length;
    Watch watch;

    assert_no_error(error);
    const IsrFormat *format = isr_format_for(input, &error);
    if (!format) {
        if (is_expected(index, name, "ok"))
            fail_msg("%s", error->message);
        g_error_free(error);
        return;
    }
    watch_init(&watch, NULL);
    g_autoptr(GBytes) copy = walk_copy(format, input, &watch, &error);
    assert_no_error(error);
    assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    assert_bytes(copy, bytes, length);
    watch_clear(&watch);
}

static void real_texts_are_copied_or_refused(void **state)
{
    (void)state;
    g_autofree char *texts = real_folder("txt");
    const char *name;

    if (!texts)
        skip();
    g_autofree char *index_path = g_build_filename(texts, "..", "INDEX.tsv", NULL), *index = NULL;
    g_autoptr(GDir) dir = g_dir_open(texts, 0, NULL);

    assert_true(g_file_get_contents(index_path, &index, NULL, NULL));
    while ((name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(texts, name, NULL);
        g_autofree char *listed = g_strdup_printf("txt/%s", name);

        walk_real_text(path, listed, index);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_file_is_refused),
        cmocka_unit_test(other_documents_are_refused_by_name),
        cmocka_unit_test(other_packages_are_refused_by_name),
        cmocka_unit_test(broken_and_locked_packages_are_refused),
        cmocka_unit_test(binary_junk_is_refused),
        cmocka_unit_test(other_encodings_are_refused),
        cmocka_unit_test(broken_texts_are_refused),
        cmocka_unit_test(suffix_says_nothing),
        cmocka_unit_test(pdf_is_known_by_its_first_kilobyte),
        cmocka_unit_test(real_texts_are_copied_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
