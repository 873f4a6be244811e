/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many patterns at once find what a search for each alone finds. */
#include "isr_test.h"

#include <isredact/matcher.h>

#include <string.h>

/* "pattern@end pattern@end ..." in the order of the search. */
static char *search(const char *const *patterns, const char *text)
{
    g_autoptr(IsrMatcher) matcher = isr_matcher_new();
    GString *found = g_string_new(NULL);
    guint state = ISR_MATCHER_START;

    for (guint i = 0; patterns[i]; i++)
        isr_matcher_add(matcher, patterns[i], strlen(patterns[i]));
    isr_matcher_compile(matcher);
    for (gsize i = 0; text[i]; i++) {
        state = isr_matcher_step(matcher, state, (guint8)text[i]);
        for (guint n = isr_matcher_longest(matcher, state); n != ISR_MATCHER_NONE;
             n = isr_matcher_shorter(matcher, n))
            g_string_append_printf(found, "%s@%zu ", patterns[n], i + 1);
    }
    return g_string_free(found, FALSE);
}

static void patterns_within_patterns_are_all_found(void **state)
{
    const char *const patterns[] = {"she", "he", "hers", "his", NULL};
    g_autofree char *found = search(patterns, "ushers");

    (void)state;
    assert_string_equal(found, "she@4 he@4 hers@6 ");
}

static void a_pattern_added_twice_keeps_its_number(void **state)
{
    g_autoptr(IsrMatcher) matcher = isr_matcher_new();

    (void)state;
    assert_int_equal(isr_matcher_add(matcher, "ab", 2), 0);
    assert_int_equal(isr_matcher_add(matcher, "b", 1), 1);
    assert_int_equal(isr_matcher_add(matcher, "ab", 2), 0);
    assert_int_equal(isr_matcher_size(matcher), 2);
    assert_int_equal(isr_matcher_length(matcher, 0), 2);
}

static void an_empty_matcher_finds_nothing(void **state)
{
    const char *const none[] = {NULL};
    g_autofree char *found = search(none, "text");

    (void)state;
    assert_string_equal(found, "");
}

/* More nodes than have a table of their own: both kinds of step must agree with strstr(). */
static void thousands_of_patterns_find_what_a_plain_search_finds(void **state)
{
    g_autoptr(IsrMatcher) matcher = isr_matcher_new();
    g_autoptr(GPtrArray) patterns = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GRand) dice = g_rand_new_with_seed(7);
    guint expected = 0, found = 0, at = ISR_MATCHER_START;

    (void)state;
    for (guint i = 0; i < 2000; i++) {
        char pattern[9] = "";

        for (guint k = 0; k < 8; k++)
            pattern[k] = (char)('a' + g_rand_int_range(dice, 0, 4));
        if (isr_matcher_add(matcher, pattern, 8) == patterns->len)
            g_ptr_array_add(patterns, g_strdup(pattern));
    }
    for (guint i = 0; i < 3000; i++)
        g_string_append_c(text, (char)('a' + g_rand_int_range(dice, 0, 4)));
    isr_matcher_compile(matcher);
    for (guint i = 0; i < patterns->len; i++) {
        for (const char *p = text->str; (p = strstr(p, patterns->pdata[i])); p++)
            expected++;
    }
    for (gsize i = 0; i < text->len; i++) {
        at = isr_matcher_step(matcher, at, (guint8)text->str[i]);
        found += isr_matcher_longest(matcher, at) != ISR_MATCHER_NONE;
    }
    assert_true(expected > 50);
    assert_int_equal(found, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_within_patterns_are_all_found),
        cmocka_unit_test(a_pattern_added_twice_keeps_its_number),
        cmocka_unit_test(an_empty_matcher_finds_nothing),
        cmocka_unit_test(thousands_of_patterns_find_what_a_plain_search_finds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
