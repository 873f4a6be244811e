/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Other ways to write a name, and words that only look like one. */
#include "isr_patterns_test.h"

#include "../src/likeness.h"

static void slips_of_one_letter_are_near(void **state)
{
    (void)state;
    assert_true(isr_likeness_is_near("thandeka", "thandekka"));
    assert_true(isr_likeness_is_near("nicleoid", "nicleod"));
    assert_true(isr_likeness_is_near("mervielle", "merveille"));
    assert_false(isr_likeness_is_near("mravielle", "merveille"));
    assert_false(isr_likeness_is_near("anna", "hanna"));
    assert_false(isr_likeness_is_near("jayden", "kaydan"));
}

static void pet_names_lead_to_names(void **state)
{
    (void)state;
    assert_true(isr_likeness_is_pet_name("gerry", "gerard"));
    assert_true(isr_likeness_is_pet_name("cady", "leocadia"));
    assert_true(isr_likeness_is_pet_name("nate", "nathaniel"));
    assert_true(isr_likeness_is_shortened("finn", "fionnbharr"));
    assert_false(isr_likeness_is_pet_name("will", "joy"));
    assert_false(isr_likeness_is_shortened("mina", "maya"));
}

static void initials_and_joined_words_lead_to_names(void **state)
{
    (void)state;
    Mention *name = isr_mention_new(patterns, "Bodhi Tamang-Rowe", MENTION_NAME);
    Mention *initials = isr_mention_new(patterns, "BT-R", MENTION_NAME);
    Mention *word = isr_mention_new(patterns, "Bat", MENTION_NAME);

    assert_true(isr_likeness_is_initials_of(isr_mention_part(initials, 0), name));
    assert_false(isr_likeness_is_initials_of(isr_mention_part(word, 0), name));
    assert_true(isr_likeness_is_joined("bodhitamangrowe", name));
    assert_true(isr_likeness_is_joined("btamangrowe", name));
    assert_false(isr_likeness_is_joined("tamangrowe", name));
    isr_mention_free(name);
    isr_mention_free(initials);
    isr_mention_free(word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_of_one_letter_are_near),
        cmocka_unit_test(pet_names_lead_to_names),
        cmocka_unit_test(initials_and_joined_words_lead_to_names),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
