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

static void a_block_is_read_once_for_two_walks(void **state)
{
    IsrGists *gists = isr_gists_new();
    g_autoptr(GString) text = g_string_new("Her mother drinks. She is ill.");
    g_autoptr(GString) again = g_string_new(text->str);
    IsrGist *gist = isr_gist_new(patterns, text);

    (void)state;
    isr_gist_mark(gist, (IsrRange){4, 10}, ISR_CATEGORY_NAME);
    assert_int_not_equal(isr_gist_mark_at(gist, 1), 0);
    isr_gists_keep(gists, gist);
    g_autoptr(IsrGist) first = isr_gists_take(gists, patterns, again);
    g_autoptr(IsrGist) second = isr_gists_take(gists, patterns, again);

    assert_ptr_equal(first, gist);
    assert_ptr_equal(first->text, again);
    assert_int_equal(isr_gist_mark_at(first, 1), 0);
    assert_ptr_not_equal(second, gist);
    assert_int_equal(second->hits->len, first->hits->len);
    isr_gists_free(gists);
}

/* A text that is kept twice is given once more, and more than there is room for makes room. */
static void blocks_do_not_stay(void **state)
{
    IsrGists *gists = isr_gists_new();
    g_autoptr(GString) text = g_string_new(NULL);

    (void)state;
    for (guint i = 0; i < 5000; i++)
        g_string_append(text, "Her mother drinks. ");
    for (guint i = 0; i < 20; i++) {
        IsrGist *gist;

        g_string_append_printf(text, "%u", i / 2);
        gist = isr_gist_new(patterns, text);
        isr_gists_keep(gists, gist);
        g_autoptr(IsrGist) kept = isr_gists_take(gists, patterns, text);
        assert_ptr_equal(kept, gist);
        isr_gists_keep(gists, isr_gist_new(patterns, text));
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
        cmocka_unit_test(a_block_is_read_once_for_two_walks),
        cmocka_unit_test(blocks_do_not_stay),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
