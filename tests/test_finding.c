/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Overlapping findings are resolved without losing a letter. */
#include "isr_test.h"

#include <isredact/finding.h>

static void add(GArray *findings, gsize start, gsize end, IsrCategory category, double score,
                guint flags)
{
    IsrFinding finding = {
        .range = {start, end}, .category = category, .score = score, .flags = flags};

    g_array_append_val(findings, finding);
}

static IsrBlock *block_of(const char *text)
{
    IsrBlock *block = isr_block_new(ISR_BLOCK_BODY, "part");

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    return block;
}

static void assert_in_place(const GArray *findings, guint n, gsize start, gsize end,
                            IsrCategory category)
{
    const IsrFinding *finding = &g_array_index(findings, IsrFinding, n);

    assert_int_equal(finding->range.start, start);
    assert_int_equal(finding->range.end, end);
    assert_int_equal(finding->category, category);
}

static void the_better_score_wins(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = block_of("call 07700 900123 now");
    g_autoptr(GArray) findings = isr_findings_new();

    add(findings, 5, 17, ISR_CATEGORY_ULN, 0.4, 0);
    add(findings, 5, 17, ISR_CATEGORY_PHONE, 0.9, 0);
    isr_findings_resolve(findings, block);
    assert_int_equal(findings->len, 1);
    assert_int_equal(g_array_index(findings, IsrFinding, 0).category, ISR_CATEGORY_PHONE);
}

static void a_label_beats_any_score(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = block_of("NHS no 07700 900123");
    g_autoptr(GArray) findings = isr_findings_new();

    add(findings, 7, 19, ISR_CATEGORY_PHONE, 1.0, 0);
    add(findings, 7, 19, ISR_CATEGORY_NHS_NUMBER, 0.5, ISR_FINDING_LABELLED);
    isr_findings_resolve(findings, block);
    assert_int_equal(findings->len, 1);
    assert_int_equal(g_array_index(findings, IsrFinding, 0).category, ISR_CATEGORY_NHS_NUMBER);
}

static void what_sticks_out_of_the_winner_stays_found(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = block_of("Flat 2, Jayden Okafor, Leeds");
    g_autoptr(GArray) findings = isr_findings_new();

    add(findings, 0, 28, ISR_CATEGORY_ADDRESS, 0.5, 0);
    add(findings, 8, 21, ISR_CATEGORY_NAME, 0.9, 0);
    isr_findings_resolve(findings, block);
    assert_int_equal(findings->len, 3);
    assert_int_equal(g_array_index(findings, IsrFinding, 0).range.end, 6);
    assert_int_equal(g_array_index(findings, IsrFinding, 1).category, ISR_CATEGORY_NAME);
    assert_int_equal(g_array_index(findings, IsrFinding, 2).range.start, 23);
}

static void pieces_of_a_reference_are_one(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = block_of("HSD-MASH-260122-07, SC/550981, CSC-1234567/CSC-7654321");
    g_autoptr(GArray) findings = isr_findings_new();

    add(findings, 0, 18, ISR_CATEGORY_CASE_REF, 0.9, 0);
    add(findings, 4, 15, ISR_CATEGORY_CASE_REF, 0.95, 0);
    add(findings, 20, 29, ISR_CATEGORY_CASE_REF, 0.9, 0);
    add(findings, 23, 29, ISR_CATEGORY_SORT_CODE, 0.95, 0);
    add(findings, 31, 42, ISR_CATEGORY_CASE_REF, 0.9, 0);
    add(findings, 43, 54, ISR_CATEGORY_CASE_REF, 0.9, 0);
    isr_findings_resolve(findings, block);
    assert_int_equal(findings->len, 4);
    assert_in_place(findings, 0, 0, 18, ISR_CATEGORY_CASE_REF);
    assert_in_place(findings, 1, 20, 29, ISR_CATEGORY_SORT_CODE);
    assert_in_place(findings, 2, 31, 42, ISR_CATEGORY_CASE_REF);
    assert_in_place(findings, 3, 43, 54, ISR_CATEGORY_CASE_REF);
}

