/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hidden places of DOCX documents, through the whole pipeline. */
#include "isr_test.h"

#include "places/docx.h"
#include "places/runner.h"

static void every_place_is_clean(void **state)
{
    (void)state;
    assert_int_equal(runner_run(&docx_form, docx_places, "anonymise", CANARY_ALL), 0);
}

static void all_places_in_one_document_are_clean(void **state)
{
    (void)state;
    assert_int_equal(runner_run_all_in_one(&docx_form, docx_places, "anonymise", CANARY_ALL), 0);
}

/* Education lets a school have the child's name: the adult is in no part that it may have. */
static void places_that_hold_no_record_are_empty_under_any_profile(void **state)
{
    (void)state;
    assert_int_equal(runner_run_all_in_one(&docx_form, docx_places, "education", CANARY_ADULT), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_is_clean),
        cmocka_unit_test(all_places_in_one_document_are_clean),
        cmocka_unit_test(places_that_hold_no_record_are_empty_under_any_profile),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
