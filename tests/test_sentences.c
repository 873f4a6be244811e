/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where sentences begin and end. */
#include "isr_test.h"

#include <isredact/patterns.h>

#include "../src/sentences.h"

#include <string.h>

static IsrLists *lists;

static int load_lists(void **state)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "lists", NULL);
    g_autoptr(GError) error = NULL;

    (void)state;
    lists = isr_lists_load(folder, &error);
    assert_no_error(error);
    return 0;
}

static int free_lists(void **state)
{
    (void)state;
    isr_lists_free(lists);
    return 0;
}

/* The sentences of @text, parted by '|'; free with g_free(). */
static char *cut(const char *text)
{
    g_autoptr(GString) string = g_string_new(text);
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(IsrSentence));
    GString *all = g_string_new(NULL);

    isr_sentences_find(string, lists, sentences);
    for (guint i = 0; i < sentences->len; i++) {
        IsrRange range = g_array_index(sentences, IsrSentence, i).range;

        g_string_append_printf(all, "%s%.*s", i ? "|" : "", (int)(range.end - range.start),
                               text + range.start);
    }
    return g_string_free(all, FALSE);
}

static void assert_cut(const char *text, const char *wanted)
{
    g_autofree char *found = cut(text);

    assert_string_equal(found, wanted);
}

static void full_stops_end_sentences_but_for_abbreviations(void **state)
{
    (void)state;
    assert_cut("He left. She stayed! Why? Nobody knows.",
               "He left.|She stayed!|Why?|Nobody knows.");
    assert_cut("Dr. Example saw J. K. Sample at approx. 10 a.m. on 3.5.25.",
               "Dr. Example saw J. K. Sample at approx. 10 a.m. on 3.5.25.");
    assert_cut("It weighs 2.5 kg, e.g. flour. See no. 4 of it.",
               "It weighs 2.5 kg, e.g. flour.|See no. 4 of it.");
    assert_cut("ok. came home late. mum was out", "ok.|came home late.|mum was out");
}

static void quotations_and_brackets_stay_with_their_sentence(void **state)
{
    (void)state;
    assert_cut("She said \"I am tired.\" Then she slept.",
               "She said \"I am tired.\"|Then she slept.");
    assert_cut("\"Why?\" he asked (twice). No answer.", "\"Why?\" he asked (twice).|No answer.");
    assert_cut("He waited ... and left.", "He waited ... and left.");
}

static void items_cells_and_lines_stand_for_themselves(void **state)
{
    (void)state;
    assert_cut("- one thing\n- another\n2. a third", "one thing|another|a third");
    assert_cut("Health\x1f"
               "Well\x1f"
               "Seen. Fine.",
               "Health|Well|Seen.|Fine.");
    assert_cut("Age 9\nClass 4K\nWell liked", "Age 9|Class 4K|Well liked");
    assert_cut("> quoted text.\n> more", "quoted text.|more");
}

static void a_line_that_the_page_broke_goes_on(void **state)
{
    (void)state;
    assert_cut("The plan was agreed by everybody at the meeting in the\nlibrary and it will be "
               "reviewed. Nobody was\nabsent.",
               "The plan was agreed by everybody at the meeting in the\nlibrary and it will be "
               "reviewed.|Nobody was\nabsent.");
}

static void stamps_of_messages_are_no_part(void **state)
{
    (void)state;
    assert_cut("[04/09/2025, 21:12:50] Jodie E: u there? ring me", "u there?|ring me");
    assert_cut("21:58 PC 5580 SAMPLE: one male detained", "one male detained");
}

static void the_programs_marks_stand_alone(void **state)
{
    (void)state;
    assert_cut("Well. [Removed: health, family] He left.",
               "Well.|[Removed: health, family]|He left.");
}

static void what_never_ends_is_cut(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(IsrSentence));

    (void)state;
    for (guint i = 0; i < 20000; i++)
        g_string_append(text, "word ");
    isr_sentences_find(text, lists, sentences);
    assert_true(sentences->len > 30);
}

static void it_is_known_which_cell_and_whether_all_of_it(void **state)
{
    g_autoptr(GString) text = g_string_new("Faith\x1fNone. Asked twice");
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(IsrSentence));

    (void)state;
    isr_sentences_find(text, lists, sentences);
    assert_int_equal(sentences->len, 3);
    assert_true(g_array_index(sentences, IsrSentence, 0).whole);
    assert_int_equal(g_array_index(sentences, IsrSentence, 1).cell, 1);
    assert_false(g_array_index(sentences, IsrSentence, 1).whole);
    assert_true(g_array_index(sentences, IsrSentence, 1).finished);
    assert_false(g_array_index(sentences, IsrSentence, 2).finished);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_stops_end_sentences_but_for_abbreviations),
        cmocka_unit_test(quotations_and_brackets_stay_with_their_sentence),
        cmocka_unit_test(items_cells_and_lines_stand_for_themselves),
        cmocka_unit_test(a_line_that_the_page_broke_goes_on),
        cmocka_unit_test(stamps_of_messages_are_no_part),
        cmocka_unit_test(the_programs_marks_stand_alone),
        cmocka_unit_test(what_never_ends_is_cut),
        cmocka_unit_test(it_is_known_which_cell_and_whether_all_of_it),
    };

    return cmocka_run_group_tests(tests, load_lists, free_lists);
}
