/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands behind a number's label is read as far as it looks like a number. */
#include "isr_test.h"

#include "../src/coderow.h"

#include <string.h>

#define FEWEST 4

static void assert_row(const char *text, const char *row)
{
    IsrRange range = isr_coderow_read(text, strlen(text), 0, FEWEST);
    g_autofree char *read = g_strndup(text + range.start, range.end - range.start);

    assert_string_equal(read, row);
}

static void digits_in_singles_are_one_row(void **state)
{
    (void)state;
    assert_row("H 2 4 1 7 0 8 5", "H 2 4 1 7 0 8 5");
}

static void capitals_behind_belong_to_it(void **state)
{
    (void)state;
    assert_row("ASC4471820 B", "ASC4471820 B");
    assert_row("NX 40 71 8 B and so on", "NX 40 71 8 B");
}

static void words_end_it(void **state)
{
    (void)state;
    assert_row("so 771 4420 and his mother", "so 771 4420");
    assert_row("CP-1184, seen today", "CP-1184");
}

static void few_digits_or_none_are_no_row(void **state)
{
    (void)state;
    assert_row("not known", "");
    assert_row("see page 12", "");
    assert_row("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_in_singles_are_one_row),
        cmocka_unit_test(capitals_behind_belong_to_it),
        cmocka_unit_test(words_end_it),
        cmocka_unit_test(few_digits_or_none_are_no_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
