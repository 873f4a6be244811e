/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names and their short forms: the file, and whom they make one person. */
#include "isr_patterns_test.h"

#include <glib/gstdio.h>

#include "../src/nicknames.h"

/* Loads a file that holds @text. */
static IsrNicknames *load(const char *text, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "nicknames.txt", NULL);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    IsrNicknames *nicknames = isr_nicknames_load(path, error);
    g_remove(path);
    g_rmdir(folder);
    return nicknames;
}

static void a_line_makes_its_names_one_persons(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrNicknames) names =
        load("# a note\n\n \r\nMirela Mirella\tMira Miri Ela\r\nZo\xC3\xAB-Anne\tZoz\n", &error);

    (void)state;
    assert_no_error(error);
    assert_true(isr_nicknames_are_one(names, "mirela", "ela"));
    assert_true(isr_nicknames_are_one(names, "ela", "mirella"));
    assert_true(isr_nicknames_are_one(names, "mirela", "mirella"));
    assert_true(isr_nicknames_are_one(names, "mira", "miri"));
    assert_false(isr_nicknames_are_one(names, "mira", "ela"));
    assert_true(isr_nicknames_are_one(names, "zoz", "zoeanne"));
    assert_false(isr_nicknames_are_one(names, "zoz", "mira"));
    assert_null(isr_nicknames_of(names, "nobody"));
}

static void assert_refused(const char *text, const char *line)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrNicknames) names = load(text, &error);

    assert_null(names);
    assert_non_null(error);
    assert_non_null(strstr(error->message, "nicknames.txt: line "));
    assert_non_null(strstr(error->message, line));
}

static void a_malformed_line_is_refused_by_file_and_line(void **state)
{
    (void)state;
    assert_refused("Mirela\tMira\nMirela Mira\n", "line 2: write a name, a tab");
    assert_refused(" \tMira\n", "line 1: one side of the tab is empty");
    assert_refused("# a note\nMirela\t \n", "line 2: one side of the tab is empty");
    assert_refused("Mirela\tMira,Miri\n", "line 1: write names");
    assert_refused("Mirela\tMira\tMiri\n", "line 1: write names");
    assert_refused("Mirela\tM\n", "line 1: write names");
    assert_refused("Mirela\tMira mira\n", "line 1: a name stands twice");
}

static void text_that_is_not_utf8_is_refused(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrNicknames) names = load("Zo\xEB\tZoz\n", &error);

    (void)state;
    assert_null(names);
    assert_non_null(strstr(error->message, "UTF-8"));
}

static void a_file_that_is_not_there_is_refused(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrNicknames) names = isr_nicknames_load("/nonexistent/nicknames.txt", &error);

    (void)state;
    assert_null(names);
    assert_non_null(strstr(error->message, "nicknames.txt"));
}

static void the_file_of_the_house_knows_what_letters_do_not_tell(void **state)
{
    static const char *const pairs[][2] = {
        {"bill", "william"},   {"peggy", "margaret"},  {"beth", "elizabeth"},
        {"danny", "daniel"},   {"mo", "muhammad"},     {"gosia", "malgorzata"},
        {"seun", "oluwaseun"}, {"sasha", "oleksandr"}, {"jas", "jaspreet"},
        {"mendy", "menachem"}, {"nuala", "fionnuala"}, {"dai", "dafydd"}};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (!isr_nicknames_are_one(patterns->nicknames, pairs[i][0], pairs[i][1]))
            fail_msg("%s is not known for %s", pairs[i][0], pairs[i][1]);
    assert_false(isr_nicknames_are_one(patterns->nicknames, "bill", "daniel"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_makes_its_names_one_persons),
        cmocka_unit_test(a_malformed_line_is_refused_by_file_and_line),
        cmocka_unit_test(text_that_is_not_utf8_is_refused),
        cmocka_unit_test(a_file_that_is_not_there_is_refused),
        cmocka_unit_test(the_file_of_the_house_knows_what_letters_do_not_tell),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
