/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of patterns/uk: each finds what its examples mark and nothing in its
 * counter-examples, with all rules together; odd spaces, line ends and cells hide nothing. */
#include "isr_patterns_test.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <glib/gstdio.h>
#include <string.h>

static void every_rule_holds_its_own_examples(void **state)
{
    (void)state;
    guint wrong = 0;

    for (guint i = 0; i < patterns->rules->len; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) complaints =
            isr_examples_try(patterns, g_ptr_array_index(patterns->rules, i), &error);

        assert_no_error(error);
        for (guint n = 0; n < complaints->len; n++, wrong++)
            print_error("%s\n", (char *)g_ptr_array_index(complaints, n));
    }
    assert_int_equal(wrong, 0);
}

static void every_category_with_a_form_has_a_rule(void **state)
{
    (void)state;
    for (IsrCategory category = ISR_CATEGORY_DOB; category <= ISR_CATEGORY_IP; category++) {
        gboolean met = category == ISR_CATEGORY_PLACE || category == ISR_CATEGORY_ORGANISATION;

        for (guint i = 0; i < patterns->rules->len; i++) {
            const IsrRule *rule = g_ptr_array_index(patterns->rules, i);

            met = met || (!isr_rule_is_shield(rule) && isr_rule_category(rule) == category);
        }
        if (!met)
            fail_msg("no rule for %s", isr_category_id(category));
    }
}

/* TRUE if findings in @text cover all its digits. */
static gboolean digits_are_found(const char *text)
{
    g_autoptr(GArray) found = find_in(text);

    for (gsize at = 0; text[at]; at++) {
        gboolean covered = !g_ascii_isdigit(text[at]);

        for (guint n = 0; n < found->len; n++) {
            const IsrRange *range = &g_array_index(found, IsrFinding, n).range;

            covered = covered || (range->start <= at && at < range->end);
        }
        if (!covered)
            return FALSE;
    }
    return TRUE;
}

static void odd_separators_hide_no_number(void **state)
{
    (void)state;
    /* no-break, narrow no-break, figure and thin space; hyphens; invisible marks; line ends */
    static const char *const between[] = {" ",      "\u00A0", "\u202F", "\u2007",     "\u2009",
                                          "\u2011", "\u2013", "\u00AD", "\u200B",     "\u2060",
                                          "\u3164", "\u180B", "\uFFF9", "\U000E0041", "\u2800",
                                          "\n",     ".",      " - ",    "  "};
    static const char *const numbers[] = {
        "NHS number: 999%s347%s6501", "call 07700%s900%s123", "card 4000%s12160382%s2228",
        "ULN 927%s630%s8686",         "NI no. JX%s489107%sB", "UPN T%s82149952%s0096",
    };

    for (guint n = 0; n < G_N_ELEMENTS(numbers); n++) {
        for (guint i = 0; i < G_N_ELEMENTS(between); i++) {
            g_auto(GStrv) parts = g_strsplit(numbers[n], "%s", -1);
            g_autofree char *text = g_strjoinv(between[i], parts);

            if (n == 5 && (*between[i] == '.' || strlen(between[i]) >= 3))
                continue; /* nobody writes a pupil number with dots or dashes */
            if (!digits_are_found(text))
                fail_msg("not found: number %u with separator %u", n, i);
        }
    }
}

static void labelled_numbers_are_found_one_digit_to_a_cell(void **state)
{
    (void)state;
    assert_true(digits_are_found("NHS number\x1f"
                                 "9\x1f"
                                 "9\x1f"
                                 "9\x1f"
                                 "3\x1f"
                                 "4\x1f"
                                 "7\x1f"
                                 "6\x1f"
                                 "5\x1f"
                                 "0\x1f"
                                 "1"));
    assert_true(digits_are_found("DOB\x1f"
                                 "1\x1f"
                                 "4\x1f"
                                 "0\x1f"
                                 "3\x1f"
                                 "2\x1f"
                                 "0\x1f"
                                 "1\x1f"
                                 "2"));
}

static void a_mistyped_number_behind_its_label_is_found_and_flagged(void **state)
{
    (void)state;
    static const char *const texts[] = {"NHS number: 999 347 6502", "CHI no 2909140181",
                                        "NHS no: 999 347 650",      "ULN: 9276308687",
                                        "UPN: T821499520097",       "DOB: 31/02/2012",
                                        "NI number: QQ 12 34 56 C"};

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GArray) found = find_in(texts[i]);

        if (found->len != 1)
            fail_msg("%s: %u findings", texts[i], found->len);
        assert_true(g_array_index(found, IsrFinding, 0).flags & ISR_FINDING_FAILED);
        assert_true(g_array_index(found, IsrFinding, 0).flags & ISR_FINDING_LABELLED);
    }
}

