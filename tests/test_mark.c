/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program knows its own marks, and nothing else in brackets. */
#include "isr_patterns_test.h"

#include "../src/mark.h"

#include <isredact/action.h>
#include <isredact/label.h>

#include <string.h>

static gboolean touches(const char *text, const char *part)
{
    g_autoptr(GString) all = g_string_new(text);
    gsize start = (gsize)(strstr(text, part) - text);

    return isr_mark_touches(all, (IsrRange){start, start + strlen(part)});
}

static void marks_are_known(void **state)
{
    (void)state;
    assert_true(touches("Seen by [NAME] today", "NAME"));
    assert_true(touches("Seen by [PERSON 3] today", "3"));
    assert_true(touches("[H&C NUMBER]", "H&C"));
    assert_true(touches("[Removed: criminal, family]", "criminal"));
    assert_true(touches("by [NAME] Okafor", "[NAME] Okafor"));
}

static gboolean is_mark(const char *text)
{
    return touches(text, text);
}

/* Whatever file of labels is added must have its word in mark.c. */
static void whoever_a_label_tells_of_has_a_mark(void **state)
{
    (void)state;
    for (guint i = 0; i < patterns->labels->len; i++) {
        const IsrLabel *label = patterns->labels->pdata[i];
        g_autofree char *kin = label->kin ? g_ascii_strup(label->kin, -1) : NULL;
        g_autofree char *mark = g_strdup_printf("[%s 12]", kin);

        if (kin && !is_mark(mark))
            fail_msg("%s is no mark", mark);
    }
}

static void every_category_has_a_mark(void **state)
{
    (void)state;
    for (guint i = 0; i < ISR_N_CATEGORIES; i++) {
        IsrMatterMark matters[] = {{(IsrCategory)i, ISR_ROLE_FAMILY},
                                   {ISR_CATEGORY_RELIGION, ISR_ROLE_REFERRER}};
        g_autofree char *label = isr_category_is_topic((IsrCategory)i)
                                     ? isr_action_mark(matters, 2, FALSE)
                                     : g_strdup_printf("[%s]", isr_category_label((IsrCategory)i));

        assert_true(is_mark(label));
    }
    assert_true(is_mark("[REMOVED]"));
    assert_true(is_mark("[c]"));
    assert_true(is_mark("[Removed: domestic abuse,\nother person]"));
}

static void other_brackets_are_text(void **state)
{
    (void)state;
    assert_false(touches("the child [Jayden] said", "Jayden"));
    assert_false(touches("see [12] and Ada", "12"));
    assert_false(touches("[NAME] met Ada", "Ada"));
    assert_false(touches("an open [NAME without end", "NAME"));
}

static void what_pretends_to_be_a_mark_is_text(void **state)
{
    (void)state;
    assert_false(is_mark("[JAYDEN OKAFOR]"));
    assert_false(is_mark("[NAME OKAFOR]"));
    assert_false(is_mark("[PERSON 07700900123]"));
    assert_false(is_mark("[PHONE 3]"));
    assert_false(is_mark("[Removed: he was in prison]"));
    assert_false(is_mark("[Removed: criminal, family, he was in prison]"));
    assert_false(is_mark("[Removed: criminal, criminal]"));
    assert_false(is_mark("[Removed: ]"));
}

static void what_is_found_in_marks_is_spared(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("by [PERSON 3] Okafor (tel. [PHONE]).");
    g_autoptr(GArray) findings = isr_findings_new();
    const IsrFinding found[] = {{.range = {4, 12}},  /* PERSON 3 */
                                {.range = {4, 20}},  /* PERSON 3] Okafor */
                                {.range = {3, 21}},  /* and a bracket more */
                                {.range = {26, 34}}, /* [PHONE]) */
                                {.range = {14, 34}}};

    g_array_append_vals(findings, found, G_N_ELEMENTS(found));
    isr_marks_spare(text, findings);
    assert_int_equal(findings->len, 3);
    for (guint i = 0; i < findings->len; i++) {
        const IsrRange range = g_array_index(findings, IsrFinding, i).range;

        assert_true(range.start >= 13 && range.end <= 34);
        assert_non_null(
            g_strstr_len(text->str + range.start, (gssize)(range.end - range.start), "Okafor"));
    }
}

static void names_that_the_program_gives_are_known(void **state)
{
    (void)state;
    assert_true(isr_mark_is_name("RedactedStyle3"));
    assert_false(isr_mark_is_name("RedactedStyle"));
    assert_false(isr_mark_is_name("Redacted3"));
    assert_false(isr_mark_is_name("RedactedStyle3 of Ada"));
    assert_false(isr_mark_is_name("Style3"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_known),
        cmocka_unit_test(whoever_a_label_tells_of_has_a_mark),
        cmocka_unit_test(every_category_has_a_mark),
        cmocka_unit_test(other_brackets_are_text),
        cmocka_unit_test(what_pretends_to_be_a_mark_is_text),
        cmocka_unit_test(what_is_found_in_marks_is_spared),
        cmocka_unit_test(names_that_the_program_gives_are_known),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
