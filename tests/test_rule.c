/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rule files: what is wrong in one is said with file, group and key; what is right does what it
 * says. */
#include "isr_test.h"

#include "../src/expression.h"

#include <isredact/error.h>
#include <isredact/finding.h>
#include <isredact/rule.h>

#include <glib/gstdio.h>
#include <string.h>

#define HEAD "[rule]\ntitle=thing\ncategory=case-ref\n"

static char *folder;

static int make_folder(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("isredact-rule-XXXXXX", NULL);
    return folder ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    g_autofree char *path = g_build_filename(folder, "thing.rule", NULL);

    g_unlink(path);
    g_rmdir(folder);
    g_free(folder);
    return 0;
}

static IsrRule *load(const char *text, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "thing.rule", NULL);
    g_autoptr(GHashTable) pieces = g_hash_table_new(g_str_hash, g_str_equal);

    g_hash_table_insert(pieces, (char *)"two-digits", (char *)"\\d\\d");
    assert_true(g_file_set_contents(path, text, -1, NULL));
    return isr_rule_load(path, pieces, error);
}

/* Loads @text, which must be refused with a message that holds all of @words. */
static void assert_refused(const char *text, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrRule) rule = load(text, &error);
    g_auto(GStrv) each = g_strsplit(words, "+", -1);

    assert_null(rule);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    for (char **word = each; *word; word++) {
        if (!strstr(error->message, *word))
            fail_msg("\"%s\" does not say \"%s\"", error->message, *word);
    }
}

/* The matches of the rule @text in @subject, in which '|' is a border between cells. */
static GArray *match(const char *text, const char *subject, const char *columns)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrRule) rule = load(text, &error);
    g_autoptr(IsrScratch) scratch = isr_scratch_new();
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_ROW, "part");
    g_autofree char *cells = g_strdelimit(g_strdup(subject), "|", ISR_CELL_BREAK);
    g_autoptr(GPtrArray) heads = g_ptr_array_new();
    g_auto(GStrv) names = g_strsplit(columns ? columns : "", "|", -1);
    GArray *matches = g_array_new(FALSE, FALSE, sizeof(IsrMatch));

    assert_no_error(error);
    for (char **name = names; *name; name++)
        g_ptr_array_add(heads, *name);
    isr_block_append(block, cells, -1, 0, ISR_RUN_PLAIN);
    block->columns = columns ? heads : NULL;
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    isr_scratch_read(scratch, reading);
    assert_true(isr_rule_match(rule, scratch, matches, &error));
    block->columns = NULL;
    return matches;
}

static void assert_match(const GArray *matches, guint n, gsize start, gsize end)
{
    assert_true(n < matches->len);
    assert_int_equal(g_array_index(matches, IsrMatch, n).start, start);
    assert_int_equal(g_array_index(matches, IsrMatch, n).end, end);
}

