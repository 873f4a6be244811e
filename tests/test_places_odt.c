/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hidden places of ODT documents, through the whole pipeline. */
#include "isr_test.h"

#include "places/odt.h"
#include "places/runner.h"

static void every_place_is_clean(void **state)
{
    (void)state;
    assert_int_equal(runner_run(&odt_form, odt_places, 0, "anonymise", CANARY_ALL), 0);
}

static void all_places_in_one_document_are_clean(void **state)
{
    (void)state;
    assert_int_equal(runner_run_all_in_one(&odt_form, odt_places, "anonymise", CANARY_ALL), 0);
}

/* A school may have the child's name, but not who wrote, commented or signed. */
static void adults_in_places_without_text_go_under_any_profile(void **state)
{
    (void)state;
    assert_int_equal(runner_run(&odt_form, odt_places, PLACE_ADULT, "education", CANARY_ADULT), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_is_clean),
        cmocka_unit_test(all_places_in_one_document_are_clean),
        cmocka_unit_test(adults_in_places_without_text_go_under_any_profile),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
