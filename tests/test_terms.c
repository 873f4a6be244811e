/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Known values are found in every way of writing them, and not in words that only look alike. */
#include "isr_test.h"

#include <isredact/terms.h>

#include <string.h>

typedef struct {
    const char *value;
    IsrCategory category;
    IsrTermKind kind;
    guint person;
} Value;

/* What a sweep of @text for @values finds, as "[...]" around each finding's text. */
static char *swept(const Value *values, guint n, IsrBlockKind kind, const char *text)
{
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(IsrBlock) block = isr_block_new(kind, "part");
    g_autoptr(IsrReading) reading = NULL;
    g_autoptr(GArray) findings = isr_findings_new();
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < n; i++)
        isr_terms_add(terms, values[i].value, values[i].category, values[i].kind, values[i].person,
                      ISR_ROLE_FAMILY);
    isr_terms_compile(terms);
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    reading = isr_reading_new(block, ISR_VIEW_AFTER);
    isr_terms_sweep(terms, reading, findings);
    for (guint i = 0; i < findings->len; i++) {
        IsrRange range = g_array_index(findings, IsrFinding, i).range;

        g_string_append_printf(out, "[%.*s]", (int)(range.end - range.start), text + range.start);
    }
    return g_string_free(out, FALSE);
}

static void assert_swept(Value value, const char *text, const char *expected)
{
    g_autofree char *found = swept(&value, 1, ISR_BLOCK_BODY, text);

    if (!g_str_equal(found, expected))
        fail_msg("\"%s\" in \"%s\": found %s, not %s", value.value, text, found, expected);
}

#define NAME(name) ((Value){name, ISR_CATEGORY_NAME, ISR_TERM_WHOLE, 1})
#define PART(name) ((Value){name, ISR_CATEGORY_NAME, ISR_TERM_PART, 1})
#define CAPITAL(name) ((Value){name, ISR_CATEGORY_NAME, ISR_TERM_CAPITAL, 1})
#define ORDINARY(name) ((Value){name, ISR_CATEGORY_NAME, ISR_TERM_ORDINARY, 1})
#define BARRED(name) ((Value){name, ISR_CATEGORY_NAME, ISR_TERM_BARRED, 1})
#define NUMBER(number) ((Value){number, ISR_CATEGORY_NHS_NUMBER, ISR_TERM_WHOLE, 0})

static void capitals_accents_and_invisible_characters_hide_nothing(void **state)
{
    (void)state;
    assert_swept(NAME("Zoë Łukasik"), "With ZOE LUKASIK at home", "[ZOE LUKASIK]");
    assert_swept(NAME("Zoe Lukasik"), "zoë łukasik", "[zoë łukasik]");
    assert_swept(NAME("Strauß"), "Mr STRAUSS left", "[STRAUSS]");
    assert_swept(NAME("Strauss"), "Mr Strauß left", "[Strauß]");
    assert_swept(NAME("Teoh Zhihao"), "Te\xC2\xADoh\xC2\xA0Zhi\xE2\x80\x8Bhao",
                 "[Te\xC2\xADoh\xC2\xA0Zhi\xE2\x80\x8Bhao]");
    assert_swept(PART("Quellmark"), "Quell\U000E0041mark came", "[Quell\U000E0041mark]");
    assert_swept(NUMBER("9990001234"), "999\u3164000\uFFF91234", "[999\u3164000\uFFF91234]");
    assert_swept(NAME("Noëlle"), "Noe\xCC\x88lle came", "[Noe\xCC\x88lle]");
}

static void words_of_a_value_may_be_parted_in_many_ways(void **state)
{
    (void)state;
    assert_swept(NAME("Ada Okafor"), "Ada\nOkafor", "[Ada\nOkafor]");
    assert_swept(NAME("Ada Okafor"), "Ada\x1fOkafor", "[Ada\x1fOkafor]");
    assert_swept(NAME("Okafor Ada"), "OKAFOR, Ada", "[OKAFOR, Ada]");
    assert_swept(NAME("Ada Okafor"), "ada_okafor ada.okafor@x.example", "[ada_okafor][ada.okafor]");
    assert_swept(NAME("Anne-Marie Shaw"), "Anne Marie Shaw", "[Anne Marie Shaw]");
    assert_swept(NAME("Anne Marie Shaw"), "Annemarie Shaw", "[Annemarie Shaw]");
    assert_swept(NAME("Sean O'Brien"),
                 "Sean OBrien and Sean O\xE2\x80\x99"
                 "Brien",
                 "[Sean OBrien][Sean O\xE2\x80\x99"
                 "Brien]");
}

