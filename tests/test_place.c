/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in running text. */
#include "isr_finds.h"

static void expect(const IsrPatterns *patterns, const char *text, const char *wanted)
{
    finds_expect(patterns, ISR_CATEGORY_PLACE, text, wanted);
}

static void known_places_need_little(void **state)
{
    expect(*state, "He is staying with an uncle in Goole.", "Goole");
    expect(*state, "auntie is coming from luton tonight", "luton");
    expect(*state, "The family went to Barnoldswick for the summer.", "Barnoldswick");
}

static void words_before_it_say_that_it_is_one(void **state)
{
    expect(*state, "They have lived in Sowerfield for years.", "Sowerfield");
    expect(*state, "She moved back to Harlow Edge in May.", "Harlow Edge");
    expect(*state, "He was found at Ness Point by a walker.", "Ness Point");
    expect(*state, "Her father lives in Harbour Reach.", "Harbour Reach");
    expect(*state, "She was born in Kelverdale upon Tarn.", "Kelverdale upon Tarn");
}

static void a_word_behind_it_makes_it_one(void **state)
{
    expect(*state, "moved to her mum's on the Marl Pits estate", "Marl Pits estate");
    expect(*state, "They walked Ropery Park all evening.", "Ropery Park");
    expect(*state, "They were on the Twelve Acres site before.", "Twelve Acres site");
    expect(*state, "Covering Marl Pits estate today.", "Marl Pits estate");
}

static void small_letters_need_a_home(void **state)
{
    expect(*state, "his mum lives in kelmerby with the baby", "kelmerby");
    expect(*state, "she is living in poor conditions and goes to playgroup", "");
}

static void countries_stay(void **state)
{
    expect(*state, "She was born in Nigeria and came to the UK from Poland.", "");
    expect(*state, "He lives in England.", "");
}

static void a_trip_says_nothing_of_who_goes(void **state)
{
    expect(*state, "Can she go on the Scarborough trip in May?", "");
    expect(*state, "They had a holiday in Scarborough last summer.", "");
    expect(*state, "He came back from holiday and lives in Scarborough now.", "Scarborough");
}

static void other_capitals_behind_the_same_words_are_none(void **state)
{
    expect(*state, "He is doing well in Reading and in Maths.", "");
    expect(*state, "She moved to Year 4 in September.", "");
    expect(*state, "Her home for March to May 2001 was not recorded.", "");
    expect(*state, "It is recorded in CPOMS and at Stage 2.", "");
    expect(*state, "He lives in Foster Care.", "");
    expect(*state, "She plays in Minecraft at Christmas.", "");
    expect(*state, "They fell in Love.", "");
    expect(*state, "She lives in Khost with Esmat.", "Khost");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_places_need_little),
        cmocka_unit_test(words_before_it_say_that_it_is_one),
        cmocka_unit_test(a_word_behind_it_makes_it_one),
        cmocka_unit_test(small_letters_need_a_home),
        cmocka_unit_test(countries_stay),
        cmocka_unit_test(a_trip_says_nothing_of_who_goes),
        cmocka_unit_test(other_capitals_behind_the_same_words_are_none),
    };
    return cmocka_run_group_tests(tests, finds_load, finds_free);
}