static void mistakes_are_named_with_file_group_and_key(void **state)
{
    (void)state;
    assert_refused("nonsense", "thing.rule");
    assert_refused("[rule]\ncategory=case-ref\n[form a]\npattern=x\n", "thing.rule+[rule] title");
    assert_refused("[rule]\ntitle=t\n[form a]\npattern=x\n", "[rule] category");
    assert_refused("[rule]\ntitle=t\ncategory=nhs\n[form a]\npattern=x\n", "category+\"nhs\"");
    assert_refused("[rule]\ntitle=t\ncategory=health\n[form a]\npattern=x\n", "\"health\"");
    assert_refused(HEAD "colour=red\n[form a]\npattern=x\n", "[rule] colour");
    assert_refused(HEAD "only=sometimes\n[form a]\npattern=x\n", "[rule] only+known-houses");
    assert_refused(HEAD, "[form ...]+at least one");
    assert_refused(HEAD "[forms]\npattern=x\n", "[forms]+unknown group");
    assert_refused(HEAD "[form a]\nscore=1\n", "[form a] pattern+missing");
    assert_refused(HEAD "[form a]\npattern=(x\n", "[form a] pattern+regular expression");
    assert_refused(HEAD "[form a]\npattern={no-such}\n", "[form a] pattern+{no-such}");
    assert_refused(HEAD "[form a]\npattern=x\npatern=y\n", "[form a] patern");
    assert_refused(HEAD "[form a]\npattern=x\nchecks=luhn;moon\n", "[form a] checks+\"moon\"");
    assert_refused(HEAD "[form a]\npattern=x\nscore=high\n", "[form a] score+from 0 to 1");
    assert_refused(HEAD "[form a]\npattern=x\nscore=2\n", "[form a] score");
    assert_refused(HEAD "[form a]\npattern=x\nscore=0.9\nscore=0.6\n",
                   "thing.rule+[form a] score+twice");
    assert_refused(HEAD "[form a]\npattern=x\nscore 0.9\n", "thing.rule+line 6+[form a]+key=value");
    assert_refused(HEAD "[form a]\npattern=x\nlabels=one;;two\n", "[form a] labels+semicolons");
    assert_refused(HEAD "[form a]\npattern=x\nneeds-context=maybe\n", "needs-context+\"yes\"");
    assert_refused(HEAD "[form a]\npattern=x\nneeds-context=yes\n", "needs-context+before=");
    assert_refused(HEAD "[form a]\npattern=x\nif-check-fails=drop\n", "if-check-fails+\"flag\"");
    assert_refused("[rule]\ntitle=t\ncategory=none\n[form a]\npattern=x\n[match]\n1=«x»\n",
                   "[match]+[no-match]");
    assert_refused(HEAD "[form a]\npattern=x\n[match]\n1=plain\n", "[match] 1+mark");
    assert_refused(HEAD "[form a]\npattern=x\n[match]\n1=«open\n", "[match] 1");
    assert_refused(HEAD "[form a]\npattern=x\n[no-match]\n1=«x»\n", "[no-match] 1");
}

static void a_wrong_expression_is_told_with_its_letter(void **state)
{
    (void)state;
    assert_refused(HEAD "[form a]\nlabels=thing\npattern=N*a)\\d+\n", "[form a] pattern+letter 4");
    assert_refused(HEAD "[form a]\npattern=é{two-digits}[a\n", "[form a] pattern+letter 15");
}

static void a_missing_file_is_named(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(GHashTable) pieces = g_hash_table_new(g_str_hash, g_str_equal);

    assert_null(isr_rule_load("/nowhere/lost.rule", pieces, &error));
    assert_non_null(strstr(error->message, "lost.rule"));
}

static void backslashes_and_pieces_are_read_as_written(void **state)
{
    (void)state;
    g_autoptr(GArray) found =
        match(HEAD "[form a]\npattern=\\p{Lu}\\s{two-digits}\\b\n", "see A 12 or A 123", NULL);

    assert_int_equal(found->len, 1);
    assert_match(found, 0, 4, 8);
}

static void a_longer_run_does_not_hide_what_passes_its_check(void **state)
{
    (void)state;
    g_autoptr(GArray) found = match(HEAD "[form a]\npattern=\\d(?: ?\\d){9}\nchecks=nhs-mod11\n",
                                    "12 999 347 6501 77", NULL);

    assert_int_equal(found->len, 1);
    assert_match(found, 0, 3, 15);
}

static void a_failing_value_is_flagged_if_the_rule_asks(void **state)
{
    (void)state;
    g_autoptr(GArray) found = match(HEAD "[form a]\nlabels=NHS\npattern=\\d{10}\nchecks=nhs-mod11\n"
                                         "if-check-fails=flag\n",
                                    "NHS no. 9993476502 and NHS 9993476501", NULL);

    assert_int_equal(found->len, 2);
    assert_match(found, 0, 27, 37);
    assert_match(found, 1, 8, 18);
    assert_int_equal(g_array_index(found, IsrMatch, 0).flags, ISR_FINDING_LABELLED);
    assert_int_equal(g_array_index(found, IsrMatch, 1).flags,
                     ISR_FINDING_LABELLED | ISR_FINDING_FAILED);
}

