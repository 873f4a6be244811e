/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a block is cut into passages, and which words are telling. */
#include "isr_test.h"

#include <string.h>

#include "../src/passage.h"

static IsrPatterns *patterns;

static int load(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    patterns = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    isr_patterns_free(patterns);
    return 0;
}

/* The words of @text, telling ones in brackets, leads in round ones, sentences parted by '|'. */
static char *cut(const char *text)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    GString *out = g_string_new(NULL);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrPassages) passages = isr_passages_new(block, patterns);

    for (guint i = 0; i < passages->passages->len; i++) {
        const IsrPassage *passage = &g_array_index(passages->passages, IsrPassage, i);

        g_string_append(out, i > 0 ? " |" : "");
        for (guint k = 0; k < passage->n_words; k++) {
            const IsrPassageWord *word = isr_passage_word(passages, passage, k);
            const int length = (int)(word->range.end - word->range.start);

            g_string_append_printf(out, out->len > 0 ? " %s%s%.*s%s%s" : "%s%s%.*s%s%s",
                                   word->lead ? "(" : "", word->telling ? "[" : "", length,
                                   text + word->range.start, word->telling ? "]" : "",
                                   word->lead ? ")" : "");
        }
    }
    return g_string_free(out, FALSE);
}

static guint64 print_of(const char *text)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrPassages) passages = isr_passages_new(block, patterns);

    assert_int_equal(passages->words->len, 1);
    return g_array_index(passages->words, IsrPassageWord, 0).print;
}

static void names_and_numbers_are_telling(void **state)
{
    g_autofree char *words = cut("He saw Jayden Okafor's mum on 14/03/2012 at 5 for Mr Bakshi.");

    (void)state;
    assert_string_equal(words, "He saw [Jayden] [Okafor's] mum on [14/03/2012] at 5 for Mr "
                               "[Bakshi]");
}

static void a_number_is_one_word(void **state)
{
    g_autofree char *words = cut("phone 07700 900 123 or CH41 5AB, don't wait");

    (void)state;
    assert_string_equal(words, "phone [07700 900 123] or [CH41 5AB] don't wait");
}

static void a_word_may_be_a_name_with_a_capital_alone(void **state)
{
    g_autofree char *words = cut("we hope that Hope will grow and Will too");

    (void)state;
    assert_string_equal(words, "we hope that [Hope] will grow and [Will] too");
}

static void sentences_are_apart_and_leads_no_part_of_them(void **state)
{
    g_autofree char *words = cut("She left. They stayed at home.");
    g_autofree char *chat = cut("[14/03/2025, 10:15:02] Jodie: is she home?");

    (void)state;
    assert_string_equal(words, "She left | They stayed at home");
    assert_non_null(strstr(chat, "([Jodie])"));
    assert_null(strstr(chat, "(is)"));
}

static void writing_makes_no_difference(void **state)
{
    (void)state;
    assert_true(print_of("Okafor") == print_of("OKAFOR"));
    assert_true(print_of("Inês") == print_of("Ines"));
    assert_true(print_of("07700 900123") == print_of("07700-900123"));
    assert_true(print_of("Okafor") != print_of("Okaford"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_numbers_are_telling),
        cmocka_unit_test(a_number_is_one_word),
        cmocka_unit_test(a_word_may_be_a_name_with_a_capital_alone),
        cmocka_unit_test(sentences_are_apart_and_leads_no_part_of_them),
        cmocka_unit_test(writing_makes_no_difference),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
