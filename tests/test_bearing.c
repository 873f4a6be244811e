/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the record says of a person as a whole. */
#include "isr_settled.h"

#include "../src/bearing.h"

static const char *const FAMILY[] = {
    "Child: Jayden Okafor, born 3 May 2014",
    "Jayden and Arash Golzari played. Jayden is well. Jayden likes maths.",
    "Mother: Ngozi Okafor",
    NULL,
};

static void each_role_is_more_or_less_likely(void **state)
{
    (void)state;
    Settled settled = settle(FAMILY);

    for (guint i = 0; i < settled.people->clusters->len; i++) {
        const Cluster *cluster = settled.people->clusters->pdata[i];
        double sum = 0;
        for (guint role = 0; role < ISR_N_ROLES; role++)
            sum += cluster->likely[role];
        assert_true(sum > 0.999 && sum < 1.001);
        for (guint role = 0; role < BEARING_ROLES; role++)
            assert_non_null(cluster->because[role]);
    }
    settled_free(&settled);
}

static void features_come_once_and_in_order(void **state)
{
    (void)state;
    Settled settled = settle(FAMILY);
    g_autoptr(Bearings) all = isr_bearings_new(settled.people);
    g_autoptr(GArray) alone = isr_bearing_alone(all, settled.people->clusters->pdata[0]);
    g_autoptr(GArray) among = isr_bearing_among(all, settled.people->clusters->pdata[0]);

    for (guint i = 1; i < among->len; i++)
        assert_true(g_array_index(among, Trait, i - 1).feature <
                    g_array_index(among, Trait, i).feature);
    for (guint i = 1; i < alone->len; i++)
        assert_true(g_array_index(alone, Trait, i - 1).feature <
                    g_array_index(alone, Trait, i).feature);
    settled_free(&settled);
}

static void who_is_likeliest_to_be_the_subject_is_noted(void **state)
{
    (void)state;
    Settled settled = settle(FAMILY);
    g_autoptr(Bearings) all = isr_bearings_new(settled.people);
    const double likely[] = {0.5, 0.2, 0.7};

    for (guint i = 0; i < 3; i++)
        ((Cluster *)settled.people->clusters->pdata[i])->likely[ISR_ROLE_SUBJECT] = likely[i];
    isr_bearings_look(all);
    assert_true(all->best == likely[2] && all->second == likely[0]);
    settled_free(&settled);
}

static void who_is_named_alike_counts_by_what_the_others_are(void **state)
{
    (void)state;
    Settled settled = settle(FAMILY);
    g_autoptr(Bearings) all = isr_bearings_new(settled.people);

    isr_bearings_look(all);
    guint named = 0;
    for (guint way = 0; way < N_NAMED; way++)
        named += all->named[way];
    assert_int_equal(named, 3);
    assert_int_equal(all->named[NAMED_BOTH], 1);
    assert_int_equal(all->named[NAMED_FULLY], 2);
    settled_free(&settled);
}

static void some_of_what_was_found_alone_stays(void **state)
{
    double among[ISR_N_ROLES] = {1}, alone[ISR_N_ROLES] = {0, 1};

    (void)state;
    isr_bearing_blend(among, alone);
    assert_true(among[0] >= among[1] && among[1] > 0);
    assert_true(among[0] + among[1] > 0.999 && among[0] + among[1] < 1.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_role_is_more_or_less_likely),
        cmocka_unit_test(features_come_once_and_in_order),
        cmocka_unit_test(who_is_likeliest_to_be_the_subject_is_noted),
        cmocka_unit_test(who_is_named_alike_counts_by_what_the_others_are),
        cmocka_unit_test(some_of_what_was_found_alone_stays),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