static void context_that_is_needed_is_asked_for(void **state)
{
    (void)state;
    const char *rule = HEAD "[form a]\npattern=\\d{4}\nbefore=pin*;code\nafter=secret\nwindow=20\n"
                            "needs-context=yes\n";
    g_autoptr(GArray) without = match(rule, "number 1234 here", NULL);
    g_autoptr(GArray) before = match(rule, "the PINs are 1234", NULL);
    g_autoptr(GArray) after = match(rule, "1234 is secret", NULL);
    g_autoptr(GArray) far = match(rule, "pin and then many other words 1234", NULL);
    g_autoptr(GArray) inside = match(rule, "opinion 1234", NULL);

    assert_int_equal(without->len, 0);
    assert_int_equal(before->len, 1);
    assert_int_equal(after->len, 1);
    assert_int_equal(far->len, 0);
    assert_int_equal(inside->len, 0);
}

static void context_lifts_a_score_over_the_floor(void **state)
{
    (void)state;
    const char *rule = HEAD "[form a]\npattern=\\d{4}\nbefore=pin\nscore=0.4\nboost=0.3\n";
    g_autoptr(GArray) without = match(rule, "number 1234", NULL);
    g_autoptr(GArray) with = match(rule, "pin 1234", NULL);

    assert_int_equal(without->len, 0);
    assert_int_equal(with->len, 1);
}

static void words_against_it_stop_a_match(void **state)
{
    (void)state;
    const char *rule = HEAD "[form a]\npattern=\\d{4}\nunless-before=asset\nunless-after=mg;%\n";
    g_autoptr(GArray) against = match(rule, "asset no. 1234, 2345 mg, 3456%", NULL);
    g_autoptr(GArray) heading = match(rule, "x|1234", "what|Asset no");
    g_autoptr(GArray) none = match(rule, "assets are 1234", NULL);

    assert_int_equal(against->len, 0);
    assert_int_equal(heading->len, 0);
    assert_int_equal(none->len, 1);
}

static void labels_are_met_with_what_people_put_around_them(void **state)
{
    (void)state;
    static const char *const written[] = {"Ref no: 4711", "REF NUMBER 4711",  "ref. 4711",
                                          "Ref|4711",     "refs (old): 4711", "Ref:\n4711",
                                          "ref is 4711",  "ref4711",          "Ref = 4711"};
    const char *rule = HEAD "[form a]\nlabels=ref\npattern=\\d{4}\n";

    for (guint i = 0; i < G_N_ELEMENTS(written); i++) {
        g_autoptr(GArray) found = match(rule, written[i], NULL);

        if (found->len != 1)
            fail_msg("not found in: %s", written[i]);
    }
    g_autoptr(GArray) other = match(rule, "referred 4711, prefer 4712, ref to her 4713", NULL);

    assert_int_equal(other->len, 0);
}

static void several_values_share_a_label(void **state)
{
    (void)state;
    g_autoptr(GArray) found = match(HEAD "[form a]\nlabels=ref\npattern=\\d{4}\nseveral=yes\n",
                                    "refs 4711, 4712 and 4713; then 4714", NULL);

    assert_int_equal(found->len, 3);
}

static void a_columns_heading_is_a_label(void **state)
{
    (void)state;
    g_autoptr(GArray) found = match(HEAD "[form a]\nlabels=mosaic\npattern=\\d{4}\n",
                                    "Jay|4711|4712", "Name|Mosaic ID|Room");

    assert_int_equal(found->len, 1);
    assert_match(found, 0, 4, 8);
    assert_int_equal(g_array_index(found, IsrMatch, 0).flags, ISR_FINDING_LABELLED);
}

static void a_vague_label_marks_only_whole_cells_and_no_certainty(void **state)
{
    (void)state;
    const char *rule = HEAD "[form a]\nlabels=incident\nlabel-is=vague\npattern=\\d{4}\n";
    g_autoptr(GArray) sentence = match(rule, "x|1234 pupils left", "Who|Incident");
    g_autoptr(GArray) cell = match(rule, "x|1234", "Who|Incident");

    assert_int_equal(sentence->len, 0);
    assert_int_equal(cell->len, 1);
    assert_int_equal(g_array_index(cell, IsrMatch, 0).flags, 0);
}

