/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "isr_test.h"

#include "../src/countwords.h"

#include <string.h>

static guint of(const char *text)
{
    return isr_countwords_of(text, strlen(text));
}

static void people_and_totals_are_known(void **state)
{
    (void)state;
    assert_true(of("Number of pupils") & ISR_COUNTWORDS_NUMBER);
    assert_true(of("Number of pupils") & ISR_COUNTWORDS_PEOPLE);
    assert_true(of("No. of injections") & ISR_COUNTWORDS_THING);
    assert_false(of("No. of injections") & ISR_COUNTWORDS_NUMBER);
    assert_true(of("Number") & ISR_COUNTWORDS_NUMBER);
    assert_true(of("Grand total") & ISR_COUNTWORDS_TOTAL);
    assert_true(of("All pupils") & ISR_COUNTWORDS_TOTAL);
    assert_false(of("After all") & ISR_COUNTWORDS_TOTAL);
    assert_true(of("School name") & ISR_COUNTWORDS_GROUP);
    assert_true(of("% of pupils") & ISR_COUNTWORDS_SHARE);
}

static void measures_are_told_from_groups(void **state)
{
    (void)state;
    assert_true(of("Age") & ISR_COUNTWORDS_MEASURE);
    assert_int_equal(of("Age 5 to 9"), ISR_COUNTWORDS_GROUP);
    assert_false(of("Age band") & ISR_COUNTWORDS_MEASURE);
    assert_true(of("Days lost") & ISR_COUNTWORDS_THING);
    assert_true(of("Average number of pupils") & ISR_COUNTWORDS_STATISTIC);
    assert_false(of("Number on average") & ISR_COUNTWORDS_STATISTIC);
    assert_true(of("Total difficulties") & ISR_COUNTWORDS_SCORE);
    assert_true(of("Dose (mg)") & ISR_COUNTWORDS_MEASURE);
    assert_true(of("Cost in £") & ISR_COUNTWORDS_MEASURE);
    assert_int_equal(of("Part-time"), 0);
}

static void lists_of_persons_say_so(void **state)
{
    (void)state;
    assert_true(of("Name") & ISR_COUNTWORDS_PERSON);
    assert_true(of(" D.O.B. ") & ISR_COUNTWORDS_PERSON);
    assert_true(of("Child's name:") & ISR_COUNTWORDS_PERSON);
    assert_false(of("School name") & ISR_COUNTWORDS_PERSON);
    assert_int_equal(of(""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_and_totals_are_known),
        cmocka_unit_test(measures_are_told_from_groups),
        cmocka_unit_test(lists_of_persons_say_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
