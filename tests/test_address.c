/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses that show themselves in running text. */
#include "isr_test.h"

#include <string.h>

#include <isredact/detector.h>

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

/* What is found as an address in @text must be @wanted; "" for nothing. */
static void expect(const IsrPatterns *patterns, const char *text, const char *wanted)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(GString) found = g_string_new(NULL);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, NULL));
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category == ISR_CATEGORY_ADDRESS)
            g_string_append_printf(found, "%s%.*s", found->len > 0 ? "|" : "",
                                   (int)(finding->range.end - finding->range.start),
                                   text + finding->range.start);
    }
    if (strcmp(found->str, wanted) != 0)
        fail_msg("in \"%s\": found \"%s\", not \"%s\"", text, found->str, wanted);
}

static void a_number_and_a_street_are_an_address(void **state)
{
    expect(*state, "Seen at 22 Sandfield Mount, Keighley yesterday.",
           "22 Sandfield Mount, Keighley");
    expect(*state, "She is at 6 Quenby Walk, Marl Pits.", "6 Quenby Walk, Marl Pits");
    expect(*state, "They live at 18a Marl Road, off Furnace Road, over the shop.",
           "18a Marl Road, off Furnace Road");
}

static void a_flat_is_an_address(void **state)
{
    expect(*state, "Found in Flat 4, Mill House, Tanner Lane, Oldham by police.",
           "Flat 4, Mill House, Tanner Lane, Oldham");
    expect(*state, "Stays on Plot 9, Carr Bottom Caravan Site, for now.",
           "Plot 9, Carr Bottom Caravan Site");
}

static void a_street_alone_is_an_address(void **state)
{
    expect(*state, "the food bank on Bede Street is open", "Bede Street");
}

static void a_postcode_behind_it_makes_an_address_of_a_named_place(void **state)
{
    expect(*state, "Write to Chapel Yard, Ravensholme, HD19 1SX.", "Chapel Yard, Ravensholme");
}

static void lines_of_one_address_are_one_finding(void **state)
{
    expect(*state, "12 Weavers Fold\nLower Pinfold\nTarnbridge",
           "12 Weavers Fold\nLower Pinfold\nTarnbridge");
}

static void numbers_and_courts_are_no_addresses(void **state)
{
    expect(*state, "Year 6 Reading was good; 12 of 20 right.", "");
    expect(*state, "The Crown Court sat on 4 March.", "");
    expect(*state, "Score 40 Communication, 25 Above.", "");
    expect(*state, "Room 3 is quiet.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_and_a_street_are_an_address),
        cmocka_unit_test(a_flat_is_an_address),
        cmocka_unit_test(a_street_alone_is_an_address),
        cmocka_unit_test(a_postcode_behind_it_makes_an_address_of_a_named_place),
        cmocka_unit_test(lines_of_one_address_are_one_finding),
        cmocka_unit_test(numbers_and_courts_are_no_addresses),
    };
    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
