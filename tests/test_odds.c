/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How probably a place in a text names a person. */
#include "isr_patterns_test.h"

#include "../src/odds.h"

/* The odds of @word in @text. */
static double odds_of(const IsrTagger *tagger, const char *text, const char *word)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    gsize start = (gsize)(strstr(text, word) - text);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    IsrOdds odds = {tagger, reading, NULL};
    float share = isr_odds_at(&odds, (IsrRange){start, start + strlen(word)});
    assert_true(isr_odds_at(&odds, (IsrRange){start, start + strlen(word)}) == share);
    isr_odds_clear(&odds);
    return (double)share;
}

static void names_have_better_odds_than_words(void **state)
{
    static const char text[] = "I spoke with Wren Applewhite about the nursery in the park.";

    (void)state;
    assert_true(odds_of(patterns->tagger, text, "Applewhite") > 0.5);
    assert_true(odds_of(patterns->tagger, text, "nursery") < 0.05);
    assert_true(odds_of(patterns->tagger, text, "Applewhite about") < 0.05);
}

static void without_a_tagger_nothing_is_probable(void **state)
{
    (void)state;
    assert_true(odds_of(NULL, "I spoke with Wren Applewhite.", "Wren") < 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_have_better_odds_than_words),
        cmocka_unit_test(without_a_tagger_nothing_is_probable),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