static void a_word_is_cut_only_where_it_can_still_be_read(void **state)
{
    (void)state;
    assert_swept(PART("Okafor"), "Mrs Oka-\nfor", "[Oka-\nfor]");
    assert_swept(PART("Okafor"), "Mrs Oka\nfor", "[Oka\nfor]");
    assert_swept(PART("Okafor"), "Mrs Oka=\nfor", "[Oka=\nfor]");
    assert_swept(PART("Okafor"), "Mrs \xCC\x81Okafor", "[Okafor]");
    assert_swept(PART("Okafor"), "O\xCC\x81\xCC\xB5kafor\xCC\x81 came",
                 "[O\xCC\x81\xCC\xB5kafor\xCC\x81]");
    assert_swept(PART("Okafor"), "O K A F O R", "[O K A F O R]");
    assert_swept(PART("Okafor"), "oka for", "");
    assert_swept(PART("Okafor"),
                 "oka\x1f"
                 "for",
                 "");
    assert_swept(PART("Tom"), "to me, to m", "");
    assert_swept(PART("Asha"), "was happy, as has been said", "");
}

static void a_value_begins_and_ends_at_the_edge_of_a_word(void **state)
{
    (void)state;
    assert_swept(PART("Ali"), "quality, alibi, Alison, Somali", "");
    assert_swept(PART("Donald"), "Mrs MacDonald", "");
    assert_swept(PART("Teoh"), "TeohZH planTeoh.docx teoh2.pdf", "[Teoh][Teoh][teoh]");
    assert_swept(NAME("Zhihao"), "zhihao_map.pdf", "[zhihao]");
}

static void possessives_and_families_match_with_the_name_as_the_span(void **state)
{
    (void)state;
    assert_swept(PART("Okafor"), "Okafor's and Okafor\xE2\x80\x99s", "[Okafor][Okafor]");
    assert_swept(PART("Okafor"), "the Okafors and Okafors house", "[Okafor][Okafor]");
    assert_swept(PART("Adam"), "Gerry Adams", "");
    assert_swept(ORDINARY("Will"), "he wills it", "");
    assert_swept(ORDINARY("White"), "visited the Whites", "[White]");
}

static void a_day_of_the_week_is_somebody_where_no_day_is_meant(void **state)
{
    (void)state;
    assert_swept(BARRED("Sunday"), "This is what her husband Sunday gives.", "[Sunday]");
    assert_swept(BARRED("Sunday"), "He came on Sunday, and last Sunday too.", "");
    assert_swept(BARRED("Sunday"), "Sunday was quiet. Every Sunday morning.", "");
    assert_swept(BARRED("Day"), "He told Day about it.", "");
}

static void who_signs_stands_behind_the_last_sentence(void **state)
{
    (void)state;
    assert_swept(ORDINARY("Precious"), "There is none. Precious\nThe next day", "[Precious]");
    assert_swept(ORDINARY("Precious"), "There is none. Precious little\n", "");
    assert_swept(ORDINARY("Blessing"), "with hens. Blessing, who came", "[Blessing]");
}

