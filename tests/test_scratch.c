/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule that finds something in a reading is one that may match there, in columns too. */
#include "isr_test.h"

#include <isredact/patterns.h>

#include "../src/scratch.h"

static IsrPatterns *patterns;

/* How many rules may match in @block; all that do are among them. */
static guint may_match(const IsrBlock *block)
{
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(IsrScratch) plain = isr_scratch_new();
    guint n = 0;

    isr_scratch_read(plain, reading);
    isr_scratch_read(patterns->scratch, reading);
    for (guint i = 0; i < patterns->rules->len; i++) {
        g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IsrMatch));
        gboolean may = isr_scratch_may_match(patterns->scratch, i);

        assert_true(isr_scratch_may_match(plain, i));
        assert_true(isr_rule_match(patterns->rules->pdata[i], patterns->scratch, matches, NULL));
        assert_true(may || matches->len == 0);
        n += may ? 1 : 0;
    }
    return n;
}

static void rules_without_a_place_are_not_asked(void **state)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");

    (void)state;
    isr_block_append(block, "they went out", -1, 0, ISR_RUN_PLAIN);
    const guint few = may_match(block);

    isr_block_append(block, ", NHS number 999 347 6501, seen on 14/03/2025", -1, 0, ISR_RUN_PLAIN);
    assert_true(few < may_match(block));
    assert_true(few < patterns->rules->len / 2);
}

static void columns_have_their_rules_asked(void **state)
{
    g_autoptr(IsrBlock) row = isr_block_new(ISR_BLOCK_ROW, "part");
    g_autoptr(GPtrArray) columns = g_ptr_array_new();

    (void)state;
    isr_block_append(row,
                     "Cat\x1f"
                     "999 347 6501",
                     -1, 0, ISR_RUN_PLAIN);
    const guint before = may_match(row);

    g_ptr_array_add(columns, (gpointer) "Child");
    g_ptr_array_add(columns, (gpointer) "NHS number");
    row->columns = columns;
    assert_true(before < may_match(row));
    row->columns = NULL;
}

static void a_heading_is_remembered_by_its_text(void **state)
{
    guint8 *known = isr_scratch_heading(patterns->scratch, "Telephone");

    (void)state;
    known[3] = 2;
    assert_int_equal(isr_scratch_heading(patterns->scratch, "Telephone")[3], 2);
    assert_int_equal(isr_scratch_heading(patterns->scratch, "Telefone")[3], 0);
    for (guint i = 0; i < 1000; i++) {
        g_autofree char *heading = g_strdup_printf("Column %u", i);

        assert_int_equal(isr_scratch_heading(patterns->scratch, heading)[3], 0);
    }
}

static int load(void **state)
{
    g_autofree char *folder = isr_patterns_folder();

    (void)state;
    patterns = isr_patterns_load(folder, NULL);
    return patterns ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    isr_patterns_free(patterns);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_without_a_place_are_not_asked),
        cmocka_unit_test(columns_have_their_rules_asked),
        cmocka_unit_test(a_heading_is_remembered_by_its_text),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