static void findings_come_out_in_order(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = block_of("one two three");
    g_autoptr(GArray) findings = isr_findings_new();

    add(findings, 8, 13, ISR_CATEGORY_NAME, 0.9, 0);
    add(findings, 0, 3, ISR_CATEGORY_NAME, 0.1, 0);
    add(findings, 4, 7, ISR_CATEGORY_NAME, 0.5, 0);
    isr_findings_resolve(findings, block);
    for (guint i = 1; i < findings->len; i++)
        assert_true(g_array_index(findings, IsrFinding, i - 1).range.end <=
                    g_array_index(findings, IsrFinding, i).range.start);
}

static void what_found_a_name_is_told_not_that_it_was_swept(void **state)
{
    g_autoptr(GArray) findings = isr_findings_new();
    const IsrFinding swept = {.range = {0, 3},
                              .category = ISR_CATEGORY_NAME,
                              .rule = "seen-elsewhere",
                              .score = 0.8,
                              .flags = ISR_FINDING_SWEPT,
                              .person = 2},
                     found = {.range = {0, 3},
                              .category = ISR_CATEGORY_NAME,
                              .rule = "tagger",
                              .score = 0.4},
                     later = {.range = {5, 8},
                              .category = ISR_CATEGORY_NAME,
                              .rule = "seen-elsewhere",
                              .flags = ISR_FINDING_SWEPT};

    (void)state;
    g_array_append_val(findings, later);
    g_array_append_val(findings, swept);
    g_array_append_val(findings, found);
    isr_findings_absorb(findings);
    assert_int_equal(findings->len, 2);
    assert_string_equal(g_array_index(findings, IsrFinding, 0).rule, "tagger");
    assert_float_equal(g_array_index(findings, IsrFinding, 0).score, 0.8, 0.001);
    assert_int_equal(g_array_index(findings, IsrFinding, 0).person, 2);
    assert_string_equal(g_array_index(findings, IsrFinding, 1).rule, "seen-elsewhere");
}

static void assert_in(const GArray *findings, gsize start, gsize end, gboolean sentences,
                      gsize first, gsize past)
{
    const IsrRange in = isr_findings_in(findings, (IsrRange){start, end}, sentences);

    assert_int_equal(in.start, first);
    assert_int_equal(in.end, past);
}

static void those_of_a_place_are_told_without_asking_all(void **state)
{
    g_autoptr(GArray) findings = isr_findings_new();

    (void)state;
    assert_in(findings, 0, 100, FALSE, 0, 0);
    add(findings, 40, 60, ISR_CATEGORY_HEALTH, 1, 0);
    add(findings, 50, 53, ISR_CATEGORY_NAME, 1, 0);
    add(findings, 0, 20, ISR_CATEGORY_HEALTH, 1, 0);
    add(findings, 4, 9, ISR_CATEGORY_NAME, 1, 0);
    isr_findings_sort(findings); /* names at 4 and 50, sentences at 0 and 40 */
    assert_in(findings, 0, 100, FALSE, 0, 2);
    assert_in(findings, 4, 50, FALSE, 0, 1);
    assert_in(findings, 5, 51, FALSE, 1, 2);
    assert_in(findings, 60, 99, FALSE, 2, 2);
    assert_in(findings, 0, 100, TRUE, 2, 4);
    assert_in(findings, 0, 40, TRUE, 2, 3);
    assert_in(findings, 41, 99, TRUE, 4, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_found_a_name_is_told_not_that_it_was_swept),
        cmocka_unit_test(the_better_score_wins),
        cmocka_unit_test(a_label_beats_any_score),
        cmocka_unit_test(what_sticks_out_of_the_winner_stays_found),
        cmocka_unit_test(pieces_of_a_reference_are_one),
        cmocka_unit_test(findings_come_out_in_order),
        cmocka_unit_test(those_of_a_place_are_told_without_asking_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