static void numbers_match_digit_by_digit(void **state)
{
    (void)state;
    assert_swept(NUMBER("943 476 5919"), "9434765919, 943-476-5919", "[9434765919][943-476-5919]");
    assert_swept(NUMBER("9434765919"), "9 4 3 4 7 6\n5919", "[9 4 3 4 7 6\n5919]");
    assert_swept(NUMBER("9434765919"),
                 "943\x1f"
                 "476\x1f"
                 "5919",
                 "[943\x1f"
                 "476\x1f"
                 "5919]");
    assert_swept(NUMBER("9434765919"), "# 943 476\n# 5919, 943|476|5919",
                 "[943 476\n# 5919][943|476|5919]");
    assert_swept(NUMBER("9434765919"), "943 4=\n76 5919; 943 ##### 476 5919", "[943 4=\n76 5919]");
    assert_swept(NUMBER("9434765919"),
                 "9\xCC\xB5\xCC\xB5"
                 "434765919",
                 "[9\xCC\xB5\xCC\xB5"
                 "434765919]");
    assert_swept((Value){"12/345", ISR_CATEGORY_CASE_REF, ISR_TERM_WHOLE, 0}, "12 | 345", "");
    assert_swept(NUMBER("9434765919"), "NHS9434765919", "[9434765919]");
    assert_swept(NUMBER("9434765919"), "19434765919 94347659190", "[9434765919][9434765919]");
    assert_swept((Value){"(020) 7946 0123", ISR_CATEGORY_PHONE, ISR_TERM_WHOLE, 0}, "020 79460123",
                 "[020 79460123]");
    assert_swept((Value){"QQ 12 34 56 C", ISR_CATEGORY_NINO, ISR_TERM_WHOLE, 0},
                 "qq123456c QQ 123456 C", "[qq123456c][QQ 123456 C]");
    assert_swept((Value){"SW1A 1AA", ISR_CATEGORY_POSTCODE, ISR_TERM_WHOLE, 0}, "sw1a1aa",
                 "[sw1a1aa]");
}

#define CODE(code, category) ((Value){code, ISR_CATEGORY_##category, ISR_TERM_WHOLE, 0})

static void a_value_that_says_enough_is_found_with_letters_glued_to_it(void **state)
{
    (void)state;
    assert_swept(CODE("CH42 7QX", POSTCODE), "CH42 7QXs, xCH42 7QX, REFCH42 7QXIN, ch427qxx",
                 "[CH42 7QX][CH42 7QX][CH42 7QX][ch427qx]");
    assert_swept(CODE("AB12 CDE", VEHICLE_REG), "XAB12CDEF", "[AB12CDE]");
    assert_swept(CODE("QQ 12 34 56 C", NINO), "NIQQ123456CX", "[QQ123456C]");
    assert_swept(NUMBER("999 000 0018"), "ref9990000018x", "[9990000018]");
    assert_swept(CODE("ada@post.example", EMAIL), "toada@post.examples", "[ada@post.example]");
    assert_swept(CODE("zebedee99", USERNAME), "xzebedee99x", "[zebedee99]");
    assert_swept(CODE("12 Tanner Row", ADDRESS), "at12 Tanner Rowx", "[12 Tanner Row]");
}

static void a_short_value_is_not_found_in_a_longer_word(void **state)
{
    (void)state;
    assert_swept(CODE("CH42", POSTCODE), "CH421 XCH42 ch42", "[ch42]");
    assert_swept(CODE("A123", CASE_REF), "BA123 A1234", "");
    assert_swept(CODE("May 2014", DATE), "to my dismay 2014 was over", "");
    assert_swept(CODE("Ward 12 North", PLACE), "Ward 12 Northern", "");
    assert_swept(NAME("Ada"), "Adam and Granada", "");
}

/* Nine digits or more stand in no other number by chance; a shorter number, or a date, may. */
static void digits_in_a_longer_number_are_found_if_they_are_many(void **state)
{
    (void)state;
    assert_swept(CODE("07700 900123", PHONE), "0447700900123 007700900123 077009001234",
                 "[07700900123][07700900123]");
    assert_swept(CODE("20146012", BANK_ACCOUNT), "120146012 201460123", "");
    assert_swept(CODE("SW1234", CASE_REF), "SW12345", "");
    assert_swept(CODE("12/03/2014", DOB), "112/03/2014, 12/03/20145", "");
    assert_swept(CODE("60161", CASE_REF), "160161 601612", "");
}

static void full_width_digits_are_digits(void **state)
{
    (void)state;
    assert_swept(NUMBER("9434765919"), "\xEF\xBC\x99\xEF\xBC\x94\xEF\xBC\x93 476 5919",
                 "[\xEF\xBC\x99\xEF\xBC\x94\xEF\xBC\x93 476 5919]");
}

