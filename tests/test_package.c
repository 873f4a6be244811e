/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packages are written the same each time and read only when they hold together. */
#include "isr_test.h"

#include "../src/formats/package.h"
#include "../src/formats/packing.h"

#include <glib/gstdio.h>
#include <isredact/error.h>
#include <isredact/limits.h>
#include <string.h>
#include <zip.h>

static char *folder;

static int make_folder(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("isredact-package-XXXXXX", NULL);
    return folder ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    g_rmdir(folder);
    g_free(folder);
    return 0;
}

/* A package of two parts; its bytes. */
static GByteArray *pack(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(folder, "out.docx", NULL);
    g_autoptr(IsrOutput) output = isr_output_new(path, TRUE, &error);
    g_autoptr(IsrPacking) packing = isr_packing_new(output, &error);
    char *contents = NULL;
    gsize length = 0;

    assert_no_error(error);
    isr_packing_begin(packing, "word/document.xml", FALSE);
    for (guint i = 0; i < 1000; i++)
        assert_true(isr_packing_write(packing, "<w:p/>", 6, &error));
    assert_true(isr_packing_add(packing, "mimetype", "text", 4, &error));
    isr_packing_first(packing, "mimetype");
    assert_true(isr_packing_finish(packing, &error));
    assert_no_error(error);
    assert_true(isr_output_commit(output, &error));
    assert_true(g_file_get_contents(path, &contents, &length, NULL));
    g_unlink(path);
    return g_byte_array_new_take((guint8 *)contents, length);
}

/* Opens @bytes as a package; *input must be freed after it. */
static IsrPackage *open_bytes(const void *bytes, gsize length, IsrInput **input, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "in.docx", NULL);

    assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    *input = isr_input_open(path, error);
    g_unlink(path);
    assert_non_null(*input);
    return isr_package_open(*input, error);
}

static void assert_refused(const void *bytes, gsize length, IsrError code)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrInput) input = NULL;
    g_autoptr(IsrPackage) package = open_bytes(bytes, length, &input, &error);

    assert_null(package);
    assert_true(g_error_matches(error, ISR_ERROR, (gint)code));
    assert_true(strlen(error->message) > 30);
}

/* An archive built by libzip itself, for what the writer would never write. */
static GByteArray *foreign(const char *first, const char *second, const char *password)
{
    g_autofree char *path = g_build_filename(folder, "foreign.zip", NULL);
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    const char *names[] = {first, second};
    char *contents = NULL;
    gsize length = 0;

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        zip_source_t *source = zip_source_buffer(zip, "1234", 4, 0);
        zip_int64_t n = zip_file_add(zip, names[i], source, 0);

        if (password)
            zip_file_set_encryption(zip, (zip_uint64_t)n, ZIP_EM_AES_256, password);
    }
    assert_int_equal(zip_close(zip), 0);
    assert_true(g_file_get_contents(path, &contents, &length, NULL));
    g_unlink(path);
    return g_byte_array_new_take((guint8 *)contents, length);
}

static void what_is_packed_reads_back(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) bytes = pack();
    g_autoptr(IsrInput) input = NULL;
    g_autoptr(IsrPackage) package = open_bytes(bytes->data, bytes->len, &input, &error);
    g_autoptr(GByteArray) part = NULL;

    assert_no_error(error);
    assert_int_equal(isr_package_size(package), 2);
    assert_string_equal(isr_package_nth(package, 0), "mimetype");
    assert_int_equal(isr_package_find(package, "Word/DOCUMENT.xml"), 1);
    assert_int_equal(isr_package_find(package, "word/other.xml"), -1);
    part = isr_package_load(package, 1, 100000, &error);
    assert_no_error(error);
    assert_int_equal(part->len, 6000);
    assert_memory_equal(part->data, "<w:p/><w:p/>", 12);
}

