/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be glued to a value depends on how much it says. */
#include "isr_test.h"

#include "../src/glue.h"

static void letters_are_glued_to_what_says_enough(void **state)
{
    (void)state;
    assert_true(isr_glue_for(ISR_CATEGORY_POSTCODE, 4, 3).letters);
    assert_true(isr_glue_for(ISR_CATEGORY_CASE_REF, 1, 5).letters);
    assert_true(isr_glue_for(ISR_CATEGORY_EMAIL, 12, 0).letters);
    assert_false(isr_glue_for(ISR_CATEGORY_POSTCODE, 2, 2).letters);
    assert_false(isr_glue_for(ISR_CATEGORY_USERNAME, 12, 0).letters);
}

static void digits_are_glued_to_nine_or_more(void **state)
{
    (void)state;
    assert_true(isr_glue_for(ISR_CATEGORY_NHS_NUMBER, 0, 10).digits);
    assert_true(isr_glue_for(ISR_CATEGORY_UPN, 1, 9).digits);
    assert_false(isr_glue_for(ISR_CATEGORY_BANK_ACCOUNT, 0, 8).digits);
    assert_false(isr_glue_for(ISR_CATEGORY_POSTCODE, 4, 3).digits);
}

static void nothing_is_glued_to_what_words_tell(void **state)
{
    static const IsrCategory told[] = {
        ISR_CATEGORY_NAME, ISR_CATEGORY_INITIALS, ISR_CATEGORY_DOB,          ISR_CATEGORY_AGE,
        ISR_CATEGORY_DATE, ISR_CATEGORY_PLACE,    ISR_CATEGORY_ORGANISATION, ISR_CATEGORY_HEALTH};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(told); i++) {
        const IsrGlue glue = isr_glue_for(told[i], 10, 10);

        assert_false(glue.letters || glue.digits);
    }
}

static void each_end_asks_for_its_own(void **state)
{
    const IsrGlue glue = {.letters = TRUE, .digits = FALSE};

    (void)state;
    assert_true(isr_glue_at(glue, FALSE));
    assert_false(isr_glue_at(glue, TRUE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_are_glued_to_what_says_enough),
        cmocka_unit_test(digits_are_glued_to_nine_or_more),
        cmocka_unit_test(nothing_is_glued_to_what_words_tell),
        cmocka_unit_test(each_end_asks_for_its_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
