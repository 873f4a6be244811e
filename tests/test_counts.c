/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "isr_test.h"

#include "../src/counts.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

/* A document of which each line is a block: rows with '|' between cells, else text. */
static IsrCounts *learn(const char *document)
{
    g_auto(GStrv) lines = g_strsplit(document, "\n", -1);
    g_autoptr(GPtrArray) columns = NULL;
    IsrCounts *counts = isr_counts_new(5);

    for (guint i = 0; lines[i]; i++) {
        const gboolean row = strchr(lines[i], '|') != NULL;
        g_autoptr(IsrBlock) block = isr_block_new(row ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "part");

        if (row && columns)
            block->columns = columns;
        if (!row)
            g_clear_pointer(&columns, g_ptr_array_unref);
        isr_block_append(block, g_strdelimit(lines[i], "|", ISR_CELL_BREAK), -1, 0, ISR_RUN_PLAIN);
        for (char *at = block->text->str; !row && *at; at++)
            if (*at == ';')
                *at = '\n';
        block->index = i;
        assert_true(isr_counts_learn(counts, block, NULL));
        block->columns = NULL;
        if (row && !columns) {
            columns = g_ptr_array_new_with_free_func(g_free);
            g_ptr_array_add(columns, g_strdup(lines[i]));
        }
    }
    isr_counts_settle(counts);
    return counts;
}

/* The document as it reads with the mark in all cells that go. */
static char *suppressed(const char *document)
{
    g_autoptr(IsrCounts) counts = learn(document);
    g_auto(GStrv) lines = g_strsplit(document, "\n", -1);
    GString *text = g_string_new(NULL);

    for (guint i = 0; lines[i]; i++) {
        gsize at = 0;
        guint n;
        const IsrCountPlace *places = isr_counts_in(counts, i, &n);

        for (guint j = 0; j < n; j++) {
            g_string_append_len(text, lines[i] + at, (gssize)(places[j].range.start - at));
            g_string_append(text, ISR_COUNTS_MARK);
            at = places[j].range.end;
        }
        g_string_append_printf(text, "%s%s", lines[i] + at, lines[i + 1] ? "\n" : "");
    }
    return g_string_free(text, FALSE);
}

static void assert_reads(const char *document, const char *expected)
{
    g_autofree char *text = suppressed(document);

    assert_string_equal(text, expected);
}

static void assert_stays(const char *document)
{
    g_autoptr(IsrCounts) counts = learn(document);

    if (isr_counts_cells(counts) > 0)
        fail_msg("taken for a table of counts:\n%s", document);
}

static void small_numbers_go_and_nought_stays(void **state)
{
    (void)state;
    assert_reads("School|Pupils admitted\nElm Park|3\nOak Lane|0\nAsh Grove|41",
                 "School|Pupils admitted\nElm Park|[c]\nOak Lane|0\nAsh Grove|41");
}

static void totals_do_not_give_them_back(void **state)
{
    (void)state;
    assert_reads("Ward|Boys|Girls|Total\nNorth|3|20|23\nSouth|12|15|27\nWest|30|40|70\n"
                 "Total|45|75|120",
                 "Ward|Boys|Girls|Total\nNorth|[c]|[c]|23\nSouth|[c]|[c]|27\nWest|30|40|70\n"
                 "Total|45|75|120");
}

/* Nobody says that the last row is a total. */
static void a_row_that_adds_up_is_a_total(void **state)
{
    (void)state;
    assert_reads("Agency|Referrals\nA|3\nB|12\nC|30\nD|50\n|95",
                 "Agency|Referrals\nA|[c]\nB|[c]\nC|30\nD|50\n|95");
}

static void the_total_may_come_first(void **state)
{
    (void)state;
    assert_reads("Year|All pupils|Boys|Girls\n2021|40|38|2\n2022|50|20|30",
                 "Year|All pupils|Boys|Girls\n2021|40|[c]|[c]\n2022|50|20|30");
}

