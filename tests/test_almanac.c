/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tells the time of the year and is no date is seen, outside of what was put in its place. */
#include "isr_test.h"

#include "../src/almanac.h"

/* Of @text, in which bytes @from..@to are replaced by @now unless that is NULL. */
static gboolean stands_beside(const char *text, gsize from, gsize to, const char *now)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) edits = isr_edits_new();
    g_autoptr(GRegex) almanac = isr_almanac_new();

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    if (now)
        isr_edits_add(edits, from, to, now);
    g_autoptr(IsrResidue) residue = isr_residue_new(block, edits);

    return isr_almanac_stands(almanac, residue);
}

static void sees(const char *text, gboolean wanted)
{
    if (stands_beside(text, 0, 0, NULL) != wanted)
        fail_msg("\"%s\": %s", text, wanted ? "missed" : "seen");
}

static void months_terms_and_holidays_are_seen(void **state)
{
    (void)state;
    sees("He came in March.", TRUE);
    sees("since 2019 he has lived here", TRUE);
    sees("They met again at Christmas", TRUE);
    sees("all of the summer term", TRUE);
    sees("until half-term", TRUE);
    sees("the September intake", TRUE);
}

static void other_words_are_not(void **state)
{
    (void)state;
    sees("May he come? March on.", FALSE);
    sees("the Children and Families Act 2014", FALSE);
    sees("a marching band, an august assembly", FALSE);
    sees("room 2019", FALSE);
}

static void what_was_moved_is_not(void **state)
{
    (void)state;
    assert_false(stands_beside("Seen on 14 March 2024.", 8, 21, "4 April 2024"));
    assert_true(stands_beside("Seen on 14 March 2024, in June.", 8, 21, "4 April 2024"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_terms_and_holidays_are_seen),
        cmocka_unit_test(other_words_are_not),
        cmocka_unit_test(what_was_moved_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