static void a_member_over_the_limit_is_refused(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) bytes = pack();
    g_autoptr(IsrInput) input = NULL;
    g_autoptr(IsrPackage) package = open_bytes(bytes->data, bytes->len, &input, &error);

    assert_null(isr_package_load(package, 1, 5999, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LIMIT));
}

/* An archive, by libzip itself, of one member of @length equal bytes. */
static GByteArray *even(gsize length)
{
    g_autofree char *path = g_build_filename(folder, "even.docx", NULL);
    g_autofree char *bytes = g_strnfill(length, 'a');
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    char *contents = NULL;
    gsize size = 0;

    assert_true(zip_file_add(zip, "part", zip_source_buffer(zip, bytes, length, 0), 0) >= 0);
    assert_int_equal(zip_close(zip), 0);
    assert_true(g_file_get_contents(path, &contents, &size, NULL));
    g_unlink(path);
    return g_byte_array_new_take((guint8 *)contents, size);
}

/* All that member 0 of the package @bytes holds; NULL with @error. */
static GByteArray *load(const GByteArray *bytes, GError **error)
{
    g_autoptr(IsrInput) input = NULL;
    g_autoptr(IsrPackage) package = open_bytes(bytes->data, bytes->len, &input, error);

    return package ? isr_package_load(package, 0, G_MAXUINT, error) : NULL;
}

static void what_unpacks_too_far_is_refused_past_the_first_megabyte(void **state)
{
    g_autoptr(GByteArray) small = even(ISR_LIMIT_RATIO_FREE), large = even(3 * 1024 * 1024);
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) whole = load(small, &error), bomb = NULL;

    (void)state;
    assert_no_error(error);
    assert_int_equal(whole->len, ISR_LIMIT_RATIO_FREE);
    bomb = load(large, &error);
    assert_null(bomb);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LIMIT));
}

static void what_is_packed_is_no_bomb_to_its_reader(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(folder, "out.docx", NULL);
    g_autoptr(IsrOutput) output = isr_output_new(path, TRUE, &error);
    g_autoptr(IsrPacking) packing = isr_packing_new(output, &error);
    const gsize length = 3 * 1024 * 1024;
    g_autofree char *bytes = g_strnfill(length, 'a');
    g_autoptr(GByteArray) packed = g_byte_array_new(), whole = NULL;
    char *contents = NULL;
    gsize size = 0;

    (void)state;
    assert_true(isr_packing_add(packing, "part", bytes, length, &error));
    assert_true(isr_packing_finish(packing, &error));
    assert_true(isr_output_commit(output, &error));
    assert_true(g_file_get_contents(path, &contents, &size, NULL));
    g_unlink(path);
    g_byte_array_append(packed, (const guint8 *)contents, (guint)size);
    g_free(contents);
    whole = load(packed, &error);
    assert_no_error(error);
    assert_int_equal(whole->len, length);
    assert_memory_equal(whole->data, bytes, length);
}

static void the_same_parts_give_the_same_bytes(void **state)
{
    (void)state;
    g_autoptr(GByteArray) one = pack();
    g_autoptr(GByteArray) other = pack();

    assert_int_equal(one->len, other->len);
    assert_memory_equal(one->data, other->data, one->len);
}

static void cut_short_is_refused(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = pack();

    assert_refused(bytes->data, bytes->len - 30, ISR_ERROR_MALFORMED);
    assert_refused(bytes->data, 100, ISR_ERROR_MALFORMED);
    assert_refused("PK", 2, ISR_ERROR_MALFORMED);
}

static void bytes_before_the_archive_are_refused(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = pack();

    g_byte_array_prepend(bytes, (const guint8 *)"PK\3\4secret", 10);
    assert_refused(bytes->data, bytes->len, ISR_ERROR_MALFORMED);
}

