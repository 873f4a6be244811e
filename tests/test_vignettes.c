/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vignettes as small gold documents. */
#include "isr_test.h"

#include <glib/gstdio.h>
#include <string.h>

#include <isredact/error.h>

#include "vignettes.h"

/* The vignettes of a file of @text; NULL with @error set if it is refused. */
static GPtrArray *read_text(const char *text, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-vignettes-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "one.txt", NULL);
    g_autoptr(GPtrArray) golds = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);

    assert_true(g_file_set_contents(path, text, -1, NULL));
    const gboolean done = vignettes_load(golds, folder, error);
    g_unlink(path);
    g_rmdir(folder);
    return done ? g_steal_pointer(&golds) : NULL;
}

static void a_vignette_is_a_document_with_people(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) golds = read_text("// How it is written.\n"
                                           "\n"
                                           "# Visit to {s1 Leo}\n"
                                           "{s1 Leo}'s aunt {f1 Ann Bell} came.\n"
                                           "| Seen by | {p1 Mo} |\n"
                                           "\n"
                                           "{t1 Kit} rang.\n",
                                           &error);

    (void)state;
    assert_no_error(error);
    assert_int_equal(golds->len, 2);
    const IsrGold *gold = golds->pdata[0];
    assert_int_equal(gold->people->len, 3);
    assert_int_equal(gold->blocks->len, 3);
    const IsrGoldBlock *heading = gold->blocks->pdata[0], *line = gold->blocks->pdata[1],
                       *row = gold->blocks->pdata[2];
    assert_int_equal(heading->kind, ISR_GOLD_HEADING);
    assert_string_equal(heading->text->str, "Visit to Leo");
    assert_string_equal(line->text->str, "Leo's aunt Ann Bell came.");
    assert_string_equal(row->text->str, "Seen by\037Mo");
    const IsrGoldSpan *leo = line->spans->pdata[0], *ann = line->spans->pdata[1];
    assert_ptr_equal(leo->person, ((IsrGoldSpan *)heading->spans->pdata[0])->person);
    assert_string_equal(ann->person->role, "family");
    assert_int_equal(ann->range.start, strlen("Leo's aunt "));
    assert_int_equal(ann->range.end, strlen("Leo's aunt Ann Bell"));
}

static void a_mark_that_says_nothing_is_refused(void **state)
{
    static const char *const wrong[] = {"{x1 Leo} came.\n", "{s Leo} came.\n", "{s1 Leo came.\n"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GError) error = NULL;

        assert_null(read_text(wrong[i], &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
        assert_null(strstr(error->message, "Leo came"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vignette_is_a_document_with_people),
        cmocka_unit_test(a_mark_that_says_nothing_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
