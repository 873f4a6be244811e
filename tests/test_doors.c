/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers of houses that a record knows, where they stand alone. */
#include "isr_test.h"

#include <isredact/finding.h>

#include "../src/doors.h"

static int load_patterns(void **state)
{
    g_autoptr(GError) error = NULL;

    *state = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    return 0;
}

static int free_patterns(void **state)
{
    isr_patterns_free(*state);
    return 0;
}

/* The numbers found in @text, parted by spaces, where @address is known; free with g_free(). */
static char *found(const IsrPatterns *patterns, const char *address, const char *text)
{
    g_autoptr(IsrDoors) doors = isr_doors_new(patterns);
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    isr_doors_add(doors, address);
    isr_doors_sweep(doors, reading, findings, &error);
    assert_no_error(error);
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        assert_int_equal(finding->category, ISR_CATEGORY_ADDRESS);
        g_string_append_printf(out, "%s%.*s", i > 0 ? " " : "",
                               (int)(finding->range.end - finding->range.start),
                               text + finding->range.start);
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static void expect(const IsrPatterns *patterns, const char *address, const char *text,
                   const char *wanted)
{
    g_autofree char *numbers = found(patterns, address, text);

    assert_string_equal(numbers, wanted);
}

static void known_numbers_stand_alone(void **state)
{
    expect(*state, "31 Mill Row", "told him 31 is nowt to do with me", "31");
    expect(*state, "31a Mill Row, Eastby", "Nobody answered 31A.", "31A");
    expect(*state, "Flat 4, 12 Mill Row", "Police were called to 4 at 23:40.", "4");
    expect(*state, "no. 40", "DROPPED AT 40 1204, PARTY", "40");
}

static void a_letter_behind_a_known_number_is_another_door_of_it(void **state)
{
    expect(*state, "27 Mill Row", "the bell of 27A, twice", "27A");
    expect(*state, "9 Mill Row", "the bell of 9A, twice", "");
}

static void others_stay(void **state)
{
    expect(*state, "31 Mill Row", "told him 67 is nowt to do with me", "");
    expect(*state, "31 Mill Row", "He is 31 and was 31 kg over.", "");
    expect(*state, "6 Mill Row", "She came back at 6.", "");
}

static void neighbours_are_near(void **state)
{
    expect(*state, "31 Mill Row", "the lads in 35, again", "35");
    expect(*state, "31 Mill Row", "the lads in 99, again", "");
}

static void references_and_coordinates_are_no_houses(void **state)
{
    expect(*state, "SE 123 456", "told him 123 is nowt to do with me", "");
    expect(*state, "51.50, -0.141", "told him 141 is nowt to do with me", "");
    expect(*state, "UPRN 100023336956", "told him 100 is nowt to do with me", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_numbers_stand_alone),
        cmocka_unit_test(a_letter_behind_a_known_number_is_another_door_of_it),
        cmocka_unit_test(others_stay),
        cmocka_unit_test(neighbours_are_near),
        cmocka_unit_test(references_and_coordinates_are_no_houses),
    };

    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
