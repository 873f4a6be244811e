/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table is all zeros, all of it can be written, and no two share a byte. */
#include "isr_test.h"

#include "../src/largetable.h"

#define LARGE ((gsize)5 * 1024 * 1024 + 7)

static void every_byte_can_be_written(void **state)
{
    guint8 *table = isr_large_table_new(LARGE), *other = isr_large_table_new(1);

    (void)state;
    for (gsize i = 0; i < LARGE; i++) {
        assert_int_equal(table[i], 0);
        table[i] = 0xff;
    }
    assert_int_equal(*other, 0);
    *other = 1;
    for (gsize i = 0; i < LARGE; i++)
        assert_int_equal(table[i], 0xff);
    assert_int_equal(*other, 1);
    g_free(table);
    g_free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_can_be_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
