/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../src/memo.h"

#include "isr_test.h"

static guint64 *find(IsrMemo *memo, guint64 print, gboolean expected)
{
    gboolean known;
    guint64 *answer = isr_memo_find(memo, print, &known);

    assert_int_equal(known, expected);
    assert_int_equal(GPOINTER_TO_SIZE(answer) % 8, 0);
    return answer;
}

static void keeps_each_answer(void **state)
{
    IsrMemo *memo = isr_memo_new(2 * sizeof(guint64), 5000);

    (void)state;
    for (guint64 i = 0; i < 5000; i++) {
        guint64 *answer = find(memo, i << 32, FALSE);

        answer[0] = i;
        answer[1] = ~i;
    }
    for (guint64 i = 0; i < 5000; i++) {
        const guint64 *answer = find(memo, i << 32, TRUE);

        assert_true(answer[0] == i && answer[1] == ~i);
    }
    isr_memo_free(memo);
}

/* Fingerprints that agree in half of their bits, or are 0, are told apart. */
static void tells_prints_apart(void **state)
{
    IsrMemo *memo = isr_memo_new(1, 8);

    (void)state;
    find(memo, 0, FALSE);
    find(memo, 7, FALSE);
    find(memo, G_GUINT64_CONSTANT(7) << 32 | 7, FALSE);
    find(memo, 7, TRUE);
    find(memo, 0, TRUE);
    isr_memo_free(memo);
}

static void forgets_all_when_full(void **state)
{
    IsrMemo *memo = isr_memo_new(sizeof(guint64), 4);

    (void)state;
    for (guint64 i = 1; i <= 4; i++)
        find(memo, i, FALSE);
    find(memo, 4, TRUE);
    find(memo, 5, FALSE);
    find(memo, 5, TRUE);
    find(memo, 4, FALSE);
    isr_memo_free(memo);
    isr_memo_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_each_answer),
        cmocka_unit_test(tells_prints_apart),
        cmocka_unit_test(forgets_all_when_full),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
