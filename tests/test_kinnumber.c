/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is the second of her kind. */
#include "isr_test.h"

#include <isredact/detector.h>
#include <isredact/people.h>

#include "../src/kinnumber.h"

static void only_several_of_a_kind_are_numbered(void **state)
{
    static const char *const lines[] = {"Child: Tasnuva Rouf", "Social worker: Ekene Mark",
                                        "Mother: Shirin Rouf", "Social worker: Peter Lomax"};
    g_autoptr(GError) error = NULL;
    IsrPatterns *patterns = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    IsrPeople *people = isr_people_new(patterns, NULL);
    g_autoptr(IsrTerms) terms = isr_terms_new();

    (void)state;
    assert_no_error(error);
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
        g_autoptr(GArray) findings = isr_findings_new();

        block->index = i;
        isr_block_append(block, lines[i], -1, 0, ISR_RUN_PLAIN);
        assert_true(isr_detect(patterns, block, findings, NULL));
        isr_people_learn(people, block, findings);
    }
    isr_people_settle(people, terms);
    g_autofree guint *numbers = isr_kin_numbers_new(people);

    assert_int_equal(isr_people_size(people), 4);
    assert_int_equal(numbers[0], 0);
    assert_int_equal(numbers[1], 1);
    assert_int_equal(numbers[2], 0);
    assert_int_equal(numbers[3], 2);
    isr_people_free(people);
    isr_patterns_free(patterns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_several_of_a_kind_are_numbered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
