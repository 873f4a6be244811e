/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named bodies in running text. */
#include "isr_finds.h"

static void expect(const IsrPatterns *patterns, const char *text, const char *wanted)
{
    finds_expect(patterns, ISR_CATEGORY_ORGANISATION, text, wanted);
}

static void a_name_before_a_head_word_names_a_body(void **state)
{
    expect(*state, "He goes to Pinfold Green Infant School now.", "Pinfold Green Infant School");
    expect(*state, "Registered at Glasshouse Street Surgery since May.",
           "Glasshouse Street Surgery");
    expect(*state, "She was seen at Tarnbridge General Hospital.", "Tarnbridge General Hospital");
}

static void saints_and_small_words_belong_to_it(void **state)
{
    expect(*state, "at St Wulfric's Church of England School today",
           "St Wulfric's Church of England School");
}

static void some_kinds_stand_in_front(void **state)
{
    expect(*state, "released from HMP Channings Moor in June", "HMP Channings Moor");
    expect(*state, "a place at the University of Eastmoor in June", "University of Eastmoor");
    expect(*state, "He goes to the School of Dance and the Church of England.", "");
}

static void other_kinds_end_it_behind_a_name(void **state)
{
    expect(*state, "He was seen at Brackenford General on Monday.", "Brackenford General");
    expect(*state, "Mum cleans for Lumendra Facilities at night.", "Lumendra Facilities");
    expect(*state, "a bed in the Lantern House refuge", "Lantern House refuge");
    expect(*state, "The Kelverdale 0-19 Service wrote.", "Kelverdale 0-19 Service");
    expect(*state, "under Eastmoor Children's NHS Trust", "Eastmoor Children's NHS Trust");
}

static void saints_stand_for_a_school_or_church(void **state)
{
    expect(*state, "She starts at St Wulfric's in May.", "St Wulfric's");
    expect(*state, "a letter from Thornmoor St Edburga's", "Thornmoor St Edburga's");
    expect(*state, "Mass at Our Lady was full.", "Our Lady");
}

static void words_before_it_are_enough(void **state)
{
    expect(*state, "Dad works at Petal & Stem.", "Petal & Stem");
    expect(*state, "She attends Bright Beginnings on Mondays.", "Bright Beginnings");
    expect(*state, "a group at The Old Tram Shed", "The Old Tram Shed");
}

static void capitals_and_small_letters(void **state)
{
    expect(*state, "DISCHARGED FROM KELVERDALE CHILDREN'S HOSPITAL TODAY",
           "KELVERDALE CHILDREN'S HOSPITAL");
    expect(*state, "KELVERDALE BOROUGH COUNCIL", "KELVERDALE BOROUGH COUNCIL");
    expect(*state, "he starts at brook st primary on monday", "brook st primary");
    expect(*state, "she is at st ronans til easter", "st ronans");
    expect(*state, "attendance officer, kelverdale park school", "kelverdale park school");
}

static void its_letters_in_brackets_go_with_it(void **state)
{
    expect(*state, "Dr Q of Eastmoor Family Trust (EFT) wrote.", "Eastmoor Family Trust|EFT");
    expect(*state, "at Eastmoor Infirmary (PHD) today", "Eastmoor Infirmary");
}

static void the_country_s_own_bodies_stay(void **state)
{
    expect(*state, "The Home Office and the Care Quality Commission wrote.", "");
    expect(*state, "The Department for Education asked for it.", "");
}

static void what_happens_is_no_body(void **state)
{
    expect(*state, "She cried at Sports Day and at Core Group.", "");
    expect(*state, "He was at Stage 2 at Christmas and misses a hospital appointment.", "");
    expect(*state, "THE CHILD WAS SEEN AT SCHOOL BY THE POLICE", "");
}

static void kinds_alone_name_nobody(void **state)
{
    expect(*state, "The Primary School was closed.", "");
    expect(*state, "She works at the General Hospital.", "");
    expect(*state, "Children's Social Care and the Early Help Team met.", "");
    expect(*state, "The Crown Court and the Family Court sat.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_before_a_head_word_names_a_body),
        cmocka_unit_test(saints_and_small_words_belong_to_it),
        cmocka_unit_test(some_kinds_stand_in_front),
        cmocka_unit_test(other_kinds_end_it_behind_a_name),
        cmocka_unit_test(saints_stand_for_a_school_or_church),
        cmocka_unit_test(words_before_it_are_enough),
        cmocka_unit_test(capitals_and_small_letters),
        cmocka_unit_test(its_letters_in_brackets_go_with_it),
        cmocka_unit_test(the_country_s_own_bodies_stay),
        cmocka_unit_test(what_happens_is_no_body),
        cmocka_unit_test(kinds_alone_name_nobody),
    };
    return cmocka_run_group_tests(tests, finds_load, finds_free);
}
