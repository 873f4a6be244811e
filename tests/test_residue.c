/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What remains of a block, and the way back. */
#include "isr_test.h"

#include "../src/residue.h"

static IsrBlock *tracked(void)
{
    IsrBlock *block = isr_block_new(ISR_BLOCK_BODY, "part");

    isr_block_append(block, "Ada ", -1, 0, ISR_RUN_PLAIN);
    isr_block_append(block, "gone ", -1, 1, ISR_RUN_DELETED);
    isr_block_append(block, "met Bea here", -1, 2, ISR_RUN_PLAIN);
    return block;
}

static void deletions_and_edits_are_left_out(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = tracked();
    g_autoptr(GArray) edits = isr_edits_new();

    isr_edits_add(edits, 0, 3, "[NAME]");
    g_autoptr(IsrResidue) residue = isr_residue_new(block, edits);

    assert_string_equal(residue->block->text->str, "[NAME] met Bea here");
    assert_int_equal(residue->origins->len, residue->block->text->len);
}

static void a_range_leads_back_to_the_block(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = tracked();
    g_autoptr(GArray) edits = isr_edits_new();
    IsrRange origin;

    isr_edits_add(edits, 0, 3, "[NAME]");
    g_autoptr(IsrResidue) residue = isr_residue_new(block, edits);

    assert_true(isr_residue_origin(residue, (IsrRange){11, 14}, &origin));
    assert_int_equal(origin.start, 13);
    assert_int_equal(origin.end, 16);
    assert_false(isr_residue_origin(residue, (IsrRange){4, 10}, &origin));
}

static void many_runs_and_edits_keep_every_kept_byte(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) edits = isr_edits_new();

    for (guint i = 0; i < 100; i++)
        isr_block_append(block, "abcdefghij", -1, i, ISR_RUN_PLAIN);
    for (gsize at = 5; at < 1000; at += 10)
        isr_edits_add(edits, at, at + 10 > 1000 ? 1000 : at + 6, "X");
    g_autoptr(IsrResidue) residue = isr_residue_new(block, edits);
    g_autofree char *applied = isr_edits_apply(edits, block);

    assert_string_equal(residue->block->text->str, applied);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deletions_and_edits_are_left_out),
        cmocka_unit_test(a_range_leads_back_to_the_block),
        cmocka_unit_test(many_runs_and_edits_keep_every_kept_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
