/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which files are those of a batch, and in which order. */
#include "isr_test.h"

#include "../src/batch/tree.h"

#include <isredact/error.h>

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void put(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);

    assert_int_equal(g_mkdir_with_parents(parent, 0700), 0);
    assert_true(g_file_set_contents(path, "text", 4, NULL));
}

static int make_folder(void **state)
{
    *state = g_dir_make_tmp("isredact-test-XXXXXX", NULL);
    return *state ? 0 : -1;
}

static void remove_all(const char *path)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir))) {
        g_autofree char *below = g_build_filename(path, name, NULL);

        if (g_file_test(below, G_FILE_TEST_IS_DIR) && !g_file_test(below, G_FILE_TEST_IS_SYMLINK))
            remove_all(below);
        else
            g_unlink(below);
    }
    g_rmdir(path);
}

static int remove_folder(void **state)
{
    remove_all(*state);
    g_free(*state);
    return 0;
}

/* "a/b.txt c.txt! d.txt*": "!" is refused, "*" has a twin. */
static char *listing(char *const *roots, const char *except, guint *hidden)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrTree) tree = isr_tree_new(roots, except, &error);
    GString *names = g_string_new(NULL);
    IsrTreeFile file;

    assert_no_error(error);
    while (isr_tree_next(tree, &file, &error))
        g_string_append_printf(names, "%s%s%s%s", names->len > 0 ? " " : "", file.relative,
                               file.refusal ? "!" : "", file.twin ? "*" : "");
    assert_no_error(error);
    if (hidden)
        *hidden = isr_tree_hidden(tree);
    return g_string_free(names, FALSE);
}

static void files_come_in_the_order_of_their_names(void **state)
{
    char *roots[] = {*state, NULL};
    g_autofree char *names = NULL;

    put(*state, "b/two.txt");
    put(*state, "b/one.txt");
    put(*state, "a/deep/er/x.txt");
    put(*state, "c.txt");
    names = listing(roots, NULL, NULL);
    assert_string_equal(names, "a/deep/er/x.txt b/one.txt b/two.txt c.txt");
}

static void several_roots_keep_their_names(void **state)
{
    g_autofree char *school = g_build_filename(*state, "school", NULL);
    g_autofree char *file = g_build_filename(*state, "lone.txt", NULL);
    char *roots[] = {school, file, NULL};
    g_autofree char *names = NULL;

    put(*state, "school/a.txt");
    put(*state, "lone.txt");
    names = listing(roots, NULL, NULL);
    assert_string_equal(names, "lone.txt school/a.txt");
}

static void hidden_files_and_the_output_are_left_aside(void **state)
{
    g_autofree char *out = g_build_filename(*state, "out", NULL);
    char *roots[] = {*state, NULL};
    g_autofree char *names = NULL;
    guint hidden = 0;

    put(*state, ".DS_Store");
    put(*state, "out/a.redacted.txt");
    put(*state, "a.txt");
    names = listing(roots, out, &hidden);
    assert_string_equal(names, "a.txt");
    assert_int_equal(hidden, 1);
}

static void links_are_refused_and_twins_told(void **state)
{
    g_autofree char *link = g_build_filename(*state, "z", NULL);
    char *roots[] = {*state, NULL};
    g_autofree char *names = NULL;

    put(*state, "plan.docx");
    put(*state, "Plan.pdf");
    put(*state, "plans.pdf");
    assert_int_equal(symlink("/etc", link), 0);
    names = listing(roots, NULL, NULL);
    assert_string_equal(names, "Plan.pdf* plan.docx* plans.pdf z!");
}

static void no_document_comes_twice(void **state)
{
    g_autofree char *inner = g_build_filename(*state, "school", NULL);
    char *roots[] = {*state, inner, NULL}, *missing[] = {(char *)"/nonexistent/place", NULL};
    g_autoptr(GError) error = NULL, other = NULL;

    put(*state, "school/a.txt");
    assert_null(isr_tree_new(roots, NULL, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_USAGE));
    assert_null(isr_tree_new(missing, NULL, &other));
    assert_true(g_error_matches(other, ISR_ERROR, ISR_ERROR_IO));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_come_in_the_order_of_their_names, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(several_roots_keep_their_names, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(hidden_files_and_the_output_are_left_aside, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(links_are_refused_and_twins_told, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(no_document_comes_twice, make_folder, remove_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
