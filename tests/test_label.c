/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels: how their words are read, what they govern, and what a broken label file says. */
#include "isr_test.h"

#include <string.h>
#include <unistd.h>

#include <isredact/detector.h>
#include <isredact/error.h>
#include <isredact/example.h>
#include <isredact/label.h>

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

/* The finding whose text is @value in a block with @text. */
static IsrFinding found_in(const IsrPatterns *patterns, IsrBlock *block, const char *text,
                           const char *value)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) findings = isr_findings_new();

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, &error));
    for (guint i = 0; i < findings->len; i++) {
        IsrFinding finding = g_array_index(findings, IsrFinding, i);
        gsize length = finding.range.end - finding.range.start;
        if (length == strlen(value) &&
            strncmp(block->text->str + finding.range.start, value, length) == 0)
            return finding;
    }
    fail_msg("not found: %s", value);
    return (IsrFinding){0};
}

static IsrFinding found(const IsrPatterns *patterns, const char *text, const char *value)
{
    g_autoptr(IsrBlock) block =
        isr_block_new(strchr(text, ISR_CELL_BREAK) ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "part");

    return found_in(patterns, block, text, value);
}

static guint count(const IsrPatterns *patterns, const char *text)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, NULL));
    return findings->len;
}

static void words_of_labels_are_compared_without_their_trimmings(void **state)
{
    (void)state;
    const char *pairs[][2] = {{"Child's Name:", "child name"},
                              {"D.O.B.", "dob"},
                              {"Forename(s)", "forename"},
                              {"H&C number", "h and c number"},
                              {"  E-mail  ", "e mail"}};

    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autofree char *key = isr_label_key(pairs[i][0], -1);
        assert_string_equal(key, pairs[i][1]);
    }
}

static void a_label_says_what_and_whose(void **state)
{
    const IsrPatterns *patterns = *state;
    IsrLabelMeaning meaning;

    assert_true(isr_label_index_read(patterns->wordings, "Mum's mobile", -1, FALSE, &meaning));
    assert_string_equal(meaning.label->id, "phone-field");
    assert_string_equal(meaning.owner->kin, "mother");
    assert_true(
        isr_label_index_read(patterns->wordings, "Child's social worker", -1, FALSE, &meaning));
    assert_string_equal(meaning.owner->id, "social-worker");
    assert_false(isr_label_index_read(patterns->wordings, "the weather", -1, TRUE, &meaning));
    assert_true(isr_label_index_ends(patterns->wordings, "worker"));
    assert_false(isr_label_index_ends(patterns->wordings, "weather"));
}

static void every_label_finds_what_its_examples_say(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(GString) all = g_string_new(NULL);

    for (guint i = 0; i < patterns->labels->len; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) complaints =
            isr_examples_try_label(patterns, patterns->labels->pdata[i], &error);
        assert_no_error(error);
        for (guint n = 0; n < complaints->len; n++)
            g_string_append_printf(all, "%s\n", (char *)complaints->pdata[n]);
    }
    if (all->len > 0)
        fail_msg("%s", all->str);
}

static void several_labels_stand_on_one_line(void **state)
{
    const char *text = "Name: Jayden Okafor   DOB: 14/03/2012   Tel: 07700 900123";

    assert_int_equal(found(*state, text, "Jayden Okafor").category, ISR_CATEGORY_NAME);
    assert_int_equal(found(*state, text, "14/03/2012").category, ISR_CATEGORY_DOB);
    assert_int_equal(found(*state, text, "07700 900123").category, ISR_CATEGORY_PHONE);
}

static void the_value_may_stand_on_the_next_line_or_in_the_next_cell(void **state)
{
    assert_int_equal(
        found(*state, "Home address:\n3 Weavers Fold, Tarnbridge", "3 Weavers Fold, Tarnbridge")
            .category,
        ISR_CATEGORY_ADDRESS);
    assert_int_equal(found(*state, "Mother\x1fOOI Mei Fong - 07700 900265", "OOI Mei Fong").role,
                     ISR_ROLE_FAMILY);
}

static void a_columns_heading_governs_the_cells_below(void **state)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_ROW, "part");
    g_autoptr(GPtrArray) columns = g_ptr_array_new();

    g_ptr_array_add(columns, (gpointer) "Name");
    g_ptr_array_add(columns, (gpointer) "Role");
    g_ptr_array_add(columns, (gpointer) "Agency");
    block->columns = columns;
    found_in(*state, block, "Grace Crouch\x1fHealth visitor\x1fTarn Valley", "Grace Crouch");
}

