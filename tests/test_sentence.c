/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the score calls a sentence that is gone. */
#include "isr_test.h"

#include "isr_gold.h"
#include "sentence.h"

#include <string.h>

static GPtrArray *sentences_of(const IsrGold *gold, const char *copy)
{
    g_autofree char *profiles = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrProfile) profile = isr_profile_load(profiles, "education", &error);

    assert_no_error(error);
    g_autoptr(IsrCollation) collation = isr_collate(gold, copy);

    return isr_sentences(collation, profile);
}

static const IsrSentence *nth(const GPtrArray *sentences, guint number)
{
    assert_true(number < sentences->len);
    return sentences->pdata[number];
}

static void the_profile_says_which_sentences_go(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold =
        gold_from("", "Intro of it. <s c=\"criminal\" r=\"family\">Dad was fined for theft.</s> "
                      "<s c=\"health\" r=\"subject\">Ann has asthma.</s>");
    g_autoptr(GPtrArray) left =
        sentences_of(gold, "Intro of it. Dad was fined for theft. Ann has asthma.");
    g_autoptr(GPtrArray) gone = sentences_of(gold, "Intro of it. [Removed: criminal, family]");

    assert_int_equal(left->len, 3);
    assert_false(nth(left, 0)->due);
    assert_true(nth(left, 1)->due);
    assert_false(nth(left, 2)->due);
    assert_false(nth(left, 1)->gone);
    assert_false(nth(gone, 0)->gone);
    assert_true(nth(gone, 1)->gone);
    assert_true(nth(gone, 2)->gone);
    assert_string_equal(nth(gone, 1)->text, "Dad was fined for theft.");
}

/* A name in it that goes, or stays, says nothing about the sentence. */
static void identifiers_do_not_count(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from(
        "", "<s c=\"finance\" r=\"family\"><e c=\"name\" p=\"p2\">Joe Bell</e> owes rent.</s>\n"
            "Seen <e c=\"name\" p=\"p2\">Joe Bell, Joseph Bell, Joey Bell</e> today.");
    g_autoptr(GPtrArray) sentences = sentences_of(gold, "[NAME] owes rent.\nSeen [NAME] today.");
    g_autoptr(GPtrArray) name_left = sentences_of(gold, "Joe Bell.\nSeen [NAME] today.");

    assert_false(nth(sentences, 0)->gone);
    assert_false(nth(sentences, 1)->gone);
    assert_true(nth(name_left, 0)->gone);
}

static void half_a_sentence_is_not_gone(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from(
        "", "<s c=\"criminal\" r=\"family\">Dad was fined for theft from a shop in May.</s>");
    g_autoptr(GPtrArray) half = sentences_of(gold, "Dad was fined [REMOVED]");
    g_autoptr(GPtrArray) nearly = sentences_of(gold, "[REMOVED] in May");

    assert_false(nth(half, 0)->gone);
    assert_true(nth(nearly, 0)->gone);
}

static void unmarked_text_is_cut_at_stops_and_cells(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "Seen by Dr. Hill, 3.5 hours. \"All well?\" Yes it is\n"
                                            "| Needs now | Help with reading. More to come | No |");
    g_autoptr(GPtrArray) sentences = sentences_of(gold, "");

    assert_int_equal(sentences->len, 6);
    assert_string_equal(nth(sentences, 0)->text, "Seen by Dr. Hill, 3.5 hours.");
    assert_non_null(strstr(nth(sentences, 1)->text, "All well?"));
    assert_non_null(strstr(nth(sentences, 3)->text, "Needs now"));
    assert_non_null(strstr(nth(sentences, 5)->text, "More to come"));
    assert_true(nth(sentences, 5)->gone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_profile_says_which_sentences_go),
        cmocka_unit_test(identifiers_do_not_count),
        cmocka_unit_test(half_a_sentence_is_not_gone),
        cmocka_unit_test(unmarked_text_is_cut_at_stops_and_cells),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
