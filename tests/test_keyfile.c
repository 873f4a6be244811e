/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of groups and keys: what is read, and with which words the rest is refused. */
#include "isr_test.h"

#include "../src/keyfile.h"

#include <isredact/error.h>

#include <string.h>

static GKeyFile *read_text(const char *text)
{
    g_autoptr(GError) error = NULL;
    GKeyFile *file = isr_keyfile_read(text, strlen(text), &error);

    assert_no_error(error);
    return file;
}

static void assert_refused(const char *text, gsize length, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GKeyFile) file = isr_keyfile_read(text, length, &error);

    if (file)
        fail_msg("is read, but not: %s", words);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    if (!g_str_has_prefix(error->message, words))
        fail_msg("\"%s\" does not begin with \"%s\"", error->message, words);
    assert_null(strstr(error->message, "Key file"));
}

static void groups_and_keys_are_read(void **state)
{
    (void)state;
    g_autoptr(GKeyFile) file =
        read_text("\xEF\xBB\xBF# a remark\r\n\r\n[one]\r\n a = b=[c]\r\n[two]\r\na=d");
    g_autofree char *first = g_key_file_get_value(file, "one", "a", NULL);
    g_autofree char *second = g_key_file_get_value(file, "two", "a", NULL);

    assert_string_equal(first, "b=[c]");
    assert_string_equal(second, "d");
}

static void a_line_that_is_none_is_told_with_its_number(void **state)
{
    static const char *const wrong[][2] = {
        {"[one]\n\nscore 0.9\n", "line 3, [one]: is not understood; write key=value"},
        {"[one]\n=0.9\n", "line 2, [one]: is not understood"},
        {"score=0.9\n", "line 1: stands before the first group"},
        {"# a\n[one\n", "line 2: write a group as [name]"},
        {"[one] two\n", "line 1: write a group as [name]"},
        {"[one]\n[]\n", "line 2, [one]: write a group as [name]"},
        {"[one]\ntexts[de]=a\n", "line 2, [one]: a key has no brackets"},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
        assert_refused(wrong[i][0], strlen(wrong[i][0]), wrong[i][1]);
}

static void a_key_stands_once_in_its_group(void **state)
{
    static const char *const wrong[][2] = {
        {"[one]\na=1\n\na=2\n", "[one] a: is there twice, in lines 2 and 4"},
        {"[one]\na=1\n[two]\na=1\n[one]\n a =1\n", "[one] a: is there twice, in lines 2 and 6"},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
        assert_refused(wrong[i][0], strlen(wrong[i][0]), wrong[i][1]);
}

static void what_is_not_utf8_is_refused(void **state)
{
    static const char latin[] = "[one]\na=Jos\xE9\n", wide[] = "\xFF\xFE[\0o\0]\0\n\0",
                      nul[] = "[one]\na=\0b\n";

    (void)state;
    assert_refused(latin, sizeof latin - 1, "is not UTF-8; save it as UTF-8");
    assert_refused(wide, sizeof wide - 1, "is not UTF-8; save it as UTF-8");
    assert_refused(nul, sizeof nul - 1, "is not UTF-8; save it as UTF-8");
}

static void a_file_that_is_not_there_is_refused(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;

    assert_null(isr_keyfile_open("/nowhere/at/all", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_non_null(strstr(error->message, "cannot be read"));
}

static void a_list_has_no_gaps(void **state)
{
    static const struct {
        const char *key;
        gboolean right;
    } lists[] = {{"none", TRUE}, {"two", TRUE},    {"end", TRUE}, {"empty", TRUE},
                 {"gap", FALSE}, {"front", FALSE}, {"all", FALSE}};

    (void)state;
    g_autoptr(GKeyFile) file =
        read_text("[one]\ntwo=a;b c\nend=a;b;\nempty=\ngap=a; ;b\nfront=;a\nall=;;\n");

    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *place = g_strdup_printf("[one] %s: ", lists[i].key);

        assert_int_equal(isr_keyfile_has_no_gap(file, "one", lists[i].key, &error), lists[i].right);
        if (!lists[i].right)
            assert_true(g_str_has_prefix(error->message, place));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_and_keys_are_read),
        cmocka_unit_test(a_line_that_is_none_is_told_with_its_number),
        cmocka_unit_test(a_key_stands_once_in_its_group),
        cmocka_unit_test(what_is_not_utf8_is_refused),
        cmocka_unit_test(a_file_that_is_not_there_is_refused),
        cmocka_unit_test(a_list_has_no_gaps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