static void percentages_go_with_their_counts(void **state)
{
    (void)state;
    assert_reads("Ethnicity|Number|%\nA|3|7%\nB|12|29%\nC|26|63%",
                 "Ethnicity|Number|%\nA|[c]|[c]\nB|[c]|[c]\nC|26|63%");
    assert_reads("Sex|n (%)\nFemale|3 (7%)\nMale|18 (44%)\nNot said|20 (49%)",
                 "Sex|n (%)\nFemale|[c]\nMale|[c]\nNot said|20 (49%)");
    assert_reads("Number of children|East|West\nWith a plan|2|30\n%|10%|60%",
                 "Number of children|East|West\nWith a plan|[c]|[c]\n%|[c]|[c]");
}

static void subtotals_are_understood(void **state)
{
    (void)state;
    assert_reads("School|Boys|Girls|Total|Boys SEN|Girls SEN|Total SEN\nElm|40|30|70|12|3|15",
                 "School|Boys|Girls|Total|Boys SEN|Girls SEN|Total SEN\nElm|40|30|70|[c]|[c]|15");
}

static void what_is_called_all_and_is_no_total_is_a_part(void **state)
{
    (void)state;
    assert_reads("School|Pupils\nElm Park|20\nAll Saints|3\nOak Lane|30\nAsh|40\nTotal|93",
                 "School|Pupils\nElm Park|[c]\nAll Saints|[c]\nOak Lane|30\nAsh|40\nTotal|93");
}

static void lines_with_commas_are_rows(void **state)
{
    (void)state;
    assert_reads("Admissions in 2024;School,Boys,Girls;\"Elm, Upper\",3,\"1,200\";Oak,0,41",
                 "Admissions in 2024;School,Boys,Girls;\"Elm, Upper\",[c],\"1,200\";Oak,0,41");
}

static void tables_of_other_things_stay(void **state)
{
    static const char *const documents[] = {
        "Name|Age|School\nQuilla|3|Elm\nTobin|4|Oak",
        "Date|Weight|Height\n4 May|3|52\n9 May|4|53",
        "Medicine|Dose (mg)|Times per day\nA|4|3\nB|2|1",
        "Scale|Score\nEmotional|4\nConduct|3\nHyperactivity|2\nTotal difficulties|9",
        "Subject|Autumn|Spring\nMaths|3|4\nEnglish|4|2",
        "Visit|Day|House\n1|3|14\n2|4|12",
        "School|From|To\nElm|2012|2015\nOak|2015|2019",
        "Year|Sessions possible|Sessions absent|Total\n2021|4|3|7\n2022|2|4|6",
        "Child|Age|Year\nA|3|1\nB|4|2",
        "Number of bedrooms|3\nNumber of adults|2\nNumber of children|4",
        "Contact|Telephone\nSchool|01632 960123\nGP|01632 960124",
        "No.|Action|By\n1|Call the school|4 May\n2|Meet|5 May\n3|Review|6 May",
        "Point|7 Jan|Hope\nPhysical health|6|7\nKeeping your children safe|3|9\nMoney|2|4",
        "Counts\nWeek|Hits and bites|Left the room|Minutes in class\n1|3|4|610\n2|2|5|585",
        "Preparation|No. of injections|Purpose\nBlank|1|Blank\nSample|2|Analysis",
        "Month|Number of times|Hours at school\nMay|3|4\nJune|2|1",
        "Time|Monday|Tuesday\n9:00|1|2\n10:00|3|4",
        "Area|Average age|Rate per 1,000\nNorth|3|4\nSouth|4|2",
        "Dear Mr Vane,;on 3 May, 2 boys called;3, Elm Road,;4, Oak Road,",
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(documents); i++)
        assert_stays(documents[i]);
}

static void a_caption_can_tell(void **state)
{
    (void)state;
    assert_stays("Term by term\n|Autumn|Spring\nElm|3|20\nOak|11|2");
    assert_reads("Table 1: Number of admissions\n|Autumn|Spring\nElm|3|20\nOak|11|2",
                 "Table 1: Number of admissions\n|Autumn|Spring\nElm|[c]|20\nOak|11|[c]");
}

