/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SipHash against its authors' own example, and what a keyed hash must do. */
#include "isr_test.h"

#include "../src/siphash.h"

static const guint8 key[ISR_SIPHASH_KEY_BYTES] = {0, 1, 2,  3,  4,  5,  6,  7,
                                                  8, 9, 10, 11, 12, 13, 14, 15};

/* Appendix A of the paper: the bytes 0 to 14 under the key 0 to 15. */
static void agrees_with_the_paper(void **state)
{
    (void)state;
    assert_true(isr_siphash(key, key, 15) == G_GUINT64_CONSTANT(0xa129ca6149be45e5));
}

static void key_and_length_count(void **state)
{
    guint8 other[ISR_SIPHASH_KEY_BYTES] = {0};
    const guint8 zeros[9] = {0};

    (void)state;
    assert_true(isr_siphash(key, zeros, 8) != isr_siphash(other, zeros, 8));
    assert_true(isr_siphash(key, zeros, 8) != isr_siphash(key, zeros, 9));
    assert_true(isr_siphash(key, zeros, 0) != isr_siphash(key, zeros, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_paper),
        cmocka_unit_test(key_and_length_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
