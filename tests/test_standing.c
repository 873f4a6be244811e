/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is counted of where a name stands, and that nothing of the text is kept but that. */
#include "isr_patterns_test.h"

#include <isredact/detector.h>

#include "../src/standing.h"

static IsrPeople *read_blocks(const char *const *texts)
{
    IsrPeople *people = isr_people_new(patterns, NULL);

    for (guint i = 0; texts[i] != NULL; i++) {
        g_autoptr(IsrBlock) block = isr_block_new(
            strchr(texts[i], ISR_CELL_BREAK) ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "part");
        g_autoptr(GArray) findings = isr_findings_new();

        block->index = i;
        isr_block_append(block, texts[i], -1, 0, ISR_RUN_PLAIN);
        assert_true(isr_detect(patterns, block, findings, NULL));
        isr_people_learn(people, block, findings);
    }
    return people;
}

/* How often the mentions of @text met the feature @word of @tag. */
static guint times(const IsrPeople *people, const char *text, const char *tag, const char *word)
{
    guint sum = 0;

    for (guint i = 0; i < people->mentions->len; i++) {
        const Mention *mention = people->mentions->pdata[i];
        gpointer key = GUINT_TO_POINTER(isr_standing_feature(tag, word, -1));

        if (g_str_equal(mention->text, text) && mention->traits != NULL)
            sum += isr_standing_times(g_hash_table_lookup(mention->traits, key));
    }
    return sum;
}

static void words_count_by_side_and_distance(void **state)
{
    (void)state;
    const char *texts[] = {"We told Jayden Okafor that the bus was late today.",
                           "We told Jayden Okafor again.", NULL};
    g_autoptr(IsrPeople) people = read_blocks(texts);

    assert_int_equal(times(people, "Jayden Okafor", "L1", "told"), 2);
    assert_int_equal(times(people, "Jayden Okafor", "L*", "told"), 2);
    assert_int_equal(times(people, "Jayden Okafor", "R1", "that"), 1);
    assert_int_equal(times(people, "Jayden Okafor", "R1", "told"), 0);
    assert_int_equal(times(people, "Jayden Okafor", "R*", "today"), 0);
    assert_int_equal(times(people, "Jayden Okafor", "L21", "we told"), 2);
}

static void whose_relative_a_word_says_counts_with_it(void **state)
{
    (void)state;
    const char *texts[] = {"We told his older brother, Ralph Pugsley.",
                           "We told Jayden's brother Ken Stopforth.",
                           "Ian Spavin, her brother, came.", "We saw Leon Okafor.", NULL};
    g_autoptr(IsrPeople) people = read_blocks(texts);

    assert_int_equal(times(people, "Ralph Pugsley", "called", "his brother"), 1);
    assert_int_equal(times(people, "Ralph Pugsley", "called", "his kin"), 1);
    assert_int_equal(times(people, "Ken Stopforth", "called", "{name} kin"), 1);
    assert_int_equal(times(people, "Ian Spavin", "is", "her kin"), 1);
    assert_int_equal(times(people, "Leon Okafor", "called", "-"), 0);
}

static void words_for_relatives_count_by_their_class_too(void **state)
{
    (void)state;
    const char *texts[] = {"We told Jayden Okafor's mother.", "We saw Jayden Okafor's aunt.", NULL};
    g_autoptr(IsrPeople) people = read_blocks(texts);

    assert_int_equal(times(people, "Jayden Okafor", "R12", "'s mother"), 1);
    assert_int_equal(times(people, "Jayden Okafor", "R12", "'s kin"), 2);
}

static void a_row_counts_by_its_cells(void **state)
{
    (void)state;
    const char *texts[] = {"Ngozi Okafor\037Mother\037Family", "Agreed\037Ngozi Okafor", NULL};
    g_autoptr(IsrPeople) people = read_blocks(texts);

    assert_int_equal(times(people, "Ngozi Okafor", "next", "mother"), 1);
    assert_int_equal(times(people, "Ngozi Okafor", "next", "family"), 0);
    assert_int_equal(times(people, "Ngozi Okafor", "first", "agreed"), 1);
}

static void the_line_and_the_form_of_the_name_count(void **state)
{
    (void)state;
    const char *texts[] = {"Present: Ngozi Okafor and Dr Hannah Deshpande", NULL};
    g_autoptr(IsrPeople) people = read_blocks(texts);

    assert_int_equal(times(people, "Ngozi Okafor", "label", "present"), 1);
    assert_int_equal(times(people, "Hannah Deshpande", "title", "dr"), 1);
    assert_int_equal(times(people, "Ngozi Okafor", "title", "dr"), 0);
    assert_int_equal(people->ties->len, 1);
}

static void a_name_that_stands_everywhere_fills_no_memory(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < 400; i++)
        g_string_append_printf(text, "zq%cx%c Jayden Okafor vq%cw%c.\n", 'a' + i % 26, 'a' + i / 26,
                               'a' + i / 26, 'a' + i % 26);
    const char *texts[] = {text->str, NULL};
    g_autoptr(IsrPeople) people = read_blocks(texts);

    for (guint i = 0; i < people->mentions->len; i++) {
        const Mention *mention = people->mentions->pdata[i];
        if (mention->traits != NULL)
            assert_true(g_hash_table_size(mention->traits) <= STANDING_MOST_TRAITS);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_count_by_side_and_distance),
        cmocka_unit_test(words_for_relatives_count_by_their_class_too),
        cmocka_unit_test(whose_relative_a_word_says_counts_with_it),
        cmocka_unit_test(a_row_counts_by_its_cells),
        cmocka_unit_test(the_line_and_the_form_of_the_name_count),
        cmocka_unit_test(a_name_that_stands_everywhere_fills_no_memory),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
