/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Known names with a letter wrong. */
#include "isr_test.h"

#include <string.h>

#include <isredact/patterns.h>
#include <isredact/terms.h>

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

typedef struct {
    const char *name;
    guint person;
    IsrRole role;
    IsrTermKind kind;
} Known;

/* What the sweep for @known finds in @text. */
static GArray *sweep(const IsrPatterns *patterns, const Known *known, guint n, const char *text)
{
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    GArray *findings = isr_findings_new();

    for (guint i = 0; i < n; i++)
        isr_terms_add(terms, known[i].name, ISR_CATEGORY_NAME, known[i].kind, known[i].person,
                      known[i].role);
    isr_terms_heed(terms, patterns->lists);
    isr_terms_compile(terms);
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    isr_terms_sweep(terms, reading, findings);
    return findings;
}

static const Known family[] = {
    {"Jayden", 1, ISR_ROLE_SUBJECT, ISR_TERM_PART},
    {"Okafor", 0, ISR_ROLE_FAMILY, ISR_TERM_PART},
    {"Philippa", 2, ISR_ROLE_FAMILY, ISR_TERM_PART},
    {"Mortuza", 3, ISR_ROLE_PROFESSIONAL, ISR_TERM_PART},
    {"Zainabu", 4, ISR_ROLE_FAMILY, ISR_TERM_PART},
    {"O'Brien", 5, ISR_ROLE_THIRD_PARTY, ISR_TERM_PART},
    {"Rafi", 6, ISR_ROLE_THIRD_PARTY, ISR_TERM_PART},
    {"Hope", 7, ISR_ROLE_FAMILY, ISR_TERM_ORDINARY},
    {"Saffron", 8, ISR_ROLE_FAMILY, ISR_TERM_CAPITAL},
    {"Adams", 9, ISR_ROLE_FAMILY, ISR_TERM_PART},
};

static void assert_found(const IsrPatterns *patterns, const char *text, const char *expected)
{
    g_autoptr(GArray) findings = sweep(patterns, family, G_N_ELEMENTS(family), text);
    g_autoptr(GString) found = g_string_new(NULL);

    for (guint i = 0; i < findings->len; i++) {
        IsrRange range = g_array_index(findings, IsrFinding, i).range;

        g_string_append_printf(found, "[%.*s]", (int)(range.end - range.start), text + range.start);
    }
    if (!g_str_equal(found->str, expected))
        fail_msg("in \"%s\": found %s, not %s", text, found->str, expected);
}

static void one_letter_more_less_other_or_moved_is_the_name(void **state)
{
    assert_found(*state, "Jaydn and Jaydeen", "[Jaydn][Jaydeen]");
    assert_found(*state, "Jayfen came, Jadyen left", "[Jayfen][Jadyen]");
    assert_found(*state, "with ajyden at home", "[ajyden]");
    assert_found(*state, "Mr Mortuzza", "[Mortuzza]");
}

static void case_and_place_hide_no_slip(void **state)
{
    assert_found(*state, "rang mrs okafr re school", "[okafr]");
    assert_found(*state, "RE: JAYDN OKAFRO", "[JAYDN][OKAFRO]");
    assert_found(*state, "Mrs Okafr's car, jaydn_okafr2@mail.example", "[Okafr][jaydn][okafr]");
    assert_found(*state, "Okafr\x1fJáydn", "[Okafr][Jáydn]");
    assert_found(*state, "Mr O'Brein", "[O'Brein]");
}

static void a_name_that_sounds_alike_is_the_name(void **state)
{
    assert_found(*state, "Fillipa rang, fillippa went", "[Fillipa][fillippa]");
    assert_found(*state, "Zaynabbu was out", "[Zaynabbu]");
}

static void words_are_no_slips(void **state)
{
    assert_found(*state, "they jaded us; maiden, hoped, Hoop, saffrons", "");
    assert_found(*state, "Brian came", "");
    assert_found(*state, "the raft was safe", "");
}

static void short_names_need_a_capital_and_their_first_letter(void **state)
{
    assert_found(*state, "Raffi and Raif", "[Raffi]");
    assert_found(*state, "saw rafo and Bafi", "");
}

static void an_s_alone_makes_no_slip(void **state)
{
    assert_found(*state, "Adam is somebody else", "");
    assert_found(*state, "all the Okafors", "[Okafor]");
}

static void rarer_words_need_a_capital_and_everyday_words_have_no_slips(void **state)
{
    assert_found(*state, "Safffron rang", "[Safffron]");
    assert_found(*state, "safffron cake, Hopee", "");
}

static void another_known_name_is_no_slip(void **state)
{
    static const Known twins[] = {{"Jayden", 1, ISR_ROLE_SUBJECT, ISR_TERM_PART},
                                  {"Jaydon", 2, ISR_ROLE_FAMILY, ISR_TERM_PART}};
    g_autoptr(GArray) findings = sweep(*state, twins, 2, "Jaydon");

    assert_int_equal(findings->len, 1);
    assert_int_equal(g_array_index(findings, IsrFinding, 0).person, 2);
    assert_string_equal(g_array_index(findings, IsrFinding, 0).rule, "seen-elsewhere");
}

static void a_slip_is_whose_the_name_is(void **state)
{
    static const Known twins[] = {{"Jayden", 1, ISR_ROLE_SUBJECT, ISR_TERM_PART},
                                  {"Jaydon", 2, ISR_ROLE_FAMILY, ISR_TERM_PART}};
    g_autoptr(GArray) one = sweep(*state, twins, 1, "Jaydn");
    g_autoptr(GArray) either = sweep(*state, twins, 2, "Jaydn");
    const IsrFinding *finding = &g_array_index(one, IsrFinding, 0);

    assert_int_equal(one->len, 1);
    assert_int_equal(finding->person, 1);
    assert_int_equal(finding->role, ISR_ROLE_SUBJECT);
    assert_int_equal(finding->flags, ISR_FINDING_SWEPT);
    assert_string_equal(finding->rule, "misspelt");
    assert_int_equal(either->len, 1);
    finding = &g_array_index(either, IsrFinding, 0);
    assert_int_equal(finding->person, 0);
    assert_int_equal(finding->role, ISR_ROLE_UNSURE);
}

/* What was found to be nobody's name once is nobody's again, and a slip a slip. */
static void a_word_met_again_is_what_it_was(void **state)
{
    assert_found(*state, "jaydin Jaydn Jadyen jaydin Jaydn Hoxton Hoxton",
                 "[jaydin][Jaydn][Jadyen][jaydin][Jaydn]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_letter_more_less_other_or_moved_is_the_name),
        cmocka_unit_test(case_and_place_hide_no_slip),
        cmocka_unit_test(a_name_that_sounds_alike_is_the_name),
        cmocka_unit_test(words_are_no_slips),
        cmocka_unit_test(short_names_need_a_capital_and_their_first_letter),
        cmocka_unit_test(an_s_alone_makes_no_slip),
        cmocka_unit_test(rarer_words_need_a_capital_and_everyday_words_have_no_slips),
        cmocka_unit_test(another_known_name_is_no_slip),
        cmocka_unit_test(a_slip_is_whose_the_name_is),
        cmocka_unit_test(a_word_met_again_is_what_it_was),
    };

    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
