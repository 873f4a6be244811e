/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "isr_test.h"

#include "../src/batch/meter.h"

#include <isredact/error.h>

/* One copy that tells @facts ("age=10 to 15;sex=male") of person @number. */
static char *copy_of(guint number, gboolean subject, const char *facts)
{
    g_autofree char *identity = g_strdup_printf("%064x", number);
    g_autoptr(GPtrArray) quasis = isr_quasis_new();
    IsrQuasiPerson *person = isr_quasis_add(quasis, identity, subject);
    g_auto(GStrv) each = g_strsplit(facts, ";", -1);

    for (guint i = 0; each[i]; i++) {
        g_auto(GStrv) halves = g_strsplit(each[i], "=", 2);

        for (guint kind = 0; *each[i] && kind < ISR_N_QUASI; kind++)
            if (g_str_equal(isr_quasi_id((IsrQuasiKind)kind), halves[0]))
                isr_quasi_tell(person, (IsrQuasiKind)kind, halves[1]);
    }
    return isr_quasis_json(quasis);
}

static void tell(IsrMeter *meter, guint number, const char *facts)
{
    g_autofree char *copy = copy_of(number, TRUE, facts);

    assert_true(isr_meter_read(meter, copy, NULL));
}

static const IsrMeterPerson *nth(const IsrMeter *meter, guint n)
{
    return &g_array_index(isr_meter_singled(meter), IsrMeterPerson, n);
}

static const IsrMeterRemedy *remedy(const IsrMeter *meter, guint n)
{
    assert_true(n < isr_meter_remedies(meter)->len);
    return &g_array_index(isr_meter_remedies(meter), IsrMeterRemedy, n);
}

static void who_has_company_is_not_singled_out(void **state)
{
    g_autoptr(IsrMeter) meter = isr_meter_new(3);

    (void)state;
    for (guint i = 1; i <= 3; i++)
        tell(meter, i, "age=10 to 15;sex=female;district=CH42");
    isr_meter_settle(meter);
    assert_int_equal(isr_meter_people(meter, TRUE), 3);
    assert_int_equal(isr_meter_singled(meter)->len, 0);
    assert_int_equal(isr_meter_best(meter), ISR_METER_NONE);
}

static void the_cheapest_change_is_found(void **state)
{
    g_autoptr(IsrMeter) meter = isr_meter_new(3);

    (void)state;
    tell(meter, 1, "age=10 to 15;district=CH42");
    tell(meter, 2, "age=10 to 15;district=CH42");
    tell(meter, 3, "age=10 to 15;district=CH42");
    tell(meter, 4, "age=10 to 15;district=CH41");
    isr_meter_settle(meter);
    assert_int_equal(isr_meter_singled(meter)->len, 1);
    assert_int_equal(nth(meter, 0)->alike, 1);
    assert_int_equal(nth(meter, 0)->kinds, 1 << ISR_QUASI_AGE | 1 << ISR_QUASI_DISTRICT);
    const IsrMeterRemedy *best = remedy(meter, nth(meter, 0)->remedy);

    assert_int_equal(best->n, 1);
    assert_int_equal(best->changes[0].kind, ISR_QUASI_DISTRICT);
    assert_false(best->changes[0].drop);
    assert_int_equal(best->lost, 4);
    assert_int_equal(isr_meter_best(meter), nth(meter, 0)->remedy);
}

/* A condition of one costs less to drop than the districts of all to make coarse. */
static void what_few_have_is_dropped_first(void **state)
{
    g_autoptr(IsrMeter) meter = isr_meter_new(3);

    (void)state;
    tell(meter, 1, "sex=male;condition=blood/00112233445566aa");
    for (guint i = 2; i <= 5; i++)
        tell(meter, i, "sex=male");
    isr_meter_settle(meter);
    assert_int_equal(isr_meter_singled(meter)->len, 1);
    const IsrMeterRemedy *best = remedy(meter, isr_meter_best(meter));

    assert_int_equal(best->changes[0].kind, ISR_QUASI_CONDITION);
    assert_true(best->changes[0].drop);
    assert_int_equal(best->lost, 2);
    assert_int_equal(best->helped, 1);
}

static void two_changes_where_one_is_not_enough(void **state)
{
    g_autoptr(IsrMeter) meter = isr_meter_new(4);

    (void)state;
    tell(meter, 1, "sex=male;religion=00112233445566aa");
    tell(meter, 2, "sex=female;religion=00112233445566aa");
    tell(meter, 3, "sex=male;religion=00112233445566bb");
    tell(meter, 4, "sex=female;religion=00112233445566bb");
    isr_meter_settle(meter);
    assert_int_equal(isr_meter_singled(meter)->len, 4);
    const IsrMeterRemedy *best = remedy(meter, isr_meter_best(meter));

    assert_int_equal(best->n, 2);
    assert_int_equal(best->helped, 4);
    assert_int_equal(best->lost, 16);
}

