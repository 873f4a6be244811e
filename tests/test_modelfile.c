/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Model files: what is sealed is taken, and whatever is changed afterwards is refused. */
#include "isr_test.h"

#include "../src/modelfile.h"

#include <isredact/error.h>

#include <string.h>

#define BYTES 72

/* Magic, version and order; then the length, the checksum and what the model holds. */
static const IsrModelFile file = {"model of tests", "ISRTESTS", 3, 40, 24, 128};

static void require_refused(const guint8 *bytes, gsize length, const char *why)
{
    g_autoptr(GError) error = NULL;

    assert_false(isr_model_begins(&file, bytes, length, "tests.model", &error) &&
                 isr_model_is_whole(&file, bytes, length, "tests.model", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_non_null(strstr(error->message, why));
    assert_non_null(strstr(error->message, "docs/model.md"));
}

static void a_sealed_file_is_taken(void **state)
{
    guint8 bytes[BYTES] = {[50] = 7};

    (void)state;
    isr_model_seal(&file, bytes, BYTES);
    assert_true(isr_model_begins(&file, bytes, BYTES, "tests.model", NULL));
    assert_true(isr_model_is_whole(&file, bytes, BYTES, "tests.model", NULL));
}

static void another_file_is_refused(void **state)
{
    static const IsrModelFile other = {"model of others", "ISROTHER", 3, 40, 24, 128};
    static const IsrModelFile newer = {"model of tests", "ISRTESTS", 4, 40, 24, 128};
    guint8 bytes[BYTES] = {0};

    (void)state;
    isr_model_seal(&other, bytes, BYTES);
    require_refused(bytes, BYTES, "is no model of tests");
    isr_model_seal(&newer, bytes, BYTES);
    require_refused(bytes, BYTES, "has a version");
}

static void a_file_that_was_cut_or_grown_is_refused(void **state)
{
    guint8 bytes[2 * BYTES] = {0};

    (void)state;
    isr_model_seal(&file, bytes, BYTES);
    require_refused(bytes, BYTES - 8, "cut short");
    require_refused(bytes, BYTES + 8, "cut short");
    require_refused(bytes, 39, "too short or too long");
    require_refused(bytes, sizeof bytes, "too short or too long");
}

static void every_byte_counts(void **state)
{
    guint8 bytes[BYTES] = {0};

    (void)state;
    isr_model_seal(&file, bytes, BYTES);
    for (guint i = 0; i < BYTES; i++) {
        bytes[i] ^= 0x10;
        require_refused(bytes, BYTES, "tests.model");
        bytes[i] ^= 0x10;
    }
}

static void a_file_that_is_missing_is_named_without_its_folder(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_null(isr_model_map("/nowhere/tests.model", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_ptr_equal(strstr(error->message, "tests.model cannot be read"), error->message);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sealed_file_is_taken),
        cmocka_unit_test(another_file_is_refused),
        cmocka_unit_test(a_file_that_was_cut_or_grown_is_refused),
        cmocka_unit_test(every_byte_counts),
        cmocka_unit_test(a_file_that_is_missing_is_named_without_its_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
