/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "isr_test.h"

#include "../src/pinned.h"

static void say(IsrPinned *pinned, void (*how)(IsrPinned *, const IsrBlock *), IsrBlockKind kind,
                const char *text)
{
    g_autoptr(IsrBlock) block = isr_block_new(kind, "part");

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    how(pinned, block);
}

static void a_row_is_met_as_often_as_it_was_decided(void **state)
{
    g_autoptr(IsrPinned) pinned = isr_pinned_new();

    (void)state;
    say(pinned, isr_pinned_expect, ISR_BLOCK_ROW,
        "Elm\x1f[c]\x1f"
        "12");
    say(pinned, isr_pinned_expect, ISR_BLOCK_ROW,
        "Elm\x1f[c]\x1f"
        "12");
    assert_false(isr_pinned_is_met(pinned));
    say(pinned, isr_pinned_meet, ISR_BLOCK_ROW,
        "Elm \x1f [c]\x1f"
        "12");
    assert_false(isr_pinned_is_met(pinned));
    say(pinned, isr_pinned_meet, ISR_BLOCK_ROW,
        "Elm\x1f"
        "3\x1f"
        "12");
    assert_false(isr_pinned_is_met(pinned));
    say(pinned, isr_pinned_meet, ISR_BLOCK_ROW,
        "Elm\x1f[c]\x1f"
        "12");
    assert_true(isr_pinned_is_met(pinned));
}

static void lines_may_come_in_other_blocks(void **state)
{
    g_autoptr(IsrPinned) pinned = isr_pinned_new();

    (void)state;
    say(pinned, isr_pinned_expect, ISR_BLOCK_BODY, "Elm,[c],12\nOak,9,8\nAsh,[c],[c]");
    say(pinned, isr_pinned_meet, ISR_BLOCK_BODY, "Elm,[c],12");
    assert_false(isr_pinned_is_met(pinned));
    say(pinned, isr_pinned_meet, ISR_BLOCK_BODY, "Oak,9,8\nAsh,[c],[c]");
    assert_true(isr_pinned_is_met(pinned));
}

static void what_has_no_mark_is_not_its_business(void **state)
{
    g_autoptr(IsrPinned) pinned = isr_pinned_new();

    (void)state;
    say(pinned, isr_pinned_expect, ISR_BLOCK_ROW,
        "Elm\x1f"
        "12");
    assert_true(isr_pinned_is_met(pinned));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_met_as_often_as_it_was_decided),
        cmocka_unit_test(lines_may_come_in_other_blocks),
        cmocka_unit_test(what_has_no_mark_is_not_its_business),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