static void values_that_say_nothing_are_left_out(void **state)
{
    g_autoptr(IsrTerms) terms = isr_terms_new();

    (void)state;
    assert_false(isr_terms_add(terms, "J", ISR_CATEGORY_NAME, ISR_TERM_PART, 1, ISR_ROLE_FAMILY));
    assert_false(isr_terms_add(terms, "14", ISR_CATEGORY_AGE, ISR_TERM_WHOLE, 1, ISR_ROLE_FAMILY));
    assert_false(
        isr_terms_add(terms, "2011", ISR_CATEGORY_DATE, ISR_TERM_WHOLE, 1, ISR_ROLE_FAMILY));
    assert_false(
        isr_terms_add(terms, " - ", ISR_CATEGORY_NAME, ISR_TERM_WHOLE, 1, ISR_ROLE_FAMILY));
    assert_true(isr_terms_add(terms, "Xu", ISR_CATEGORY_NAME, ISR_TERM_PART, 1, ISR_ROLE_FAMILY));
    assert_int_equal(isr_terms_size(terms), 1);
}

static void one_value_of_two_people_is_nobodys_for_sure(void **state)
{
    g_autoptr(IsrTerms) terms = isr_terms_new();

    (void)state;
    isr_terms_add(terms, "Okafor", ISR_CATEGORY_NAME, ISR_TERM_PART, 1, ISR_ROLE_SUBJECT);
    isr_terms_add(terms, "OKAFOR", ISR_CATEGORY_NAME, ISR_TERM_PART, 2, ISR_ROLE_FAMILY);
    assert_int_equal(isr_terms_size(terms), 1);
    assert_int_equal(isr_terms_nth(terms, 0)->person, 0);
    assert_int_equal(isr_terms_nth(terms, 0)->role, ISR_ROLE_UNSURE);
    assert_string_equal(isr_terms_nth(terms, 0)->squeezed, "okafor");
}

static void short_parts_match_as_capitals_only(void **state)
{
    Value initials = {"JO", ISR_CATEGORY_INITIALS, ISR_TERM_PART, 1};

    (void)state;
    assert_swept(initials, "J.O. and JO and J O", "[J.O][JO][J O]");
    assert_swept(initials, "Jo jo major", "");
    assert_swept(PART("Xu"), "Mrs Xu and xu", "[Xu]");
    assert_swept(PART("Do"), "Do you know", "");
}

