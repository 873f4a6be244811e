/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spots answer as asking all findings would, in whatever order these come. */
#include "isr_test.h"

#include "../src/spots.h"

static gboolean overlaps_any(const GArray *findings, IsrRange range)
{
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *one = &g_array_index(findings, IsrFinding, i);
        if (!isr_category_is_topic(one->category) && one->range.start < range.end &&
            range.start < one->range.end)
            return TRUE;
    }
    return FALSE;
}

static GArray *some_findings(GRand *random)
{
    GArray *findings = isr_findings_new();

    for (gint n = g_rand_int_range(random, 0, 12); n > 0; n--) {
        const gsize start = (gsize)g_rand_int_range(random, 0, 90);
        const IsrFinding one = {
            .range = {start, start + (gsize)g_rand_int_range(random, 1, 10)},
            .category = n % 4 == 0 ? ISR_CATEGORY_HEALTH : ISR_CATEGORY_NAME,
        };
        g_array_append_val(findings, one);
    }
    return findings;
}

static void they_answer_as_all_findings_would(void **state)
{
    GRand *random = g_rand_new_with_seed(7);
    guint yes = 0, no = 0;

    (void)state;
    for (guint round = 0; round < 500; round++) {
        g_autoptr(GArray) findings = some_findings(random);
        g_autoptr(GArray) spots = isr_spots_of(findings, FALSE);

        for (gsize at = 0; at < 100; at += 3) {
            const IsrRange range = {at, at + 1 + at % 5};
            const gboolean any = overlaps_any(findings, range);

            assert_int_equal(isr_spots_overlap(spots, range), any);
            yes += any;
            no += !any;
        }
    }
    assert_true(yes > 1000 && no > 1000);
    g_rand_free(random);
}

static void sentences_count_where_they_are_asked_for(void **state)
{
    g_autoptr(GArray) findings = isr_findings_new();
    const IsrFinding sentence = {.range = {2, 9}, .category = ISR_CATEGORY_HEALTH};

    (void)state;
    g_array_append_val(findings, sentence);
    g_autoptr(GArray) with = isr_spots_of(findings, TRUE), without = isr_spots_of(findings, FALSE);
    assert_true(isr_spots_overlap(with, (IsrRange){8, 10}));
    assert_false(isr_spots_overlap(with, (IsrRange){9, 10}));
    assert_false(isr_spots_overlap(without, (IsrRange){8, 10}));
    assert_int_equal(isr_spots_before(with, 2), 0);
    assert_int_equal(isr_spots_before(with, 3), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_answer_as_all_findings_would),
        cmocka_unit_test(sentences_count_where_they_are_asked_for),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
