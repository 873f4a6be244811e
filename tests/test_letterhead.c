/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses whose lines are blocks of their own. */
#include "isr_test.h"

#include <string.h>

#include <isredact/detector.h>

#include "../src/letterhead.h"

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

/* Reads @lines as blocks; the last one must be wholly an address, or hold none. */
static void expect(const IsrPatterns *patterns, const char *const *lines, gboolean wanted)
{
    IsrLetterhead letterhead = {0};
    gboolean found = FALSE;

    for (; *lines != NULL; lines++) {
        g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
        g_autoptr(GArray) findings = isr_findings_new();

        isr_block_append(block, *lines, -1, 0, ISR_RUN_PLAIN);
        assert_true(isr_detect(patterns, block, findings, NULL));
        isr_letterhead_go_on(&letterhead, patterns, block, findings);
        found = findings->len == 1;
        if (!found)
            continue;
        const IsrFinding *first = &g_array_index(findings, IsrFinding, 0);
        found = first->category == ISR_CATEGORY_ADDRESS && first->range.start == 0 &&
                first->range.end == strlen(*lines);
    }
    assert_int_equal(found, wanted);
}

static void the_town_below_a_street_belongs_to_it(void **state)
{
    expect(*state, (const char *const[]){"14 Tanner Row", "Kelmerby", NULL}, TRUE);
    expect(*state, (const char *const[]){"14 Tanner Row", "Kelmerby", "Nether Lyde", NULL}, TRUE);
}

static void other_lines_do_not(void **state)
{
    expect(*state, (const char *const[]){"14 Tanner Row", "Kind regards", NULL}, FALSE);
    expect(*state, (const char *const[]){"It was a long day", "Kelmerby", NULL}, FALSE);
    expect(*state, (const char *const[]){"14 Tanner Row", "She moved there with her nan.", NULL},
           FALSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_town_below_a_street_belongs_to_it),
        cmocka_unit_test(other_lines_do_not),
    };
    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
