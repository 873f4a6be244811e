/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the record speaks of a man or a woman. */
#include "isr_settled.h"

#include "../src/sex.h"

static double sex_of(const char *text, MentionKind kind, char title)
{
    Mention *mention = isr_mention_new(patterns, text, kind);

    mention->gender = title;
    const double sex = isr_sex_of_name(patterns, mention);
    isr_mention_free(mention);
    return sex;
}

static void a_title_says_it_and_a_forename_makes_it_likely(void **state)
{
    (void)state;
    assert_true(sex_of("Okafor", MENTION_TITLED, 'f') <= -1);
    assert_true(sex_of("Okafor", MENTION_TITLED, 'm') >= 1);
    assert_true(sex_of("Gemma Okafor", MENTION_NAME, 0) < 0);
    assert_true(sex_of("OKAFOR, Craig", MENTION_NAME, 0) > 0);
    assert_true(sex_of("Craig Gemma", MENTION_NAME, 0) > 0);
    assert_true(sex_of("Okafor", MENTION_TITLED, 0) == 0);
}

static void pronouns_tell_where_the_name_does_not(void **state)
{
    const char *texts[] = {"Manpreet says that she is well. Manpreet and her dog came. "
                           "Manpreet said she will go.",
                           NULL};
    Settled settled = settle(texts);

    (void)state;
    assert_int_equal(isr_people_size(settled.people), 1);
    assert_true(isr_sex(patterns, settled.people->clusters->pdata[0]) < 0);
    settled_free(&settled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_says_it_and_a_forename_makes_it_likely),
        cmocka_unit_test(pronouns_tell_where_the_name_does_not),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