static void small_words_beside_a_name_are_no_initials(void **state)
{
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");

    (void)state;
    isr_terms_add(terms, "Sara", ISR_CATEGORY_NAME, ISR_TERM_PART, 1, ISR_ROLE_SUBJECT);
    isr_terms_add(terms, "AS", ISR_CATEGORY_INITIALS, ISR_TERM_ORDINARY, 1, ISR_ROLE_SUBJECT);
    isr_block_append(block, "Thank you Sara as usual", -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    isr_terms_compile(terms);
    isr_terms_sweep(terms, reading, findings);
    assert_int_equal(findings->len, 1);
}

static void an_everyday_word_is_a_name_only_where_it_reads_as_one(void **state)
{
    (void)state;
    assert_swept(ORDINARY("Will"), "I asked if Will will come", "[Will]");
    assert_swept(ORDINARY("Will"), "Home. Will you come? Will attend.", "");
    assert_swept(ORDINARY("Will"), "Home. Will attends daily.", "[Will]");
    assert_swept(ORDINARY("Rose"), "Rose's school", "[Rose]");
    assert_swept(ORDINARY("Hope"), "WHAT WE HOPE FOR", "");
    assert_swept(ORDINARY("Mark"), "Mark the date\nMark said so", "[Mark]");
    assert_swept(ORDINARY("Grace"), "Name\x1fGrace\x1fmother", "[Grace]");
}

static void a_known_name_at_the_head_of_a_line_is_the_name(void **state)
{
    (void)state;
    assert_swept(ORDINARY("Mark"), "Actions\n- Mark: mark the papers", "[Mark]");
    assert_swept(ORDINARY("Hope"), "Nursery. Hope - in three times. Hope for more.", "[Hope]");
    assert_swept(ORDINARY("Hope"), "Hope dealt with it. Hope this helps.", "[Hope]");
    assert_swept(ORDINARY("Hope"), "Hope to see you soon.", "");
    assert_swept(ORDINARY("Grace"), "Grace to ring the school.", "[Grace]");
    assert_swept(ORDINARY("May"), "May 2024. In May 2024 he left. May we come?", "");
}

static void initials_that_mean_something_else_are_all_of_a_cell(void **state)
{
    (void)state;
    assert_swept(((Value){"TA", ISR_CATEGORY_INITIALS, ISR_TERM_ORDINARY, 1}),
                 "the TA rang\x1fTA\x1f"
                 "done",
                 "[TA]");
}

static void small_letters_do_what_people_do(void **state)
{
    (void)state;
    assert_swept(ORDINARY("Will"), "no reply. will hasnt eaten. will ring", "[will]");
    assert_swept(CAPITAL("Summer"), "16:20 summer rang. hot summer days", "[summer]");
    assert_swept(ORDINARY("Mark"), "a mark left on his arm", "");
}

static void initials_hold_a_small_letter_in_mc(void **state)
{
    (void)state;
    assert_swept(((Value){"RMcA", ISR_CATEGORY_INITIALS, ISR_TERM_PART, 1}), "RMcA to drive, rmca",
                 "[RMcA]");
}

static void months_are_told_from_people(void **state)
{
    (void)state;
    assert_swept(ORDINARY("June"),
                 "In June she left. Since June 2024. 3 June. June rang. Ask June.", "[June][June]");
}

static void a_possessive_is_no_initial(void **state)
{
    (void)state;
    assert_swept(((Value){"Ada O", ISR_CATEGORY_NAME, ISR_TERM_WHOLE, 1}), "Ada O's, Ada o",
                 "[Ada O][Ada o]");
    assert_swept(((Value){"Ada S", ISR_CATEGORY_NAME, ISR_TERM_WHOLE, 1}), "Ada's plan, Ada S",
                 "[Ada S]");
}

static void a_rarer_word_is_the_name_wherever_it_has_a_capital(void **state)
{
    (void)state;
    assert_swept(CAPITAL("Saffron"), "Home. Saffron in the car with a saffron bun.", "[Saffron]");
    assert_swept(CAPITAL("Union"), "Union out of breath", "[Union]");
    assert_swept(CAPITAL("Amber"), "GRADING AMBER RISK", "");
}

static void an_everyday_word_beside_another_part_of_the_name_is_the_name(void **state)
{
    const Value both[] = {
        ORDINARY("Will"), PART("Okafor"), {"Shaw", ISR_CATEGORY_NAME, ISR_TERM_PART, 2}};
    g_autofree char *together = swept(both, 3, ISR_BLOCK_BODY, "then will okafor");
    g_autofree char *reversed = swept(both, 3, ISR_BLOCK_BODY, "OKAFOR, WILL (M)");
    g_autofree char *another = swept(both, 3, ISR_BLOCK_BODY, "then will Shaw");

    (void)state;
    assert_string_equal(together, "[will][okafor]");
    assert_string_equal(reversed, "[OKAFOR][WILL]");
    assert_string_equal(another, "[Shaw]");
}

static void headings_capitalise_everyday_words(void **state)
{
    const Value hope = ORDINARY("Hope");
    g_autofree char *title = swept(&hope, 1, ISR_BLOCK_HEADING, "What We Hope For");
    g_autofree char *name = swept(&hope, 1, ISR_BLOCK_HEADING, "Plan for Hope");

    (void)state;
    assert_string_equal(title, "");
    assert_string_equal(name, "[Hope]");
}

static void names_stored_in_mark_up_have_no_edges(void **state)
{
    const Value value = PART("Okafor");
    const Value brief = PART("Ada");
    g_autofree char *found = swept(&value, 1, ISR_BLOCK_ATTRIBUTE, "_xokaforplan");
    g_autofree char *none = swept(&brief, 1, ISR_BLOCK_ATTRIBUTE, "TableShadava");

    (void)state;
    assert_string_equal(found, "[okafor]");
    assert_string_equal(none, "");
}

static void assert_squeezed(Value value, const char *text, const char *expected)
{
    g_autofree char *found = swept(&value, 1, ISR_BLOCK_SQUEEZED, text);

    if (!g_str_equal(found, expected))
        fail_msg("\"%s\" in \"%s\": found %s, not %s", value.value, text, found, expected);
}

static void long_values_are_found_in_rows_of_letters(void **state)
{
    (void)state;
    assert_squeezed(NAME("Amina Okafor"), "xaminaokaforlives", "[aminaokafor]");
    assert_squeezed(NAME("Zephyrine"), "to Ze ph yri ne today", "[Ze ph yri ne]");
    assert_squeezed(NAME("Amina Okafor"), "Ami na Oka\nfor", "[Ami na Oka\nfor]");
    assert_squeezed(PART("Okafor"), "OKA-\nFOR came", "[OKA-\nFOR]");
    assert_squeezed(NUMBER("999 461 8083"), "999 461\n8083", "[999 461\n8083]");
}

/* What reads as the value anyhow is found in the block itself, and chance is no value. */
static void a_page_once_more_brings_nothing_that_was_found(void **state)
{
    (void)state;
    assert_squeezed(NAME("Amina Okafor"), "Amina Okafor came", "");
    assert_squeezed(NAME("Amina O"), "Amina Okafor came", "");
    assert_squeezed(NAME("Ian Stone"), "a Christian stoned", "");
    assert_squeezed(PART("Christian"), "of Christianity", "");
    assert_squeezed(NAME("Ann Lee"), "xannleex", "");
}

static void a_finding_says_whose_it_is_and_that_it_was_swept(void **state)
{
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(IsrReading) reading = NULL;
    g_autoptr(GArray) findings = isr_findings_new();
    const IsrFinding *finding;

    (void)state;
    block->index = 7;
    isr_terms_add(terms, "Okafor", ISR_CATEGORY_NAME, ISR_TERM_PART, 3, ISR_ROLE_SUBJECT);
    isr_terms_compile(terms);
    isr_block_append(block, "Okafor", -1, 0, ISR_RUN_PLAIN);
    reading = isr_reading_new(block, ISR_VIEW_AFTER);
    isr_terms_sweep(terms, reading, findings);
    assert_int_equal(findings->len, 1);
    finding = &g_array_index(findings, IsrFinding, 0);
    assert_int_equal(finding->block, 7);
    assert_int_equal(finding->person, 3);
    assert_int_equal(finding->role, ISR_ROLE_SUBJECT);
    assert_int_equal(finding->flags, ISR_FINDING_SWEPT);
    assert_string_equal(finding->rule, "seen-elsewhere");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals_accents_and_invisible_characters_hide_nothing),
        cmocka_unit_test(words_of_a_value_may_be_parted_in_many_ways),
        cmocka_unit_test(a_word_is_cut_only_where_it_can_still_be_read),
        cmocka_unit_test(a_value_begins_and_ends_at_the_edge_of_a_word),
        cmocka_unit_test(possessives_and_families_match_with_the_name_as_the_span),
        cmocka_unit_test(a_day_of_the_week_is_somebody_where_no_day_is_meant),
        cmocka_unit_test(who_signs_stands_behind_the_last_sentence),
        cmocka_unit_test(numbers_match_digit_by_digit),
        cmocka_unit_test(a_value_that_says_enough_is_found_with_letters_glued_to_it),
        cmocka_unit_test(a_short_value_is_not_found_in_a_longer_word),
        cmocka_unit_test(digits_in_a_longer_number_are_found_if_they_are_many),
        cmocka_unit_test(full_width_digits_are_digits),
        cmocka_unit_test(values_that_say_nothing_are_left_out),
        cmocka_unit_test(one_value_of_two_people_is_nobodys_for_sure),
        cmocka_unit_test(short_parts_match_as_capitals_only),
        cmocka_unit_test(small_words_beside_a_name_are_no_initials),
        cmocka_unit_test(an_everyday_word_is_a_name_only_where_it_reads_as_one),
        cmocka_unit_test(a_known_name_at_the_head_of_a_line_is_the_name),
        cmocka_unit_test(initials_that_mean_something_else_are_all_of_a_cell),
        cmocka_unit_test(small_letters_do_what_people_do),
        cmocka_unit_test(initials_hold_a_small_letter_in_mc),
        cmocka_unit_test(months_are_told_from_people),
        cmocka_unit_test(a_possessive_is_no_initial),
        cmocka_unit_test(a_rarer_word_is_the_name_wherever_it_has_a_capital),
        cmocka_unit_test(an_everyday_word_beside_another_part_of_the_name_is_the_name),
        cmocka_unit_test(headings_capitalise_everyday_words),
        cmocka_unit_test(names_stored_in_mark_up_have_no_edges),
        cmocka_unit_test(long_values_are_found_in_rows_of_letters),
        cmocka_unit_test(a_page_once_more_brings_nothing_that_was_found),
        cmocka_unit_test(a_finding_says_whose_it_is_and_that_it_was_swept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
