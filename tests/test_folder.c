/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder's names are told whole, sorted, or not at all. */
#include "isr_program.h"

#include "../src/folder.h"

#include <isredact/error.h>

static void names_are_sorted_and_of_their_kind(void **state)
{
    g_auto(Program) place = {0};
    g_autoptr(GError) error = NULL;

    (void)state;
    program_init(&place);
    program_run(&place, "touch b.rule a.rule .hidden.rule c.label rule");
    g_autoptr(GPtrArray) names = isr_folder_names(place.folder, ".rule", &error);

    assert_no_error(error);
    assert_int_equal(names->len, 2);
    assert_string_equal(names->pdata[0], "a.rule");
    assert_string_equal(names->pdata[1], "b.rule");
}

static void an_empty_folder_has_none(void **state)
{
    g_auto(Program) place = {0};
    g_autoptr(GError) error = NULL;

    (void)state;
    program_init(&place);
    g_autoptr(GPtrArray) names = isr_folder_names(place.folder, "", &error);

    assert_no_error(error);
    assert_int_equal(names->len, 0);
}

/* What is a file, or is not there, is no folder without names. */
static void what_is_no_folder_is_refused(void **state)
{
    static const char *const paths[] = {"/nonexistent/labels", "/proc/self/exe"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(GError) error = NULL;

        assert_null(isr_folder_names(paths[i], ".label", &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
        assert_non_null(strstr(error->message, paths[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_sorted_and_of_their_kind),
        cmocka_unit_test(an_empty_folder_has_none),
        cmocka_unit_test(what_is_no_folder_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
