/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the score calls found, missed and lost. */
#include "isr_test.h"

#include "build.h"
#include "compare.h"
#include "copytext.h"
#include "isr_gold.h"

#include <string.h>

static IsrComparison *compare(const IsrGold *gold, const char *copy)
{
    g_autoptr(IsrCollation) collation = isr_collate(gold, copy);

    return isr_compare(collation);
}

static gboolean found(const IsrComparison *comparison, guint nth)
{
    const IsrVerdict *verdict = comparison->verdicts->pdata[nth];

    return verdict->found;
}

static void a_span_whose_words_are_gone_is_found(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold =
        gold_from("", "Seen <e c=\"name\" p=\"p1\">Ann Bell</e>'s mum and <e c=\"name\">Jo</e>.");
    g_autoptr(IsrComparison) comparison = compare(gold, "Seen [NAME]'s mum and Jo.");

    assert_int_equal(comparison->verdicts->len, 2);
    assert_true(found(comparison, 0));
    assert_false(found(comparison, 1));
    assert_int_equal(comparison->words, 4);
    assert_int_equal(comparison->lost, 0);
}

static void half_a_name_is_not_found(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "Seen <e c=\"name\" p=\"p1\">Ann Bell</e> today.");
    g_autoptr(IsrComparison) surname = compare(gold, "Seen [NAME] Bell today.");
    g_autoptr(IsrComparison) rest = compare(gold, "Seen [NAME]ell today.");

    assert_false(found(surname, 0));
    assert_false(found(rest, 0));
}

static void an_address_without_its_street_may_keep_the_word_road(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "Lives at <e c=\"address\">3 Mill Road</e>.");
    g_autoptr(IsrComparison) road = compare(gold, "Lives at [ADDRESS] Road.");
    g_autoptr(IsrComparison) mill = compare(gold, "Lives at [ADDRESS] Mill Road.");

    assert_true(found(road, 0));
    assert_false(found(mill, 0));
}

static void the_same_word_elsewhere_is_no_leak(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold =
        gold_from("", "In <e c=\"name\">May</e>'s room. In May she may go. May be.");
    g_autoptr(IsrComparison) comparison =
        compare(gold, "In [NAME]'s room. In May she may go. May be.");

    assert_true(found(comparison, 0));
    assert_int_equal(comparison->lost, 0);
}

static void words_that_nobody_marked_are_lost(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "Form SZ-4 v2 is in <e c=\"name\">Ann</e>'s tray.");
    g_autoptr(IsrComparison) comparison = compare(gold, "Form [REF] v2 is in [NAME]'s tray.");

    assert_int_equal(comparison->words, 8);
    assert_int_equal(comparison->lost, 2);
    assert_int_equal(comparison->losses->len, 1);
    assert_non_null(strstr(((const IsrLoss *)comparison->losses->pdata[0])->text, "<SZ 4>"));
}

static void words_of_a_sensitive_sentence_may_go(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold =
        gold_from("", "Kept. <s c=\"health\" r=\"subject\">Has asthma.</s> Kept too.");
    g_autoptr(IsrComparison) comparison = compare(gold, "Kept. Kept too.");

    assert_int_equal(comparison->words, 3);
    assert_int_equal(comparison->lost, 0);
}

static void a_reference_in_brackets_is_no_label(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "OFFICIAL [LCS <e c=\"case-ref\">2280913</e>]");
    g_autoptr(IsrComparison) comparison = compare(gold, "OFFICIAL [LCS 2280913]");

    assert_false(found(comparison, 0));
    assert_int_equal(comparison->lost, 0);
}

/* What the builders write and copytext reads is the gold's text, in each format. */
static void documents_say_what_the_gold_says(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold =
        gold_from("<header>Top</header>",
                  "# Head\n| a  b | <e c=\"email\">a@b.example</e> |\n\n- x<del>gone</del>"
                  "<ins>y &amp; z</ins><note>see</note> <e c=\"nhs-number\">999\n123</e> &lt;w>");

    for (guint i = 0; isr_builds[i]; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = isr_builds[i]->build(gold);
        g_autofree char *text = isr_copytext(isr_builds[i], bytes, &error);

        assert_no_error(error);
        g_autoptr(IsrComparison) comparison = compare(gold, text);

        assert_int_equal(comparison->lost, 0);
        assert_false(found(comparison, 0));
        assert_false(found(comparison, 1));
        assert_null(strstr(text, "gone"));
        assert_null(strstr(text, "see"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_span_whose_words_are_gone_is_found),
        cmocka_unit_test(half_a_name_is_not_found),
        cmocka_unit_test(an_address_without_its_street_may_keep_the_word_road),
        cmocka_unit_test(the_same_word_elsewhere_is_no_leak),
        cmocka_unit_test(words_that_nobody_marked_are_lost),
        cmocka_unit_test(words_of_a_sensitive_sentence_may_go),
        cmocka_unit_test(a_reference_in_brackets_is_no_label),
        cmocka_unit_test(documents_say_what_the_gold_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
