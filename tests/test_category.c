/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids of categories and roles are stable and lead back to their constants. */
#include "isr_test.h"

#include <isredact/category.h>
#include <isredact/role.h>

static void every_category_is_found_by_its_id(void **state)
{
    (void)state;
    for (guint i = 0; i < ISR_N_CATEGORIES; i++) {
        IsrCategory found;

        assert_true(isr_category_for_id(isr_category_id((IsrCategory)i), &found));
        assert_int_equal(found, i);
    }
}

static void unknown_ids_are_not_found(void **state)
{
    (void)state;
    IsrCategory category;
    IsrRole role;

    assert_false(isr_category_for_id("nhs number", &category));
    assert_false(isr_role_for_id("Subject", &role));
}

static void topics_are_told_from_identifiers(void **state)
{
    (void)state;
    assert_false(isr_category_is_topic(ISR_CATEGORY_IP));
    assert_true(isr_category_is_topic(ISR_CATEGORY_HEALTH));
    assert_true(isr_category_is_topic(ISR_CATEGORY_FINANCE));
}

static void a_school_and_its_telephone_are_ways_to_a_child_and_a_name_is_not(void **state)
{
    (void)state;
    assert_true(isr_category_is_whereabouts(ISR_CATEGORY_ORGANISATION));
    assert_true(isr_category_is_whereabouts(ISR_CATEGORY_PHONE));
    assert_true(isr_category_is_whereabouts(ISR_CATEGORY_UPN));
    assert_false(isr_category_is_whereabouts(ISR_CATEGORY_NAME));
    assert_false(isr_category_is_whereabouts(ISR_CATEGORY_HEALTH));
}

static void every_role_is_found_by_its_id(void **state)
{
    (void)state;
    for (guint i = 0; i < ISR_N_ROLES; i++) {
        IsrRole found;

        assert_true(isr_role_for_id(isr_role_id((IsrRole)i), &found));
        assert_int_equal(found, i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_category_is_found_by_its_id),
        cmocka_unit_test(unknown_ids_are_not_found),
        cmocka_unit_test(a_school_and_its_telephone_are_ways_to_a_child_and_a_name_is_not),
        cmocka_unit_test(topics_are_told_from_identifiers),
        cmocka_unit_test(every_role_is_found_by_its_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
