/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The summary says in plain words what went, whose it was, what to look at and where the copy is.
 */
#include "isr_record_test.h"

#include <string.h>

static void the_summary_is_a_short_table(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) record = record_new(profile);
    const IsrPart comment = {"comment", ISR_FATE_DROPPED, "the profile keeps no comments", 2,
                             FALSE};
    g_autofree char *text = NULL;

    (void)state;
    for (guint i = 0; i < 20; i++)
        record_add(record, i, ISR_CATEGORY_NAME, ISR_ROLE_SUBJECT, ISR_ACTION_KEEP, ISR_ACTION_KEEP,
                   NULL);
    record_add(record, 3, ISR_CATEGORY_NAME, ISR_ROLE_THIRD_PARTY, ISR_ACTION_NUMBER,
               ISR_ACTION_NUMBER, "[PERSON 3]");
    record_add(record, 3, ISR_CATEGORY_NAME, ISR_ROLE_REFERRER, ISR_ACTION_REMOVE,
               ISR_ACTION_REMOVE, "[NAME]");
    record_add(record, 5, ISR_CATEGORY_CRIMINAL, ISR_ROLE_FAMILY, ISR_ACTION_REMOVE,
               ISR_ACTION_REMOVE, "[REMOVED]");
    isr_record_part(record, &comment);
    isr_record_check(record, "Look at the pictures.");
    text = isr_summary_text(record, "plan.redacted.docx", "plan.redacted.manifest.json", FALSE);
    assert_string_equal(text, "For: A school or college supporting a child (education)\n"
                              "\n"
                              "Removed\n"
                              "  Names                         1   referrers 1\n"
                              "  Crime and police              1   family 1\n"
                              "\n"
                              "Made less exact\n"
                              "  Names: number                 1   others 1\n"
                              "\n"
                              "Kept\n"
                              "  Names                        20   child 20\n"
                              "\n"
                              "Left out of the copy\n"
                              "  comment                       2   the profile keeps no comments\n"
                              "\n"
                              "Look at first\n"
                              "   1. Look at the pictures.\n"
                              "\n"
                              "The copy, verified: plan.redacted.docx\n"
                              "The manifest:       plan.redacted.manifest.json\n");
}

static void an_empty_record_says_so(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) record = record_new(profile);
    g_autofree char *text = isr_summary_text(record, NULL, NULL, FALSE);

    (void)state;
    assert_non_null(strstr(text, "Nothing was found"));
    assert_non_null(strstr(text, "Nothing was written."));
}

static void colour_comes_only_when_asked(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) record = record_new(profile);
    g_autofree char *plain = NULL, *coloured = NULL;

    (void)state;
    isr_record_check(record, "Look at the pictures.");
    plain = isr_summary_text(record, "copy.docx", NULL, FALSE);
    coloured = isr_summary_text(record, "copy.docx", NULL, TRUE);
    assert_null(strchr(plain, '\033'));
    assert_non_null(strstr(coloured, "\033[1;33mLook at first\033[0m"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_summary_is_a_short_table),
        cmocka_unit_test(an_empty_record_says_so),
        cmocka_unit_test(colour_comes_only_when_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
