/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names: what is one where, and what only looks like one. */
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

/* The names found in @text, parted by '|'. */
static char *names_in(const IsrPatterns *patterns, const char *text)
{
    g_autoptr(IsrBlock) block =
        isr_block_new(strchr(text, ISR_CELL_BREAK) ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();
    GString *names = g_string_new(NULL);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, NULL));
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category != ISR_CATEGORY_NAME)
            continue;
        g_string_append_printf(names, "%s%.*s", names->len > 0 ? "|" : "",
                               (int)(finding->range.end - finding->range.start),
                               text + finding->range.start);
    }
    return g_string_free(names, FALSE);
}

static void expect(const IsrPatterns *patterns, const char *text, const char *names)
{
    g_autofree char *found = names_in(patterns, text);

    if (strcmp(found, names) != 0)
        fail_msg("in \"%s\": found \"%s\", not \"%s\"", text, found, names);
}

static void a_title_speaks_for_the_name_behind_it(void **state)
{
    expect(*state, "Mr Brownlow rang.", "Brownlow");
    expect(*state, "seen by Dr. Deshpande-Cole today", "Deshpande-Cole");
    expect(*state, "PC 1187 Ahmed attended.", "Ahmed");
    expect(*state, "PC 508 Art Penrow stopped them.", "Art Penrow");
    expect(*state, "seen by Dr Soo-ah Penrow today", "Soo-ah Penrow");
    expect(*state, "The cake was gone. Ben Penrow rang.", "Ben Penrow");
    expect(*state, "the note from mrs oyelaran came", "oyelaran");
}

static void words_of_the_services_are_surnames_too(void **state)
{
    expect(*state, "Mrs Day rang. Then Delroy Day, who helps, came.", "Day|Delroy Day");
    expect(*state, "The Nurse saw the Police on Monday. Day one.", "");
}

static void an_age_in_brackets_speaks_for_an_odd_name(void **state)
{
    expect(*state, "Souphanyxa (5) was in. Paraxetin (500mg) given.", "Souphanyxa");
}

static void a_kin_word_speaks_for_the_name_behind_it(void **state)
{
    expect(*state, "She came with mum Shirin.", "Shirin");
    expect(*state, "I met his brother Golam Mortuza there.", "Golam Mortuza");
    expect(*state, "and Auntie Bev collected her", "Bev");
    expect(*state, "her mother, Shirin Akter, agreed", "Shirin Akter");
}

static void a_job_title_speaks_for_the_name_beside_it(void **state)
{
    expect(*state, "The social worker Ekene Mark visited.", "Ekene Mark");
    expect(*state, "Ekene Mark, social worker, visited.", "Ekene Mark");
    expect(*state, "Chaired by Lowri ap Rhisiart (HV).", "Lowri ap Rhisiart");
}

static void names_of_all_origins_are_read_whole(void **state)
{
    static const char *const names[] = {
        "Siobhan O'Hanlon",  "Lowri ap Rhisiart",      "Abdul bin Rashid",   "Nguyen Thi Bich Lien",
        "Zhi Hao Teoh",      "Ngozi Okwuosa-Eze",      "Agata Wojdyła",      "Maria de la Cruz",
        "Winnie-Ann Cawley", "Harshavardhan Deshmukh", "Gráinne Ní Bhriain", "Fatoumata Baldé"};

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *text = g_strdup_printf("Yesterday %s rang the duty desk.", names[i]);
        expect(*state, text, names[i]);
    }
}

static void surname_first_and_capitals_are_names(void **state)
{
    expect(*state, "OKAFOR, Jayden was absent.", "OKAFOR, Jayden");
    expect(*state, "We saw TEOH Zhi Hao at home.", "TEOH Zhi Hao");
    expect(*state, "NAME: JAYDEN OKAFOR", "JAYDEN OKAFOR");
    expect(*state, "PNC HAS TKACZUK, ZENON ON FILE", "TKACZUK, ZENON");
    expect(*state, "Mrs van der Stoep rang.", "van der Stoep");
}