/* Which numbers belong together nobody can tell. */
static void of_ragged_tables_no_number_stays(void **state)
{
    (void)state;
    assert_reads("School|Boys|Girls\nElm|3|20\nOak|11|0\nUpper|Lower|7|9",
                 "School|Boys|Girls\nElm|[c]|[c]\nOak|[c]|0\nUpper|Lower|[c]|[c]");
}

static void a_number_behind_a_gap_is_a_cell(void **state)
{
    (void)state;
    assert_reads("School|Boys|Girls|Total\nYear 7   4|20|24\nYear 8|12|15|27",
                 "School|Boys|Girls|Total\nYear 7   [c]|[c]|24\nYear 8|12|15|27");
}

static void a_deleted_digit_is_not_read(void **state)
{
    g_autoptr(IsrCounts) counts = isr_counts_new(5);
    g_autoptr(IsrBlock) head = isr_block_new(ISR_BLOCK_ROW, "part");
    g_autoptr(IsrBlock) row = isr_block_new(ISR_BLOCK_ROW, "part");
    g_autoptr(IsrBlock) other = isr_block_new(ISR_BLOCK_ROW, "part");
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    guint n;

    (void)state;
    isr_block_append(head, "School\x1fPupils", -1, 0, ISR_RUN_PLAIN);
    isr_block_append(row, "Elm\x1f", -1, 0, ISR_RUN_PLAIN);
    isr_block_append(row, "4", -1, 1, ISR_RUN_DELETED);
    isr_block_append(row, "2", -1, 2, ISR_RUN_PLAIN);
    isr_block_append(other,
                     "Oak\x1f"
                     "50",
                     -1, 0, ISR_RUN_PLAIN);
    row->index = 1;
    other->index = 2;
    g_ptr_array_add(columns, (gpointer) "School");
    row->columns = other->columns = columns;
    assert_true(isr_counts_learn(counts, head, NULL));
    assert_true(isr_counts_learn(counts, row, NULL));
    assert_true(isr_counts_learn(counts, other, NULL));
    isr_counts_settle(counts);
    assert_non_null(isr_counts_in(counts, 1, &n));
    assert_int_equal(n, 1);
    assert_null(isr_counts_in(counts, 2, &n));
    row->columns = other->columns = NULL;
}

static void a_table_too_long_to_hold_is_refused(void **state)
{
    g_autoptr(IsrCounts) counts = isr_counts_new(5);
    g_autoptr(IsrBlock) row = isr_block_new(ISR_BLOCK_ROW, "part");
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    g_autoptr(GError) error = NULL;
    gboolean borne = TRUE;

    (void)state;
    isr_block_append(row, "School\x1fPupils", -1, 0, ISR_RUN_PLAIN);
    g_ptr_array_add(columns, (gpointer) "School");
    for (guint i = 0; borne && i <= ISR_LIMIT_TABLE_CELLS / 2; i++) {
        row->index = i;
        borne = isr_counts_learn(counts, row, &error);
        isr_block_clear(row);
        isr_block_append(row,
                         "Elm\x1f"
                         "12",
                         -1, 0, ISR_RUN_PLAIN);
        row->columns = columns;
    }
    row->columns = NULL;
    assert_false(borne);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LIMIT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_numbers_go_and_nought_stays),
        cmocka_unit_test(totals_do_not_give_them_back),
        cmocka_unit_test(a_row_that_adds_up_is_a_total),
        cmocka_unit_test(the_total_may_come_first),
        cmocka_unit_test(percentages_go_with_their_counts),
        cmocka_unit_test(subtotals_are_understood),
        cmocka_unit_test(what_is_called_all_and_is_no_total_is_a_part),
        cmocka_unit_test(lines_with_commas_are_rows),
        cmocka_unit_test(tables_of_other_things_stay),
        cmocka_unit_test(a_caption_can_tell),
        cmocka_unit_test(of_ragged_tables_no_number_stays),
        cmocka_unit_test(a_number_behind_a_gap_is_a_cell),
        cmocka_unit_test(a_deleted_digit_is_not_read),
        cmocka_unit_test(a_table_too_long_to_hold_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
