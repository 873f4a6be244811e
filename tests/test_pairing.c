/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A surname without a forename and a forename without a surname: when they are one person. */
#include "isr_settled.h"

/* The number of the person who is called @text. */
static guint person_called(const Settled *settled, const char *text)
{
    for (guint i = 0; i < settled->people->mentions->len; i++) {
        const Mention *mention = settled->people->mentions->pdata[i];
        if (strcmp(mention->text, text) == 0)
            return mention->person;
    }
    fail_msg("nobody is called %s", text);
    return 0;
}

static void who_is_named_next_by_forename_is_the_one_with_the_title(void **state)
{
    const char *texts[] = {"Mr Brownlow, his class teacher, uses a timetable. Tarun has tried it.",
                           NULL};
    Settled settled = settle(texts);

    (void)state;
    assert_true(person_called(&settled, "Brownlow") > 0);
    assert_int_equal(person_called(&settled, "Brownlow"), person_called(&settled, "Tarun"));
    settled_free(&settled);
}

static void who_is_of_the_other_sex_or_stands_beside_is_another(void **state)
{
    const char *other[] = {"Mrs Brownlow, his class teacher, uses a timetable. Tarun has tried it.",
                           NULL};
    const char *beside[] = {"Mr Brownlow and Tarun came.", NULL};
    Settled settled = settle(other);

    (void)state;
    assert_int_not_equal(person_called(&settled, "Brownlow"), person_called(&settled, "Tarun"));
    settled_free(&settled);
    settled = settle(beside);
    assert_int_not_equal(person_called(&settled, "Brownlow"), person_called(&settled, "Tarun"));
    settled_free(&settled);
}

static void an_initial_must_be_that_of_the_forename(void **state)
{
    const char *texts[] = {"Dilys is well. D. Parry-Quick signed.", NULL};
    const char *other[] = {"Amber is well. D. Parry-Quick signed.", NULL};
    Settled settled = settle(texts);

    (void)state;
    assert_int_equal(person_called(&settled, "Dilys"), person_called(&settled, "D. Parry-Quick"));
    settled_free(&settled);
    settled = settle(other);
    assert_int_not_equal(person_called(&settled, "Amber"),
                         person_called(&settled, "D. Parry-Quick"));
    settled_free(&settled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_named_next_by_forename_is_the_one_with_the_title),
        cmocka_unit_test(who_is_of_the_other_sex_or_stands_beside_is_another),
        cmocka_unit_test(an_initial_must_be_that_of_the_forename),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
