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

static void assert_one(const char *const *texts, const char *surname, const char *forename)
{
    Settled settled = settle(texts);

    assert_true(person_called(&settled, surname) > 0);
    assert_int_equal(person_called(&settled, surname), person_called(&settled, forename));
    settled_free(&settled);
}

static void assert_two(const char *const *texts, const char *surname, const char *forename)
{
    Settled settled = settle(texts);

    assert_int_not_equal(person_called(&settled, surname), person_called(&settled, forename));
    settled_free(&settled);
}

static void who_is_named_next_is_somebody_else(void **state)
{
    const char *child[] = {"Mrs Kellaway sees her on Mondays. Leah was kind to her.", NULL};
    const char *seen[] = {"Mr Brownlow, his class teacher, saw Tarun.", NULL};
    const char *caller[] = {"The landlord, Mr Brownlow, came. Tarun let him in.", NULL};
    const char *beside[] = {"Mr Brownlow and Tarun came.", NULL};

    (void)state;
    assert_two(child, "Kellaway", "Leah");
    assert_two(seen, "Brownlow", "Tarun");
    assert_two(caller, "Brownlow", "Tarun");
    assert_two(beside, "Brownlow", "Tarun");
}

static void an_address_with_both_names_tells_that_they_are_one(void **state)
{
    const char *letter[] = {"Write to j.etxeberria@school.example.",
                            "Mr Etxeberria rang. Joaquin will be in on Monday.", NULL};
    const char *whole[] = {"Write to joaquin.etxeberria@school.example.",
                           "Mr Etxeberria rang. Joaquin will be in on Monday.", NULL};
    const char *other[] = {"Write to m.etxeberria@school.example.",
                           "Mr Etxeberria rang. Joaquin will be in on Monday.", NULL};

    (void)state;
    assert_one(letter, "Etxeberria", "Joaquin");
    assert_one(whole, "Etxeberria", "Joaquin");
    assert_two(other, "Etxeberria", "Joaquin");
}

static void letters_of_a_surname_must_be_its_own(void **state)
{
    const char *own[] = {"Mr Abubakar was told at break. Aron A. has rung.", NULL};
    const char *other[] = {"Mr Abubakar was told at break. Aron G. pushed her.", NULL};

    (void)state;
    assert_one(own, "Abubakar", "Aron A.");
    assert_two(other, "Abubakar", "Aron G.");
}

static void a_relative_is_nobody_with_a_title(void **state)
{
    const char *texts[] = {"Her aunt Cherry came. Mrs C. Tarrant rang.", NULL};

    (void)state;
    assert_two(texts, "C. Tarrant", "Cherry");
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
        cmocka_unit_test(who_is_named_next_is_somebody_else),
        cmocka_unit_test(an_address_with_both_names_tells_that_they_are_one),
        cmocka_unit_test(letters_of_a_surname_must_be_its_own),
        cmocka_unit_test(a_relative_is_nobody_with_a_title),
        cmocka_unit_test(an_initial_must_be_that_of_the_forename),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
