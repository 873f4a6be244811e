/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside an address goes with it; by itself it stays. */
#include "isr_finds.h"

static void expect(const IsrPatterns *patterns, const char *text, const char *wanted)
{
    finds_expect(patterns, ISR_CATEGORY_ADDRESS, text, wanted);
}

static void what_stands_behind_an_address_goes(void **state)
{
    expect(*state, "She is at 31 Mill Row, over the kebab shop, with her aunt.",
           "31 Mill Row, over the kebab shop");
    expect(*state, "They are in the flat above the bookies, the blue door.",
           "flat above the bookies|the blue door");
    expect(*state, "Now at 31 Mill Row not 13.", "31 Mill Row|not 13");
    expect(*state, "The hostel is at 17 Mill Row (\"seventeen, with the buzzer marked Office\").",
           "17 Mill Row|seventeen|with the buzzer marked Office");
}

static void one_word_follows_another(void **state)
{
    expect(*state, "Stays at 6 Mill Row, over the launderette, blue door by the Co-op.",
           "6 Mill Row, over the launderette|blue door by the Co-op");
}

static void without_an_address_it_stays(void **state)
{
    expect(*state, "She painted the blue door. We met by the bus stop.", "");
    expect(*state, "At nine (seventeen, said he) we left.", "");
}

static void a_sentence_that_goes_on_stays(void **state)
{
    expect(*state, "She is at 31 Mill Row, the house was cold.", "31 Mill Row");
    expect(*state, "Seen at 31 Mill Row by the school nurse.", "31 Mill Row");
    expect(*state, "Seen at 31 Mill Row. The blue door was open.", "31 Mill Row");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_behind_an_address_goes),
        cmocka_unit_test(one_word_follows_another),
        cmocka_unit_test(without_an_address_it_stays),
        cmocka_unit_test(a_sentence_that_goes_on_stays),
    };
    return cmocka_run_group_tests(tests, finds_load, finds_free);
}
