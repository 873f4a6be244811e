/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word lists: what is in them is found whatever its case and accents. */
#include "isr_test.h"

#include <isredact/error.h>
#include <isredact/lists.h>

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

static void write_list(const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static int make_folder(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("isredact-lists-XXXXXX", NULL);
    return folder ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        g_unlink(path);
    }
    g_dir_close(dir);
    g_rmdir(folder);
    g_free(folder);
    return 0;
}

static gboolean has(const char *text, const char *entry)
{
    g_autoptr(GError) error = NULL;

    write_list("words.txt", text);
    g_autoptr(IsrLists) lists = isr_lists_load(folder, &error);

    assert_no_error(error);
    return isr_lists_has(lists, "words", entry, -1);
}

static void entries_are_found_whatever_case_and_accents(void **state)
{
    (void)state;
    const char *text = "# given names\n\nJosé\n  Siân  # Welsh\r\nO'Neill\nvan der Berg\nŁukasz\n";

    assert_true(has(text, "josé"));
    assert_true(has(text, "JOSE"));
    assert_true(has(text, "Jos\xC3\xA9"));
    assert_true(has(text, "sian"));
    assert_true(has(text, "O\xE2\x80\x99Neill"));
    assert_true(has(text, "Van der Berg"));
    assert_true(has(text, "lukasz"));
}

static void what_is_not_in_a_list_is_not_found(void **state)
{
    (void)state;
    assert_false(has("Jose\n# Ann\n", "Ann"));
    assert_false(has("Jose\n# Ann\n", "Jos"));
    assert_false(has("Jose\n# Ann\n", ""));
    assert_false(has("van der Berg\n", "vanderberg"));
}

static void only_the_given_bytes_are_compared(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;

    write_list("words.txt", "ann\n");
    g_autoptr(IsrLists) lists = isr_lists_load(folder, &error);

    assert_true(isr_lists_has(lists, "words", "Anna", 3));
    assert_false(isr_lists_has(lists, "words", "Anna", 4));
}

static void a_list_that_is_not_there_holds_nothing(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrLists) lists = isr_lists_load("/nowhere/at/all", &error);

    assert_no_error(error);
    assert_false(isr_lists_has(lists, "words", "ann", -1));
}

static void a_list_that_is_not_utf8_is_named(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;

    write_list("broken.txt", "Jos\xE9\n");
    assert_null(isr_lists_load(folder, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_non_null(strstr(error->message, "broken.txt"));
    write_list("broken.txt", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_found_whatever_case_and_accents),
        cmocka_unit_test(what_is_not_in_a_list_is_not_found),
        cmocka_unit_test(only_the_given_bytes_are_compared),
        cmocka_unit_test(a_list_that_is_not_there_holds_nothing),
        cmocka_unit_test(a_list_that_is_not_utf8_is_named),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
