/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How people are named, and what that adds to what is known of them. */
#include "isr_settled.h"

#include "../src/bearing.h"

static const char *const COURT[] = {
    "Jayden Okafor saw Mr Stopforth.",
    "Leon Sorrell was there. Sorrell ran. Sorrell hid. Jayden is well.",
    NULL,
};

static Cluster *person(const Settled *settled, const char *name)
{
    for (guint i = 0; i < settled->people->mentions->len; i++) {
        const Mention *mention = settled->people->mentions->pdata[i];
        if (strcmp(mention->text, name) == 0)
            return isr_people_cluster(settled->people, i + 1);
    }
    fail_msg("nobody is called %s", name);
    return NULL;
}

/* The value of the feature @tag of who is called @name; 0 if they have none. */
static double value_of(const Settled *settled, const char *name, const char *tag)
{
    g_autoptr(GArray) traits = g_array_new(FALSE, FALSE, sizeof(Trait));

    isr_appellation_put(traits, settled->people, person(settled, name));
    for (guint i = 0; i < traits->len; i++)
        if (g_array_index(traits, Trait, i).feature == isr_standing_feature(tag, "", -1))
            return (double)g_array_index(traits, Trait, i).value;
    return 0;
}

static void people_are_named_in_several_ways(void **state)
{
    (void)state;
    Settled settled = settle(COURT);

    assert_int_equal(isr_appellation(person(&settled, "Jayden Okafor")), NAMED_BOTH);
    assert_int_equal(isr_appellation(person(&settled, "Stopforth")), NAMED_TITLED);
    settled_free(&settled);
}

static void a_surname_without_title_counts_by_its_share(void **state)
{
    (void)state;
    Settled settled = settle(COURT);

    assert_true(value_of(&settled, "Leon Sorrell", "surname alone") > 0.6);
    assert_true(value_of(&settled, "Jayden Okafor", "surname alone") <= 0);
    assert_true(value_of(&settled, "Jayden Okafor", "one word") > 0.4);
    assert_true(value_of(&settled, "Stopforth", "grown up") > 0);
    settled_free(&settled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_are_named_in_several_ways),
        cmocka_unit_test(a_surname_without_title_counts_by_its_share),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
