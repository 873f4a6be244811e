/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that were taken for part of a name. */
#include "isr_patterns_test.h"

#include "../src/stray.h"

/* Parts of the name @text that count, beside the other names of the record. */
static guint size_beside(const char *text, const char *kin, const char *other)
{
    g_autoptr(IsrPeople) people = isr_people_new(patterns, NULL);

    isr_people_remember(people, other, MENTION_NAME, ISR_ROLE_UNSURE, NULL, 0);
    const guint number = isr_people_remember(people, text, MENTION_NAME, ISR_ROLE_UNSURE, kin, 0);

    isr_stray_mark(people);
    return isr_mention_size(isr_people_mention(people, number));
}

static void small_words_and_months_beside_a_known_forename_are_none(void **state)
{
    (void)state;
    assert_int_equal(size_beside("Said Lee", NULL, "Lee Pargeter"), 1);
    assert_int_equal(size_beside("May Nii", NULL, "Nii Lamptey"), 1);
    assert_int_equal(size_beside("SHERINE WILL", NULL, "Sherine Lascelles"), 1);
    assert_int_equal(size_beside("A Wanjala", NULL, "Wanjala Kerr"), 1);
}

static void names_stay_names(void **state)
{
    (void)state;
    assert_int_equal(size_beside("May Okafor", NULL, "Ngozi Okafor"), 2);
    assert_int_equal(size_beside("Will Parr", NULL, "Joy Parr"), 2);
    assert_int_equal(size_beside("Lee Pargeter", NULL, "Lee"), 2);
    assert_int_equal(size_beside("Amber Frost", NULL, "Amber Tibbs"), 2);
}

static void a_word_for_a_relative_is_none_where_it_says_who_is_meant(void **state)
{
    (void)state;
    assert_int_equal(size_beside("Nana Bev", "grandmother", "Beverley Lascelles"), 1);
    assert_int_equal(size_beside("Nana Akua", NULL, "Efua Mensah"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_words_and_months_beside_a_known_forename_are_none),
        cmocka_unit_test(names_stay_names),
        cmocka_unit_test(a_word_for_a_relative_is_none_where_it_says_who_is_meant),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