static void a_labelled_number_goes_though_its_check_fails(void **state)
{
    IsrFinding finding = found(*state, "NHS number: 999 123 4561", "999 123 4561");

    assert_int_equal(finding.category, ISR_CATEGORY_NHS_NUMBER);
    assert_true(finding.flags & ISR_FINDING_LABELLED);
    assert_true(finding.flags & ISR_FINDING_FAILED);
}

static void a_label_tells_whose_a_value_is(void **state)
{
    IsrFinding finding = found(*state, "Mother's phone: 07700 900123", "07700 900123");

    assert_int_equal(finding.role, ISR_ROLE_FAMILY);
    assert_string_equal(finding.kin, "mother");
}

static void labels_without_a_value_find_nothing(void **state)
{
    assert_int_equal(count(*state, "Name: ____________"), 0);
    assert_int_equal(count(*state, "Mother: not present"), 0);
    assert_int_equal(count(*state, "Child protection plan: yes"), 0);
    assert_int_equal(count(*state, "CHURCH: MALE IN KITCHEN, CALM, OFFERING TEA"), 0);
}

/* The message of the error that a file with @text gives. */
static char *complaint(const char *text)
{
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    int fd = g_file_open_tmp("isr-XXXXXX.label", &path, NULL);

    assert_true(fd >= 0);
    assert_int_equal(close(fd), 0);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autoptr(IsrLabel) label = isr_label_load(path, &error);
    assert_null(label);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_int_equal(unlink(path), 0);
    return g_strdup(error->message);
}

static void a_broken_label_file_is_refused_by_group_and_key(void **state)
{
    (void)state;
    const char *cases[][2] = {
        {"[label]\ncategory=nam\ntexts=x\n[match]\n1=x\n", "[label] category"},
        {"[label]\ncategory=name\nrole=mum\ntexts=x\n[match]\n1=x\n", "[label] role"},
        {"[label]\ncategory=name\ntext=x\n[match]\n1=x\n", "[label] text: no such key"},
        {"[label]\ncategory=phone\ntexts=x\n[match]\n1=x\n", "[label] value"},
        {"[label]\ncategory=phone\ntexts=x\nvalue=(\n[match]\n1=x\n", "[label] value"},
        {"[label]\ncategory=name\ntexts=\n[match]\n1=x\n", "[label] texts"},
        {"[label]\ncategory=name\ntexts=x;;y\n[match]\n1=x\n", "[label] texts"},
        {"[label]\ncategory=name\ntexts=x\ntexts=y\n[match]\n1=x\n",
         "[label] texts: is there twice"},
        {"[label]\ncategory=name\ntexts=x\n", "[match]"},
        {"[label]\ncategory=name\ntexts=x\n[matches]\n1=x\n", "[matches]: no such group"}};

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *message = complaint(cases[i][0]);
        if (strstr(message, cases[i][1]) == NULL)
            fail_msg("\"%s\" does not name %s", message, cases[i][1]);
    }
}

/* However long a word is, it goes whole. */
static void a_value_of_one_word_is_read_to_its_end(void **state)
{
    g_autofree char *host = g_strnfill(3000, 'a');
    g_autofree char *mail = g_strdup_printf("ada@%s.example", host);
    g_autofree char *text = g_strdup_printf("Email: %s and more", mail);

    found(*state, text, mail);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_labels_are_compared_without_their_trimmings),
        cmocka_unit_test(a_label_says_what_and_whose),
        cmocka_unit_test(every_label_finds_what_its_examples_say),
        cmocka_unit_test(several_labels_stand_on_one_line),
        cmocka_unit_test(a_value_of_one_word_is_read_to_its_end),
        cmocka_unit_test(the_value_may_stand_on_the_next_line_or_in_the_next_cell),
        cmocka_unit_test(a_columns_heading_governs_the_cells_below),
        cmocka_unit_test(a_labelled_number_goes_though_its_check_fails),
        cmocka_unit_test(a_label_tells_whose_a_value_is),
        cmocka_unit_test(labels_without_a_value_find_nothing),
        cmocka_unit_test(a_broken_label_file_is_refused_by_group_and_key),
    };
    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
