/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences are counted, and only so many are kept apart. */
#include "isr_test.h"

#include "../src/batch/reasons.h"

static void the_most_frequent_comes_first(void **state)
{
    g_autoptr(IsrReasons) reasons = isr_reasons_new();
    g_autoptr(GArray) ordered = NULL;

    (void)state;
    isr_reasons_add(reasons, "is broken", -1);
    isr_reasons_add(reasons, "needs a password", -1);
    isr_reasons_add(reasons, "needs a password: and more", 16);
    isr_reasons_add(reasons, "asks for much", -1);
    ordered = isr_reasons_ordered(reasons);
    assert_int_equal(ordered->len, 3);
    assert_string_equal(g_array_index(ordered, IsrReason, 0).sentence, "needs a password");
    assert_int_equal(g_array_index(ordered, IsrReason, 0).count, 2);
    assert_string_equal(g_array_index(ordered, IsrReason, 1).sentence, "asks for much");
}

static void there_is_an_end_to_different_ones(void **state)
{
    g_autoptr(IsrReasons) reasons = isr_reasons_new();
    g_autoptr(GArray) ordered = NULL;

    (void)state;
    for (guint i = 0; i < 5000; i++) {
        g_autofree char *sentence = g_strdup_printf("is too large by %u", i);

        isr_reasons_add(reasons, sentence, -1);
    }
    ordered = isr_reasons_ordered(reasons);
    assert_int_equal(ordered->len, 201);
    assert_string_equal(g_array_index(ordered, IsrReason, 0).sentence, "other reasons");
    assert_int_equal(g_array_index(ordered, IsrReason, 0).count, 4800);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_frequent_comes_first),
        cmocka_unit_test(there_is_an_end_to_different_ones),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