static void a_search_that_takes_too_long_is_refused(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrRule) rule = load(HEAD "[form a]\npattern=(?:a+)+b\nedges=open\n", &error);
    g_autoptr(IsrScratch) scratch = isr_scratch_new();
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autofree char *text = g_strnfill(5000, 'a');
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IsrMatch));

    assert_no_error(error);
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    isr_block_append(block, " b", -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    isr_scratch_read(scratch, reading);
    assert_false(isr_rule_match(rule, scratch, matches, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LIMIT));
    assert_non_null(strstr(error->message, "rule thing"));
    assert_null(strstr(error->message, "aaa"));
}

static void a_value_is_found_whole_however_long_it_is(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrRule) rule = load(HEAD "[form a]\npattern=(?i)ref:[a-zé]+\n", &error);
    g_autoptr(IsrScratch) scratch = isr_scratch_new();
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GString) text = g_string_new("see ref:");
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IsrMatch));

    (void)state;
    assert_no_error(error);
    for (guint i = 0; i < 5000; i++)
        g_string_append(text, "é");
    isr_block_append(block, text->str, -1, 0, ISR_RUN_PLAIN);
    isr_block_append(block, " and more", -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    isr_scratch_read(scratch, reading);
    assert_true(isr_rule_match(rule, scratch, matches, &error));
    assert_int_equal(matches->len, 1);
    assert_int_equal(g_array_index(matches, IsrMatch, 0).start, 4);
    assert_int_equal(g_array_index(matches, IsrMatch, 0).end, text->len);
}

/* PCRE2's error when @pattern is looked for in a long text; 0 if there is none. */
static int failure_of(const char *pattern)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = g_strdup_printf(HEAD "[form a]\npattern=%s\nedges=open\n", pattern);
    g_autoptr(IsrRule) rule = load(text, &error);
    g_autoptr(IsrScratch) scratch = isr_scratch_new();
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autofree char *long_text = g_strnfill(400000, 'a');
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IsrMatch));
    const char *code;

    assert_no_error(error);
    isr_block_append(block, long_text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    isr_scratch_read(scratch, reading);
    if (isr_rule_match(rule, scratch, matches, &error))
        return 0;
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LIMIT));
    code = strstr(error->message, "error ");
    return code ? atoi(code + strlen("error ")) : 0;
}

static void searches_that_go_too_deep_or_take_too_much_are_refused(void **state)
{
    /* so much code that PCRE2 interprets it, and does not translate it first */
    g_autofree char *code = g_strnfill(9000, 'x');
    g_autofree char *deep = g_strdup_printf("(?:a|b)+(?:%s)?", code);
    g_autofree char *much = g_strdup_printf("(?:(a)|(b)|(d)|(e)|(f)|(g)|(h)|(i))+(?:%s)?", code);

    (void)state;
    assert_int_equal(failure_of("(?:a|b)+c"), 0); /* no value is so long */
    assert_int_equal(failure_of(deep), PCRE2_ERROR_DEPTHLIMIT);
    assert_int_equal(failure_of(much), PCRE2_ERROR_HEAPLIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_are_named_with_file_group_and_key),
        cmocka_unit_test(a_wrong_expression_is_told_with_its_letter),
        cmocka_unit_test(a_missing_file_is_named),
        cmocka_unit_test(backslashes_and_pieces_are_read_as_written),
        cmocka_unit_test(a_longer_run_does_not_hide_what_passes_its_check),
        cmocka_unit_test(a_failing_value_is_flagged_if_the_rule_asks),
        cmocka_unit_test(context_that_is_needed_is_asked_for),
        cmocka_unit_test(context_lifts_a_score_over_the_floor),
        cmocka_unit_test(words_against_it_stop_a_match),
        cmocka_unit_test(labels_are_met_with_what_people_put_around_them),
        cmocka_unit_test(several_values_share_a_label),
        cmocka_unit_test(a_columns_heading_is_a_label),
        cmocka_unit_test(a_vague_label_marks_only_whole_cells_and_no_certainty),
        cmocka_unit_test(a_value_is_found_whole_however_long_it_is),
        cmocka_unit_test(a_search_that_takes_too_long_is_refused),
        cmocka_unit_test(searches_that_go_too_deep_or_take_too_much_are_refused),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
