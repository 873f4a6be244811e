/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was searched once is known, as long as nothing that detection looks at differs. */
#include "isr_test.h"

#include "../src/recall.h"

static IsrBlock *block_of(const char *text, guint index)
{
    IsrBlock *block = isr_block_new(ISR_BLOCK_BODY, "part");

    block->index = index;
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    return block;
}

static gboolean knows(IsrRecall *recall, const IsrBlock *block, guint how)
{
    g_autoptr(GArray) findings = isr_findings_new();

    return isr_recall_find(recall, block, how, findings);
}

static void keep_one(IsrRecall *recall, const IsrBlock *block)
{
    g_autoptr(GArray) findings = isr_findings_new();
    IsrFinding finding = {.block = block->index, .range = {0, 3}, .rule = "name"};

    assert_false(isr_recall_find(recall, block, 1, findings));
    g_array_append_val(findings, finding);
    isr_recall_keep(recall, findings, 0);
}

static void the_same_block_gives_the_same_findings_at_its_own_place(void **state)
{
    IsrRecall *recall = isr_recall_new();
    g_autoptr(IsrBlock) first = block_of("Ada came.", 3), again = block_of("Ada came.", 8);
    g_autoptr(GArray) findings = isr_findings_new();

    (void)state;
    keep_one(recall, first);
    assert_true(isr_recall_find(recall, again, 1, findings));
    assert_int_equal(findings->len, 1);
    assert_int_equal(g_array_index(findings, IsrFinding, 0).block, 8);
    assert_int_equal(g_array_index(findings, IsrFinding, 0).range.end, 3);
    isr_recall_free(recall);
}

static void whatever_detection_looks_at_makes_another_block(void **state)
{
    IsrRecall *recall = isr_recall_new();
    g_autoptr(IsrBlock) block = block_of("Ada came.", 0), other = block_of("Ada came!", 0);
    g_autoptr(GPtrArray) columns = g_ptr_array_new();

    (void)state;
    keep_one(recall, block);
    assert_true(knows(recall, block, 1));
    assert_false(knows(recall, block, 0));
    assert_false(knows(recall, other, 1));
    block->heading = "";
    assert_false(knows(recall, block, 1));
    block->heading = NULL;
    block->kind = ISR_BLOCK_ROW;
    assert_false(knows(recall, block, 1));
    block->kind = ISR_BLOCK_BODY;
    g_ptr_array_add(columns, (char *)"Name");
    block->columns = columns;
    assert_false(knows(recall, block, 1));
    block->columns = NULL;
    assert_true(knows(recall, block, 1));
    isr_recall_free(recall);
}

static void it_does_not_grow_with_the_document(void **state)
{
    IsrRecall *recall = isr_recall_new();
    g_autofree char *filler = g_strnfill(60000, 'x');
    g_autoptr(IsrBlock) first = block_of("Ada came.", 0), huge = block_of(filler, 0);

    (void)state;
    keep_one(recall, first);
    for (guint i = 0; i < 200; i++) {
        g_autofree char *text = g_strdup_printf("%u %s", i, filler);
        g_autoptr(IsrBlock) block = block_of(text, i);

        keep_one(recall, block);
    }
    assert_false(knows(recall, first, 1)); /* let go to make room */
    isr_block_append(huge, filler, -1, 0, ISR_RUN_PLAIN);
    keep_one(recall, huge);
    assert_false(knows(recall, huge, 1)); /* too long to be kept */
    isr_recall_free(recall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_block_gives_the_same_findings_at_its_own_place),
        cmocka_unit_test(whatever_detection_looks_at_makes_another_block),
        cmocka_unit_test(it_does_not_grow_with_the_document),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