static void some_cannot_be_helped(void **state)
{
    g_autoptr(IsrMeter) meter = isr_meter_new(3);

    (void)state;
    tell(meter, 1, "sex=male");
    tell(meter, 2, "sex=female");
    isr_meter_settle(meter);
    assert_int_equal(isr_meter_singled(meter)->len, 2);
    assert_int_equal(nth(meter, 0)->remedy, ISR_METER_NONE);
    assert_int_equal(isr_meter_best(meter), ISR_METER_NONE);
}

/* What one agency's copy tells and what another's does come together. */
static void copies_of_one_person_add_up_in_any_order(void **state)
{
    static const guint orders[][4] = {{0, 1, 2, 3}, {3, 1, 0, 2}};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(orders); i++) {
        g_autoptr(IsrMeter) meter = isr_meter_new(2);
        static const char *const facts[] = {"sex=male", "district=CH42;sex=male", "sex=male",
                                            "age=5 to 9"};
        static const guint who[] = {1, 2, 3, 1};

        for (guint j = 0; j < 4; j++)
            tell(meter, who[orders[i][j]], facts[orders[i][j]]);
        isr_meter_settle(meter);
        assert_int_equal(isr_meter_people(meter, TRUE), 3);
        assert_int_equal(isr_meter_singled(meter)->len, 3);
        assert_int_equal(nth(meter, 0)->kinds, 1 << ISR_QUASI_SEX | 1 << ISR_QUASI_AGE);
        assert_int_equal(nth(meter, 1)->kinds, 1 << ISR_QUASI_SEX | 1 << ISR_QUASI_DISTRICT);
    }
}

static void others_are_no_company_for_subjects(void **state)
{
    g_autoptr(IsrMeter) meter = isr_meter_new(2);
    g_autofree char *other = copy_of(2, FALSE, "sex=male");

    (void)state;
    tell(meter, 1, "sex=male");
    assert_true(isr_meter_read(meter, other, NULL));
    isr_meter_settle(meter);
    assert_int_equal(isr_meter_people(meter, FALSE), 1);
    assert_int_equal(isr_meter_singled(meter)->len, 2);
    assert_true(nth(meter, 0)->subject);
    assert_false(nth(meter, 1)->subject);
}

static void of_whom_nothing_is_told_nobody_is_singled_out(void **state)
{
    g_autoptr(IsrMeter) meter = isr_meter_new(5);

    (void)state;
    tell(meter, 1, "");
    isr_meter_settle(meter);
    assert_int_equal(isr_meter_singled(meter)->len, 0);
}

static void what_cannot_be_understood_is_refused(void **state)
{
    g_autoptr(IsrMeter) meter = isr_meter_new(5);
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_false(isr_meter_read(meter, "{\"version\":1}", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
    assert_int_equal(isr_meter_people(meter, TRUE), 0);
}

/* Whoever is told to be helped is, when the batch is made coarser so and measured again. */
static void remedies_keep_their_word(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    static const char *const ages[] = {"under 5", "5 to 9", "10 to 15", "16 to 17"};

    (void)state;
    for (guint batch = 0; batch < 30; batch++) {
        g_autoptr(IsrMeter) meter = isr_meter_new(4);
        g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);

        for (guint i = 0; i < 24; i++) {
            char *facts = g_strdup_printf(
                "age=%s;sex=%s;district=CH4%d", ages[g_rand_int_range(random, 0, 4)],
                g_rand_boolean(random) ? "male" : "female", g_rand_int_range(random, 0, 3));

            g_ptr_array_add(all, facts);
            tell(meter, i, facts);
        }
        isr_meter_settle(meter);
        if (isr_meter_best(meter) == ISR_METER_NONE)
            continue;
        const IsrMeterRemedy *best = remedy(meter, isr_meter_best(meter));
        g_autoptr(IsrMeter) after = isr_meter_new(4);

        for (guint i = 0; i < all->len; i++) {
            g_auto(GStrv) facts = g_strsplit(all->pdata[i], ";", -1);
            g_autoptr(GString) left = g_string_new(NULL);

            for (guint j = 0; facts[j]; j++) {
                g_auto(GStrv) halves = g_strsplit(facts[j], "=", 2);
                gboolean gone = FALSE;

                for (guint c = 0; c < best->n; c++)
                    gone = gone || g_str_equal(isr_quasi_id(best->changes[c].kind), halves[0]);
                if (!gone)
                    g_string_append_printf(left, "%s;", facts[j]);
            }
            tell(after, i, left->str);
        }
        isr_meter_settle(after);
        /* All changes as drops leave at most as many as the remedy itself. */
        assert_true(isr_meter_singled(after)->len + best->helped <= isr_meter_singled(meter)->len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_company_is_not_singled_out),
        cmocka_unit_test(the_cheapest_change_is_found),
        cmocka_unit_test(what_few_have_is_dropped_first),
        cmocka_unit_test(two_changes_where_one_is_not_enough),
        cmocka_unit_test(some_cannot_be_helped),
        cmocka_unit_test(copies_of_one_person_add_up_in_any_order),
        cmocka_unit_test(others_are_no_company_for_subjects),
        cmocka_unit_test(of_whom_nothing_is_told_nobody_is_singled_out),
        cmocka_unit_test(what_cannot_be_understood_is_refused),
        cmocka_unit_test(remedies_keep_their_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
