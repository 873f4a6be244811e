/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are counted whole, by part, whatever their case and accents. */
#include "isr_test.h"

#include "../src/census.h"

#include <string.h>

static IsrCensus *census_of(const char *part, const char *text)
{
    IsrCensus *census = isr_census_new();
    g_autoptr(GString) all = g_string_new(text);

    isr_census_add(census, part, all);
    return census;
}

/* Whether the words of @text that @value touches are in @decided as often as in the text. */
static gboolean holds(const char *decided, const char *text, const char *value)
{
    g_autoptr(IsrCensus) census = census_of("page", decided), other = census_of("page", text);
    g_autoptr(GString) all = g_string_new(text);
    const gsize start = (gsize)(strstr(text, value) - text);
    const IsrRange range = {start, start + strlen(value)};
    g_autoptr(GPtrArray) words = isr_census_words("page", all, range);

    return isr_census_holds(census, other, words);
}

static void order_does_not_matter(void **state)
{
    (void)state;
    assert_true(holds("Loxley,\nParker came", "came: Parker Loxley", "Parker Loxley"));
    assert_true(holds("ZO\u00cb came", "Zoe", "Zoe"));
}

static void each_word_counts(void **state)
{
    (void)state;
    assert_false(holds("Parker Loxley", "Loxley, Parker Loxley", "Parker Loxley"));
    assert_true(holds("Loxley. Parker Loxley", "Loxley, Parker Loxley", "Parker Loxley"));
    assert_false(holds("Parker came", "Parker Loxley", "Parker Loxley"));
}

static void words_count_as_a_whole(void **state)
{
    (void)state;
    assert_false(holds("Ann came", "Joanna came", "ann"));
    assert_true(holds("Joanna came", "Joanna came", "ann"));
    assert_false(holds("Ann came", "Ann - came", "-"));
}

static void parts_count_apart(void **state)
{
    (void)state;
    g_autoptr(IsrCensus) decided = census_of("note", "Loxley"),
                         copied = census_of("page", "Loxley");
    g_autoptr(GString) text = g_string_new("Loxley");
    g_autoptr(GPtrArray) words = isr_census_words("page", text, (IsrRange){0, text->len});

    assert_false(isr_census_holds(decided, copied, words));
    isr_census_add(decided, "page", text);
    assert_true(isr_census_holds(decided, copied, words));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(each_word_counts),
        cmocka_unit_test(words_count_as_a_whole),
        cmocka_unit_test(parts_count_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
