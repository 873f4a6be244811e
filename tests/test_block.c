/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What edits make of runs. */
#include "isr_test.h"

#include <isredact/block.h>

static IsrBlock *jayden(void)
{
    IsrBlock *block = isr_block_new(ISR_BLOCK_BODY, "part");

    isr_block_append(block, "Seen ", -1, 0, ISR_RUN_PLAIN);
    isr_block_append(block, "Jay", -1, 1, ISR_RUN_PLAIN);
    isr_block_append(block, "\n", -1, 2, ISR_RUN_PSEUDO);
    isr_block_append(block, "gone", -1, 3, ISR_RUN_DELETED);
    isr_block_append(block, "den today", -1, 4, ISR_RUN_PLAIN);
    return block;
}

static void the_run_at_a_byte_is_found(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = jayden();

    for (guint i = 0; i < block->runs->len; i++) {
        const IsrRange range = g_array_index(block->runs, IsrRun, i).range;

        assert_int_equal(isr_block_run_at(block, range.start), i);
        assert_int_equal(isr_block_run_at(block, range.end - 1), i);
    }
    assert_int_equal(isr_block_run_at(block, block->text->len), block->runs->len);
}

static void name_split_over_runs_is_marked_once(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = jayden();
    g_autoptr(GArray) edits = isr_edits_new();

    isr_edits_add(edits, 5, 16, "[NAME]");
    g_autoptr(GPtrArray) texts = isr_edits_by_run(edits, block);

    assert_null(texts->pdata[0]);
    assert_string_equal(texts->pdata[1], "[NAME]");
    assert_string_equal(texts->pdata[2], "");
    assert_string_equal(texts->pdata[3], "");
    assert_string_equal(texts->pdata[4], " today");
    g_autofree char *all = isr_edits_apply(edits, block);
    assert_string_equal(all, "Seen [NAME] today");
}

static void two_edits_in_one_run(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) edits = isr_edits_new();

    isr_block_append(block, "Ada met Bea here", -1, 0, ISR_RUN_PLAIN);
    isr_edits_add(edits, 0, 3, "[1]");
    isr_edits_add(edits, 8, 11, "");
    g_autofree char *all = isr_edits_apply(edits, block);
    assert_string_equal(all, "[1] met  here");
}

static void no_edit_leaves_the_text_without_deletions(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = jayden();
    g_autoptr(GArray) edits = isr_edits_new();
    g_autofree char *all = isr_edits_apply(edits, block);

    assert_string_equal(all, "Seen Jay\nden today");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_run_at_a_byte_is_found),
        cmocka_unit_test(name_split_over_runs_is_marked_once),
        cmocka_unit_test(two_edits_in_one_run),
        cmocka_unit_test(no_edit_leaves_the_text_without_deletions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
