/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named bodies in running text. */
#include "isr_test.h"

#include <string.h>

#include <isredact/detector.h>

static int load_patterns(void **state)
{
    g_autoptr(GError) error = NULL;

    *state = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    return 0;
}

static int free_patterns(void **state)
{
    isr_patterns_free(*state);
    return 0;
}

/* What is found as an organisation in @text must be @wanted; "" for nothing. */
static void expect(const IsrPatterns *patterns, const char *text, const char *wanted)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(GString) found = g_string_new(NULL);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, NULL));
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category == ISR_CATEGORY_ORGANISATION)
            g_string_append_printf(found, "%s%.*s", found->len > 0 ? "|" : "",
                                   (int)(finding->range.end - finding->range.start),
                                   text + finding->range.start);
    }
    if (strcmp(found->str, wanted) != 0)
        fail_msg("in \"%s\": found \"%s\", not \"%s\"", text, found->str, wanted);
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
    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