static void initials_and_nicknames_belong_to_the_name(void **state)
{
    expect(*state, "agreed with J. Okafor and B.K. Teoh", "J. Okafor|B.K. Teoh");
    expect(*state, "Philomena \"Phil\" Maughan rang it in.", "Philomena \"Phil\" Maughan");
}

static void a_letter_can_end_a_name_or_an_abbreviation(void **state)
{
    expect(*state, "buddy = Ismail H. Abdirahman wants to go back.", "Ismail H.|Abdirahman");
    expect(*state, "Reece T. Noor says it was him.", "Reece T.|Noor");
    expect(*state, "He saw Daniel K. Okafor on Monday.", "Daniel K. Okafor");
    expect(*state, "Today T/C Hodan via the line.", "Hodan");
}

static void a_month_stands_behind_a_month(void **state)
{
    expect(*state, "use of cocaine between March and June. She has gone.", "");
}

static void salutations_and_aliases_are_names(void **state)
{
    expect(*state, "Dear Siobhan,", "Siobhan");
    expect(*state, "Tasnuva Rouf, known at home as Tumpa.", "Tasnuva Rouf|Tumpa");
    expect(*state, "Family call him Raw. Everyone calls her Rudgey.", "Raw|Rudgey");
}

static void notes_in_lower_case_hold_names_too(void **state)
{
    expect(*state, "went with nasreen bhamjee. knocked, no answer.", "nasreen bhamjee");
    expect(*state, "saw will tunnicliffe. he will ring.", "will tunnicliffe");
    expect(*state, "went to see kanta. she was out.", "kanta");
    expect(*state, "social worker vadoma lovell. no reply.", "vadoma lovell");
    expect(*state, "opened by vadoma lovell. no reply.", "vadoma lovell");
    expect(*state, "they will clean the flat. may need help.", "");
}

static void the_mark_of_the_possessive_may_be_missing(void **state)
{
    expect(*state, "in the bath Tiagos friend was named", "Tiagos");
    expect(*state, "The kids mum and the teachers friend came.", "");
}

static void words_are_names_beside_a_name(void **state)
{
    expect(*state, "Then Sunday Ekwueme logged it.", "Sunday Ekwueme");
    expect(*state, "On Sunday Church was closed.", "");
    expect(*state, "on the phone was Mr Delroy Nurse who is a nurse", "Delroy Nurse");
    expect(*state, "VICTIM DWAYNE HEAP (19) STABBED ONCE TO THE THIGH.", "DWAYNE HEAP");
    expect(*state, "VISIT TO CHANTELLE. CHANTELLE SOBER, HOUSE WARM.", "CHANTELLE|CHANTELLE");
    expect(*state, "Hodan Abdi, alias \"ZODI\", was seen.", "Hodan Abdi|ZODI");
}

static void names_in_capitals_are_told_from_abbreviations(void **state)
{
    expect(*state, "Ambulance took JOANNE and OSCAR to hospital.", "JOANNE|OSCAR");
    expect(*state, "The MARAC used DASH. Grading AMBER, HOPE not seen.", "");
}

static void a_saint_is_nobody_in_the_record(void **state)
{
    expect(*state, "They went to St Wulfric's and St Mary church.", "");
    expect(*state, "Oliver St John rang.", "Oliver St John");
}

static void a_town_may_be_somebody_unless_one_goes_there(void **state)
{
    expect(*state, "Keith to drive her home.", "Keith");
    expect(*state, "They live in Keith.", "");
    expect(*state, "London is far away.", "");
}

static void ordinary_words_are_no_names(void **state)
{
    static const char *const texts[] = {"Section 47 enquiries began in May and end in August.",
                                        "The Children Act says so; the Core Group met on Monday.",
                                        "Will the panel please note that hope is not a plan?",
                                        "Mark the dates on the chart. Grace period ends soon.",
                                        "She takes Sertraline and uses Epaderm.",
                                        "He likes Minecraft, the London Underground and Big Ben.",
                                        "Pinfold Green Infant School is on Cinder Hill Road.",
                                        "CHILD AND FAMILY ASSESSMENT",
                                        "English and Maths are his best subjects. He plays FIFA."};

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        expect(*state, texts[i], "");
}