static void neighbours_do_not_hide_each_other(void **state)
{
    (void)state;
    assert_true(digits_are_found("call 07700 900123 07700 900124 01632 960125"));
    assert_true(digits_are_found("NHS number 999 347 6501 07700 900124"));
    assert_true(digits_are_found("DOB 14/03/2012 15/04/2013"));
    assert_true(digits_are_found("LS10 1WQ 07700 900123"));
}

static void reasons_hold_no_text_of_the_document(void **state)
{
    (void)state;
    g_autoptr(GArray) found = find_in("Ref ABC/4417/25, NHS 999 347 6501, 07700 900123");

    assert_int_equal(found->len, 3);
    for (guint i = 0; i < found->len; i++) {
        const IsrFinding *finding = &g_array_index(found, IsrFinding, i);

        assert_null(strpbrk(finding->reason, "0123456789"));
        assert_true(finding->score >= ISR_SCORE_FLOOR && finding->score <= 1);
    }
}

/* Texts made to make a search go back and forth are searched in good time. */
static void no_text_stalls_the_search(void **state)
{
    (void)state;
    static const char *const units[] = {
        "1",      "12 ",    "a",        "a.",         "A1",      "ref ",         "1\x1f",
        "01/",    "(1) ",   "NHS no ",  "a@",         "@a.",     "aged ",        "1234 5",
        "A a ",   "Ab, 1",  "<<",       "a_1.",       "f",       "1:2::",        "at dot ",
        "://a",   "Mar ",   "1-1.",     "\n",         "07700 ",  "ref 1, ",      "our ref for it ",
        "A1-",    "1 1 ",   "the 1st ", "Ab (nine) ", "AB 12 ",  "have it as 1", "first of may ",
        "12 ix ", "LN4 3 ", "ab12 ",    "O1-",        "he is 1 "};

    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        gint64 started = g_get_monotonic_time(), took;

        while (text->len < 64 * 1024)
            g_string_append(text, units[i]);
        g_array_unref(find_in(text->str));
        took = (g_get_monotonic_time() - started) / 1000;
        if (took > 5000)
            fail_msg("unit %u took %" G_GINT64_FORMAT " ms", i, took);
    }
}

static char *read_guide(void)
{
    g_autofree char *folder = isr_patterns_folder();
    g_autofree char *path = g_build_filename(folder, "README.md", NULL);
    char *text = NULL;

    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void the_guide_explains_every_check(void **state)
{
    (void)state;
    g_autofree char *guide = read_guide();

    for (const IsrCheck *check = isr_checks(); check->id; check++) {
        g_autofree char *row = g_strdup_printf("| `%s` | %s |", check->id, check->meaning);

        if (!strstr(guide, row))
            fail_msg("patterns/README.md lacks: %s", row);
    }
}

static void the_guides_example_works(void **state)
{
    (void)state;
    g_autofree char *guide = read_guide(), *folder = g_dir_make_tmp("isredact-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "northstar.rule", NULL);
    g_auto(GStrv) fenced = g_strsplit(guide, "```", 3);
    g_autoptr(GHashTable) pieces = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GError) error = NULL;

    assert_true(g_file_set_contents(path, fenced[1], -1, NULL));
    IsrRule *rule = isr_rule_load(path, pieces, &error);

    g_unlink(path);
    g_rmdir(folder);
    assert_no_error(error);
    g_ptr_array_add(patterns->rules, rule);
    g_autoptr(GPtrArray) complaints = isr_examples_try(patterns, rule, &error);

    assert_int_equal(complaints->len, 0);
    g_ptr_array_remove(patterns->rules, rule);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_holds_its_own_examples),
        cmocka_unit_test(every_category_with_a_form_has_a_rule),
        cmocka_unit_test(odd_separators_hide_no_number),
        cmocka_unit_test(labelled_numbers_are_found_one_digit_to_a_cell),
        cmocka_unit_test(a_mistyped_number_behind_its_label_is_found_and_flagged),
        cmocka_unit_test(neighbours_do_not_hide_each_other),
        cmocka_unit_test(reasons_hold_no_text_of_the_document),
        cmocka_unit_test(no_text_stalls_the_search),
        cmocka_unit_test(the_guide_explains_every_check),
        cmocka_unit_test(the_guides_example_works),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
