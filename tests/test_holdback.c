/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in any order, joined, written and read again. */
#include "isr_test.h"

#include <isredact/error.h>
#include <isredact/holdback.h>

static IsrHoldback *three_places(void)
{
    IsrHoldback *holdback = isr_holdback_new();

    isr_holdback_add(holdback, (IsrHoldbackPlace){7, 2, ISR_CATEGORY_PHONE});
    isr_holdback_add(holdback, (IsrHoldbackPlace){3, ISR_HOLDBACK_SENTENCE, ISR_CATEGORY_HEALTH});
    isr_holdback_add(holdback, (IsrHoldbackPlace){7, 1, ISR_CATEGORY_NAME});
    return holdback;
}

static void places_are_ordered_and_found(void **state)
{
    g_autoptr(IsrHoldback) holdback = three_places();
    g_autofree char *text = isr_holdback_text(holdback);

    (void)state;
    assert_string_equal(text, "3.65535.health 7.1.name 7.2.phone");
    assert_int_equal(isr_holdback_find(holdback, 7, 2)->category, ISR_CATEGORY_PHONE);
    assert_null(isr_holdback_find(holdback, 7, 3));
    assert_null(isr_holdback_find(holdback, 8, 1));
    assert_true(isr_holdback_touches(holdback, 3));
    assert_true(isr_holdback_touches(holdback, 7));
    assert_false(isr_holdback_touches(holdback, 4));
    assert_false(isr_holdback_touches(holdback, 8));
}

static void the_order_of_adding_does_not_matter(void **state)
{
    g_autoptr(IsrHoldback) one = three_places(), other = isr_holdback_new();

    (void)state;
    isr_holdback_add(other, (IsrHoldbackPlace){7, 1, ISR_CATEGORY_PHONE});
    assert_true(isr_holdback_join(other, one));
    assert_false(isr_holdback_join(other, one));
    isr_holdback_add(one, (IsrHoldbackPlace){7, 1, ISR_CATEGORY_PHONE});
    g_autofree char *first = isr_holdback_text(one), *second = isr_holdback_text(other);

    assert_string_equal(first, second);
    assert_int_equal(isr_holdback_size(one), 3);
}

static void what_was_written_is_read(void **state)
{
    g_autoptr(IsrHoldback) holdback = three_places();
    g_autofree char *text = isr_holdback_text(holdback);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrHoldback) again = isr_holdback_read(text, &error);

    (void)state;
    assert_no_error(error);
    g_autofree char *same = isr_holdback_text(again);

    assert_string_equal(text, same);
    g_autoptr(IsrHoldback) none = isr_holdback_read("", &error);

    assert_no_error(error);
    assert_int_equal(isr_holdback_size(none), 0);
}

static void anything_else_is_refused(void **state)
{
    const char *const texts[] = {
        "x",         "1.2",          "1.2.name.",         "1.2.nam",
        "1.-2.name", "1.70000.name", "9999999999.1.name", "1.2.name  3.4.name",
        " "};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GError) error = NULL;

        assert_null(isr_holdback_read(texts[i], &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_ordered_and_found),
        cmocka_unit_test(the_order_of_adding_does_not_matter),
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(anything_else_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
