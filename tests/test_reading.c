/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * However a word is written, it is read the same, and every byte leads back. */
#include "isr_test.h"

#include <isredact/reading.h>

static void assert_reads(const char *written, const char *read)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");

    isr_block_append(block, written, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    assert_string_equal(reading->text->str, read);
    assert_int_equal(reading->origins->len, reading->text->len);
}

static void odd_characters_are_read_plain(void **state)
{
    (void)state;
    assert_reads("Quen\xC2\xADne\xE2\x80\x8Bville", "Quenneville");
    assert_reads("999\xC2\xA0"
                 "123\xE2\x80\xAF"
                 "4567",
                 "999 123 4567");
    assert_reads("999\xE2\x80\x91"
                 "123",
                 "999-123");
    assert_reads("O\xE2\x80\x99Neill", "O'Neill");
    assert_reads("\xEF\xBC\xB1uill\xEF\xBC\x91", "Quill1");
    assert_reads("\xEF\x81\x91\xEF\x81\xB5", "Qu");
    assert_reads("a\tb", "a b");
    assert_reads("\xEF\xAC\x81n", "fin");
}

static void accents_are_composed(void **state)
{
    (void)state;
    assert_reads("Zoe\xCC\x88", "Zo\xC3\xAB");
    assert_reads("Zo\xC3\xAB", "Zo\xC3\xAB");
}

static void a_range_leads_back_over_invisible_marks(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");

    isr_block_append(block,
                     "x Jay\xC2\xAD\xC2\xAD"
                     "den\xE2\x80\x8B y",
                     -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    IsrRange origin = isr_reading_origin(reading, 2, 8);

    assert_string_equal(reading->text->str, "x Jayden y");
    assert_int_equal(origin.start, 2);
    assert_int_equal(origin.end, 15);
}

static void tracked_changes_have_three_views(void **state)
{
    (void)state;
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");

    isr_block_append(block, "Quen", -1, 0, ISR_RUN_PLAIN);
    isr_block_append(block, "xyz", -1, 1, ISR_RUN_DELETED);
    isr_block_append(block, "ne", -1, 2, ISR_RUN_INSERTED);
    isr_block_append(block, "ville", -1, 3, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) after = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(IsrReading) before = isr_reading_new(block, ISR_VIEW_BEFORE);
    g_autoptr(IsrReading) all = isr_reading_new(block, ISR_VIEW_ALL);

    assert_true(isr_reading_has_views(block));
    assert_string_equal(after->text->str, "Quenneville");
    assert_string_equal(before->text->str, "Quenxyzville");
    assert_string_equal(all->text->str, "Quenxyzneville");
    IsrRange origin = isr_reading_origin(after, 0, 11);
    assert_int_equal(origin.start, 0);
    assert_int_equal(origin.end, 14);
}

static void squeezing_forgets_case_accents_and_signs(void **state)
{
    (void)state;
    g_autofree char *name = isr_squeeze("O\xE2\x80\x99Neill-\xC5\x81ukasz, ZO\xC3\x8B", -1);
    g_autofree char *number = isr_squeeze("999-123 4567", -1);

    assert_string_equal(name, "oneilllukaszzoe");
    assert_string_equal(number, "9991234567");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_characters_are_read_plain),
        cmocka_unit_test(accents_are_composed),
        cmocka_unit_test(a_range_leads_back_over_invisible_marks),
        cmocka_unit_test(tracked_changes_have_three_views),
        cmocka_unit_test(squeezing_forgets_case_accents_and_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
