/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sums of the score: the worst format counts, and each figure counts what it says. */
#include "isr_test.h"

#include "isr_gold.h"
#include "tally.h"

#include <string.h>

static void add_copy(IsrTally *tally, guint format, const IsrGold *gold, const char *copy)
{
    g_autoptr(IsrCollation) collation = isr_collate(gold, copy);
    g_autoptr(IsrComparison) comparison = isr_compare(collation);

    isr_tally_add(tally, format, comparison);
}

static gboolean is_about(double value, double expected)
{
    return value > expected - 0.01 && value < expected + 0.01;
}

static const char BODY[] =
    "Seen <e c=\"name\" p=\"p1\">Ann</e>, <e c=\"name\" p=\"p3\">Sam</e> and <e c=\"name\" "
    "p=\"p2\">Joe</e> on <e c=\"date\">4 May 2025</e>, tel <e c=\"phone\">01632 960001</e>.";

static void the_worst_format_counts(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", BODY);
    g_autoptr(IsrTally) tally = isr_tally_new();

    add_copy(tally, 0, gold, "Seen [NAME], [NAME] and [NAME] on [DATE], tel [PHONE].");
    assert_true(is_about(isr_tally_names(tally), 100.0));
    add_copy(tally, 1, gold, "Seen Ann, [NAME] and Joe on 4 May 2025, [PHONE].");
    assert_true(is_about(isr_tally_names(tally), 100.0 / 3));
    assert_true(is_about(isr_tally_structured(tally), 100.0));
    assert_true(is_about(isr_tally_direct(tally), 50.0));   /* a date is none */
    assert_true(is_about(isr_tally_needless(tally), 25.0)); /* "tel" of four words */
    assert_true(is_about(isr_tally_gap(tally), 100.0));     /* roma all, other none */
}

static void people_count_once_each(void **state)
{
    static const IsrFinding SUBJECT = {.role = ISR_ROLE_SUBJECT, .person = 1};
    static const IsrFinding FAMILY = {.role = ISR_ROLE_FAMILY, .person = 2};

    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", BODY);
    g_autoptr(IsrTally) tally = isr_tally_new();
    g_autoptr(GArray) attributions = g_array_new(FALSE, FALSE, sizeof(IsrAttribution));
    const IsrAttribution given[] = {{.person = gold->people->pdata[0], .finding = &SUBJECT},
                                    {.person = gold->people->pdata[0], .finding = &SUBJECT},
                                    {.person = gold->people->pdata[1], .finding = NULL},
                                    {.person = gold->people->pdata[2], .finding = &FAMILY}};

    g_array_append_vals(attributions, given, G_N_ELEMENTS(given));
    g_autoptr(IsrCast) cast = isr_cast(gold, attributions, NULL);

    isr_tally_attribute(tally, 0, attributions);
    isr_tally_cast(tally, 0, cast);
    assert_true(is_about(isr_tally_people(tally), 50.0)); /* Joe was not found */
    g_autofree char *text = isr_tally_text(tally);

    assert_non_null(strstr(text, "taken for somebody else"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worst_format_counts),
        cmocka_unit_test(people_count_once_each),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
