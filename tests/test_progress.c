/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a long run is, in words. */
#include "isr_test.h"

#include "../src/batch/progress.h"

static void assert_text(guint64 done, guint64 total, double seconds, guint width,
                        const char *expected)
{
    g_autofree char *text = isr_progress_text("redacting", done, total, seconds, width);

    assert_string_equal(text, expected);
}

static void rate_and_time_left_are_told(void **state)
{
    (void)state;
    assert_text(0, 10, 0, 0, "redacting 0 of 10");
    assert_text(5, 10, 10, 0, "redacting 5 of 10, 0.5 a second, 10 s left");
    assert_text(100, 10000, 50, 0, "redacting 100 of 10000, 2.0 a second, 82 min left");
    assert_text(100, 100000, 50, 0, "redacting 100 of 100000, 2.0 a second, 13.9 h left");
}

static void a_bar_is_drawn(void **state)
{
    (void)state;
    assert_text(5, 10, 5, 10, "redacting [#####.....] 5 of 10, 1.0 a second, 5 s left");
    assert_text(0, 0, 0, 4, "redacting [####] 0 of 0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rate_and_time_left_are_told),
        cmocka_unit_test(a_bar_is_drawn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
