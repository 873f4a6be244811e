/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A heading is read once and says the same as when it is read by itself. */
#include "isr_test.h"

#include "../src/gists.h"

static IsrPatterns *patterns;

static void a_text_is_read_once(void **state)
{
    IsrGists *gists = isr_gists_new();
    const IsrGist *gist = isr_gists_of(gists, patterns, "Mental health");

    (void)state;
    assert_ptr_equal(isr_gists_of(gists, patterns, "Mental health"), gist);
    assert_ptr_not_equal(isr_gists_of(gists, patterns, "Housing"), gist);
    assert_ptr_equal(isr_gists_of(gists, patterns, "Mental health"), gist);
    isr_gists_free(gists);
}

static void it_says_what_reading_it_afresh_says(void **state)
{
    IsrGists *gists = isr_gists_new();
    g_autoptr(GString) text = g_string_new("Drugs and alcohol. Her mother's health.");
    g_autoptr(IsrGist) fresh = isr_gist_new(patterns, text);
    const IsrGist *gist = isr_gists_of(gists, patterns, text->str);

    (void)state;
    assert_int_equal(gist->sentences->len, 2);
    assert_true(gist->hits->len > 0);
    assert_int_equal(gist->hits->len, fresh->hits->len);
    for (guint i = 0; i < gist->hits->len; i++)
        assert_int_equal(g_array_index(gist->hits, IsrLexisHit, i).group,
                         g_array_index(fresh->hits, IsrLexisHit, i).group);
    isr_gists_free(gists);
}

static void many_do_not_stay(void **state)
{
    IsrGists *gists = isr_gists_new();

    (void)state;
    for (guint i = 0; i < 2000; i++) {
        g_autofree char *text = g_strdup_printf("Part %u", i);
        const IsrGist *gist = isr_gists_of(gists, patterns, text);

        assert_string_equal(gist->text->str, text);
    }
    isr_gists_free(gists);
}

static int load(void **state)
{
    g_autofree char *folder = isr_patterns_folder();

    (void)state;
    patterns = isr_patterns_load(folder, NULL);
    return patterns ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    isr_patterns_free(patterns);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_read_once),
        cmocka_unit_test(it_says_what_reading_it_afresh_says),
        cmocka_unit_test(many_do_not_stay),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