static void what_is_called_after_somebody_is_nobody(void **state)
{
    static const char *const texts[] = {
        "He has Down syndrome and Asperger's syndrome.",
        "She was found to be Gillick competent under the Fraser guidelines.",
        "Mum asked about Sarah's Law, Martha's rule and Clare's Law.",
        "A Merton-compliant age assessment was done.",
        "Bell's palsy was ruled out. She has Tourette syndrome.",
        "Rose from her chair and left. Hope this helps.",
        "Young people and young carers met. Foster carers were there.",
        "In May 2024 and in June he was absent. April to August were better.",
        "The Grace period ends. The Mark scheme is attached. Amber alert.",
        "Ofsted and the White Rose maths scheme. Jolly Phonics in class.",
        "Summer holidays and Easter break. Will the panel note this?"};

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        expect(*state, texts[i], "");
}

static void a_small_term_is_nobody(void **state)
{
    expect(*state, "set the ruby-base and the max-width of the use-math-objects", "");
    expect(*state, "text from anne-marie, she was out", "anne-marie");
}

static void labels_and_letters_beside_it_are_no_part_of_a_name(void **state)
{
    expect(*state, "Chair: DI Grace Tilbury", "Grace Tilbury");
    expect(*state, "AP Rory Summer, NI JR 61 20 48 C", "Rory Summer");
    expect(*state, "He lives in Flat A. Sam Okoro rang.", "Sam Okoro");
    expect(*state, "It was Winston Pinnock B 11/08/1973 again.", "Winston Pinnock");
}

static void a_possessive_is_no_part_of_the_name(void **state)
{
    expect(*state, "This is Jayden Okafor's plan.", "Jayden Okafor");
}

static void a_dash_parts_names_and_a_hyphen_joins_them(void **state)
{
    expect(*state, "Contact Shirin\xe2\x80\x93Golam was fine.", "Shirin|Golam");
    expect(*state, "Seen: Anne-Marie Garside-Nunn.", "Anne-Marie Garside-Nunn");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_speaks_for_the_name_behind_it),
        cmocka_unit_test(words_of_the_services_are_surnames_too),
        cmocka_unit_test(an_age_in_brackets_speaks_for_an_odd_name),
        cmocka_unit_test(a_kin_word_speaks_for_the_name_behind_it),
        cmocka_unit_test(a_job_title_speaks_for_the_name_beside_it),
        cmocka_unit_test(names_of_all_origins_are_read_whole),
        cmocka_unit_test(surname_first_and_capitals_are_names),
        cmocka_unit_test(initials_and_nicknames_belong_to_the_name),
        cmocka_unit_test(a_letter_can_end_a_name_or_an_abbreviation),
        cmocka_unit_test(a_month_stands_behind_a_month),
        cmocka_unit_test(salutations_and_aliases_are_names),
        cmocka_unit_test(notes_in_lower_case_hold_names_too),
        cmocka_unit_test(the_mark_of_the_possessive_may_be_missing),
        cmocka_unit_test(words_are_names_beside_a_name),
        cmocka_unit_test(names_in_capitals_are_told_from_abbreviations),
        cmocka_unit_test(a_saint_is_nobody_in_the_record),
        cmocka_unit_test(a_town_may_be_somebody_unless_one_goes_there),
        cmocka_unit_test(ordinary_words_are_no_names),
        cmocka_unit_test(what_is_called_after_somebody_is_nobody),
        cmocka_unit_test(a_small_term_is_nobody),
        cmocka_unit_test(labels_and_letters_beside_it_are_no_part_of_a_name),
        cmocka_unit_test(a_possessive_is_no_part_of_the_name),
        cmocka_unit_test(a_dash_parts_names_and_a_hyphen_joins_them),
    };
    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
