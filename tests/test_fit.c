/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which forms of a name are one person's. */
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

/* TRUE if @one and @other are one person in the record @text. */
static gboolean are_one(const char *text, const char *one, const char *other)
{
    const char *const texts[] = {text, NULL};
    Settled settled = settle(texts);
    const guint first = person_called(&settled, one), second = person_called(&settled, other);

    settled_free(&settled);
    return first > 0 && first == second;
}

static void a_title_of_the_other_sex_is_another_persons(void **state)
{
    (void)state;
    assert_true(are_one("Marjorie Stone rang. I wrote to Mrs Stone.", "Marjorie Stone", "Stone"));
    assert_false(are_one("Marjorie Stone rang. I wrote to Mr Stone.", "Marjorie Stone", "Stone"));
    assert_false(are_one("Mother: Robin Stone. I wrote to Mr Stone.", "Robin Stone", "Stone"));
}

static void an_initial_is_the_same_with_a_dot_or_without(void **state)
{
    (void)state;
    assert_true(are_one("Worker: A Pargeter\nSigned by A. Pargeter", "A Pargeter", "A. Pargeter"));
    assert_false(are_one("Worker: A Pargeter\nSigned by B. Pargeter", "A Pargeter", "B. Pargeter"));
}

static void given_names_in_order_are_those_of_the_longer_name(void **state)
{
    (void)state;
    assert_true(are_one("Re: Thi Mai Anh NGUYEN\nMai Anh slept.", "Thi Mai Anh NGUYEN", "Mai Anh"));
    assert_false(
        are_one("Re: Thi Mai Anh NGUYEN\nAnh Mai slept.", "Thi Mai Anh NGUYEN", "Anh Mai"));
}

static void a_pet_name_may_be_met_first(void **state)
{
    (void)state;
    assert_true(are_one("Child: Reubs\nReuben came in late.", "Reubs", "Reuben"));
    assert_false(are_one("Child: Reubs\nTamsin came in late.", "Reubs", "Tamsin"));
}

static void letters_before_a_surname_are_those_of_the_forenames(void **state)
{
    (void)state;
    assert_true(
        are_one("Alastair Moore wrote. Signed: A. J. Moore", "Alastair Moore", "A. J. Moore"));
    assert_true(are_one("Hsin-Yi Chou wrote. Signed: H-Y Chou", "Hsin-Yi Chou", "H-Y Chou"));
    assert_false(
        are_one("Alastair Moore wrote. Signed: B. J. Moore", "Alastair Moore", "B. J. Moore"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_of_the_other_sex_is_another_persons),
        cmocka_unit_test(an_initial_is_the_same_with_a_dot_or_without),
        cmocka_unit_test(given_names_in_order_are_those_of_the_longer_name),
        cmocka_unit_test(a_pet_name_may_be_met_first),
        cmocka_unit_test(letters_before_a_surname_are_those_of_the_forenames),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
