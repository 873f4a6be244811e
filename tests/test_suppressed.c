/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "isr_test.h"

#include "../src/suppressed.h"

typedef struct {
    IsrCounts *counts;
    IsrBlock *row;
    IsrWitness *witness;
    IsrJob job;
} Scene;

static int set_scene(void **state)
{
    Scene *scene = g_new0(Scene, 1);
    g_autoptr(IsrBlock) head = isr_block_new(ISR_BLOCK_ROW, "part");
    g_autoptr(GPtrArray) columns = g_ptr_array_new();

    scene->witness = isr_witness_new(&scene->job, NULL, NULL, FALSE);
    scene->counts = isr_counts_new(5);
    scene->row = isr_block_new(ISR_BLOCK_ROW, "part");
    scene->row->index = 1;
    g_ptr_array_add(columns, (gpointer) "School");
    isr_block_append(head, "School\x1fPupils\x1fGirls", -1, 0, ISR_RUN_PLAIN);
    isr_block_append(scene->row,
                     "Elm\x1f"
                     "3\n(7%)\x1f"
                     "12",
                     -1, 0, ISR_RUN_PLAIN);
    scene->row->columns = columns;
    assert_true(isr_counts_learn(scene->counts, head, NULL));
    assert_true(isr_counts_learn(scene->counts, scene->row, NULL));
    scene->row->columns = NULL;
    isr_counts_settle(scene->counts);
    *state = scene;
    return 0;
}

static int strike_scene(void **state)
{
    Scene *scene = *state;

    isr_witness_free(scene->witness);
    isr_counts_free(scene->counts);
    isr_block_free(scene->row);
    g_free(scene);
    return 0;
}

static void the_mark_stands_in_the_first_paragraph(void **state)
{
    Scene *scene = *state;
    g_autoptr(GArray) edits = isr_edits_new();
    g_autofree char *text = NULL;

    assert_true(isr_suppressed_any(scene->counts, scene->row));
    assert_int_equal(isr_suppressed_edit(scene->counts, scene->row, scene->witness, edits), 2);
    text = isr_edits_apply(edits, scene->row);
    assert_string_equal(text, "Elm\x1f[c]\n\x1f[c]");
}

static void what_goes_already_does_not_go_again(void **state)
{
    Scene *scene = *state;
    g_autoptr(GArray) edits = isr_edits_new();

    isr_edits_add(edits, 0, scene->row->text->len, "[REMOVED]");
    assert_int_equal(isr_suppressed_edit(scene->counts, scene->row, scene->witness, edits), 0);
    assert_int_equal(edits->len, 1);
}

static void findings_in_the_cell_are_passed_over(void **state)
{
    Scene *scene = *state;
    g_autoptr(GArray) findings = isr_findings_new();
    const IsrFinding label = {.range = {0, 3}}, number = {.range = {4, 5}};

    g_array_append_val(findings, label);
    g_array_append_val(findings, number);
    isr_suppressed_skip(NULL, scene->row, findings);
    assert_int_equal(findings->len, 2);
    isr_suppressed_skip(scene->counts, scene->row, findings);
    assert_int_equal(findings->len, 1);
    assert_int_equal(g_array_index(findings, IsrFinding, 0).range.start, 0);
}

#define SCENE(test) cmocka_unit_test_setup_teardown(test, set_scene, strike_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE(the_mark_stands_in_the_first_paragraph),
        SCENE(what_goes_already_does_not_go_again),
        SCENE(findings_in_the_cell_are_passed_over),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