static void bytes_after_the_archive_are_left_out(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) bytes = pack();
    g_autoptr(IsrInput) input = NULL;
    g_autoptr(IsrPackage) package = NULL;

    g_byte_array_append(bytes, (const guint8 *)"Mara Quenneville", 16);
    package = open_bytes(bytes->data, bytes->len, &input, &error);
    assert_no_error(error);
    assert_int_equal(isr_package_size(package), 2);
}

static void two_members_of_one_name_are_refused(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = foreign("word/a.xml", "word/b.xml", NULL);

    for (guint i = 0; i + 10 < bytes->len; i++) {
        if (memcmp(bytes->data + i, "word/b.xml", 10) == 0)
            bytes->data[i + 5] = 'a';
    }
    assert_refused(bytes->data, bytes->len, ISR_ERROR_MALFORMED);
}

static void an_encrypted_member_is_refused(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = foreign("a", "b", "password");

    assert_refused(bytes->data, bytes->len, ISR_ERROR_ENCRYPTED);
}

static void a_compound_file_is_told_from_an_encrypted_one(void **state)
{
    (void)state;
    static const char plain[64] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    g_autofree char *path = g_build_filename(folder, "compound", NULL);
    g_autoptr(GString) locked = g_string_new_len(plain, sizeof plain);
    static const IsrError codes[] = {ISR_ERROR_UNSUPPORTED, ISR_ERROR_ENCRYPTED};

    for (const char *at = "EncryptedPackage"; *at; at++)
        g_string_append_len(locked, (const char[]){*at, 0}, 2);
    g_string_append_len(locked, plain, sizeof plain);
    for (guint i = 0; i < 2; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(IsrInput) input = NULL;

        g_file_set_contents(path, i ? locked->str : plain,
                            i ? (gssize)locked->len : (gssize)sizeof plain, NULL);
        input = isr_input_open(path, NULL);
        assert_false(isr_package_refuse_compound(input, &error));
        assert_true(g_error_matches(error, ISR_ERROR, (gint)codes[i]));
    }
    g_unlink(path);
}

typedef struct {
    GString *names;
    gsize container;
} Unpacked;

static gboolean note(gpointer self, const char *part, const guint8 *bytes, gsize length,
                     gboolean last, GError **error)
{
    Unpacked *unpacked = self;

    (void)bytes;
    (void)error;
    if (g_str_equal(part, "container"))
        unpacked->container += length;
    if (last)
        g_string_append_printf(unpacked->names, "%s ", part);
    return TRUE;
}

static void unpacking_shows_every_member_and_the_file_itself(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) bytes = pack();
    g_autofree char *path = g_build_filename(folder, "unpack", NULL);
    g_autoptr(IsrInput) input = NULL;
    Unpacked unpacked = {g_string_new(NULL), 0};

    g_file_set_contents(path, (const char *)bytes->data, bytes->len, NULL);
    input = isr_input_open(path, NULL);
    g_unlink(path);
    assert_true(isr_package_unpack(input, note, &unpacked, &error));
    assert_string_equal(unpacked.names->str, "mimetype word/document.xml container ");
    assert_int_equal(unpacked.container, bytes->len);
    g_string_free(unpacked.names, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_packed_reads_back),
        cmocka_unit_test(a_member_over_the_limit_is_refused),
        cmocka_unit_test(what_unpacks_too_far_is_refused_past_the_first_megabyte),
        cmocka_unit_test(what_is_packed_is_no_bomb_to_its_reader),
        cmocka_unit_test(the_same_parts_give_the_same_bytes),
        cmocka_unit_test(cut_short_is_refused),
        cmocka_unit_test(bytes_before_the_archive_are_refused),
        cmocka_unit_test(bytes_after_the_archive_are_left_out),
        cmocka_unit_test(two_members_of_one_name_are_refused),
        cmocka_unit_test(an_encrypted_member_is_refused),
        cmocka_unit_test(a_compound_file_is_told_from_an_encrypted_one),
        cmocka_unit_test(unpacking_shows_every_member_and_the_file_itself),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
