/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "isr_test.h"

#include "../src/countcell.h"

#include <string.h>

static const struct {
    const char *text;
    IsrCountCellKind kind;
    guint64 value;
    gboolean percent;
} cells[] = {
    {"3", ISR_COUNTCELL_WHOLE, 3, FALSE},
    {"  12\n", ISR_COUNTCELL_WHOLE, 12, FALSE},
    {"0", ISR_COUNTCELL_WHOLE, 0, FALSE},
    {"1,204", ISR_COUNTCELL_WHOLE, 1204, FALSE},
    {"1,204,300", ISR_COUNTCELL_WHOLE, 1204300, FALSE},
    {"3*", ISR_COUNTCELL_WHOLE, 3, FALSE},
    {"3†", ISR_COUNTCELL_WHOLE, 3, FALSE},
    {"3 (7%)", ISR_COUNTCELL_WHOLE, 3, TRUE},
    {"3\n(7.3 %)", ISR_COUNTCELL_WHOLE, 3, TRUE},
    {"7%", ISR_COUNTCELL_SHARE, 0, TRUE},
    {"(7%)", ISR_COUNTCELL_SHARE, 0, TRUE},
    {"7.3", ISR_COUNTCELL_SHARE, 0, FALSE},
    {"", ISR_COUNTCELL_EMPTY, 0, FALSE},
    {"–", ISR_COUNTCELL_EMPTY, 0, FALSE},
    {"-----", ISR_COUNTCELL_EMPTY, 0, FALSE},
    {"*", ISR_COUNTCELL_LOST, 0, FALSE},
    {"<5", ISR_COUNTCELL_LOST, 0, FALSE},
    {"≤ 4", ISR_COUNTCELL_LOST, 0, FALSE},
    {"[c]", ISR_COUNTCELL_LOST, 0, FALSE},
    {"07700 900123", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"07700900123", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"12345678", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"12,3", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"1,2345", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"4/5/2021", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"10:30", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"3 mg", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"£3", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"5 to 9", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"-3", ISR_COUNTCELL_WORDS, 0, FALSE},
    {"North", ISR_COUNTCELL_WORDS, 0, FALSE},
};

static void each_cell_is_what_it_says(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cells); i++) {
        const IsrCountCell cell = isr_countcell_read(cells[i].text, strlen(cells[i].text));

        if (cell.kind != cells[i].kind || cell.percent != cells[i].percent)
            fail_msg("\"%s\" is read as %d", cells[i].text, cell.kind);
        if (cell.kind == ISR_COUNTCELL_WHOLE)
            assert_int_equal(cell.value, cells[i].value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_cell_is_what_it_says)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
