/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Known names where the words of a page run together, and beside what is too short or whole. */
#include "isr_test.h"

#include <isredact/reading.h>
#include <isredact/terms.h>

/* How often the name is found in @text, all that is read of a page. */
static guint found_in(const char *name, const char *text)
{
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_SQUEEZED, "page");
    g_autoptr(IsrReading) reading = NULL;
    g_autoptr(GArray) found = isr_findings_new();

    isr_terms_add(terms, name, ISR_CATEGORY_NAME, ISR_TERM_WHOLE, 0, ISR_ROLE_UNSURE);
    isr_terms_compile(terms);
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    reading = isr_reading_new(block, ISR_VIEW_AFTER);
    isr_terms_sweep(terms, reading, found);
    return found->len;
}

static void a_long_name_is_found_in_a_row_of_letters(void **state)
{
    (void)state;
    assert_int_equal(found_in("Quilla Vantongeren", "theQuillaVantongerenfile"), 1);
    assert_int_equal(found_in("Quilla Vantongeren", "Quil la Van ton geren"), 1);
}

static void a_short_one_may_stand_there_by_chance(void **state)
{
    (void)state;
    assert_int_equal(found_in("Al Fin", "theAlFinfile"), 0);
}

static void a_whole_one_is_left_to_its_block_unless_a_line_breaks_it(void **state)
{
    (void)state;
    assert_int_equal(found_in("Quilla Vantongeren", "Quilla Vantongeren came"), 0);
    assert_int_equal(found_in("Quilla Vantongeren", "Quilla Vanton-\ngeren came"), 1);
}

static void words_may_go_on_in_the_next_block(void **state)
{
    (void)state;
    assert_int_equal(found_in("Quilla Vantongeren", "Quilla\n\nVantongeren came"), 1);
    assert_int_equal(found_in("Quilla Vantongeren", "Quilla\nVantongeren came"), 0);
    assert_int_equal(found_in("Al Fin", "Al\n\nFin came"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_name_is_found_in_a_row_of_letters),
        cmocka_unit_test(a_short_one_may_stand_there_by_chance),
        cmocka_unit_test(a_whole_one_is_left_to_its_block_unless_a_line_breaks_it),
        cmocka_unit_test(words_may_go_on_in_the_next_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
