/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which kinds a word is read to have. */
#include "isr_test.h"

#include "evidence.h"
#include "kinds.h"

#include <glib/gstdio.h>

/* Kinds read from a folder with files of @first and @second. */
static Kinds *kinds_from(const char *first, const char *second)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("isredact-kinds-XXXXXX", &error);
    g_autofree char *one = g_build_filename(folder, "one.tsv", NULL);
    g_autofree char *two = g_build_filename(folder, "two.tsv", NULL);

    assert_no_error(error);
    assert_true(g_file_set_contents(one, first, -1, NULL));
    assert_true(g_file_set_contents(two, second, -1, NULL));
    Kinds *kinds = kinds_load(folder, &error);

    assert_no_error(error);
    g_unlink(one);
    g_unlink(two);
    g_rmdir(folder);
    return kinds;
}

static void a_word_has_the_kinds_above_its_own(void **state)
{
    (void)state;
    g_autoptr(Kinds) kinds = kinds_from("# a comment\npill\tdrug\ttablet capsule\n",
                                        "drug\tthing\taspirin\nthing\t\tbrick\n");

    assert_int_equal(kinds_of(kinds, "tablet", 6)->len, 3);
    assert_int_equal(kinds_of(kinds, "aspirin!", 7)->len, 2);
    assert_int_equal(kinds_of(kinds, "brick", 5)->len, 1);
    assert_null(kinds_of(kinds, "comment", 7));
    assert_int_equal(g_array_index(kinds_of(kinds, "brick", 5), guint32, 0),
                     g_array_index(kinds_of(kinds, "tablet", 6), guint32, 2));
}

static void a_kind_met_on_two_ways_counts_once(void **state)
{
    (void)state;
    g_autoptr(Kinds) kinds = kinds_from("pill\tdrug shape\tpill\ndrug\tthing\t\nshape\tthing\t\n",
                                        "shape\tthing\tpill\n");

    assert_int_equal(kinds_of(kinds, "pill", 4)->len, 4);
}

static void words_inherit_by_the_feature_that_tells_them(void **state)
{
    (void)state;
    g_autoptr(Kinds) kinds = kinds_from("pill\t\ttablet\n", "");
    g_autoptr(GHashTable) heirs = kinds_heirs(kinds);

    assert_int_equal(g_hash_table_size(heirs), 1);
    assert_ptr_equal(g_hash_table_lookup(heirs, GUINT_TO_POINTER(isr_evidence_word("tablet", 6))),
                     kinds_of(kinds, "tablet", 6));
}

static void a_folder_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;

    assert_null(kinds_load("/nonexistent/kinds", &error));
    assert_non_null(error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_has_the_kinds_above_its_own),
        cmocka_unit_test(a_kind_met_on_two_ways_counts_once),
        cmocka_unit_test(words_inherit_by_the_feature_that_tells_them),
        cmocka_unit_test(a_folder_that_is_not_there_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
