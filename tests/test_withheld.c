/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which sentences go together, and what their mark says. */
#include "isr_test.h"

#include <isredact/profile.h>

#include "../src/withheld.h"

static const char text[] = "Dad is in prison. He owes money. Ada reads well. Mum is ill.";

static IsrProfile *profile;

static int load_profile(void **state)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
    g_autoptr(GError) error = NULL;

    (void)state;
    profile = isr_profile_load(folder, "education", &error);
    assert_no_error(error);
    return 0;
}

static int free_profile(void **state)
{
    (void)state;
    isr_profile_free(profile);
    return 0;
}

static void add(GArray *findings, gsize start, gsize end, IsrCategory category, IsrRole role)
{
    IsrFinding finding = {.range = {start, end}, .category = category, .role = role};

    g_array_append_val(findings, finding);
}

/* What goes of the text for a school. */
static GArray *withheld_of(const GArray *findings)
{
    IsrJob job = {.profile = profile};
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(IsrPeople) people = isr_people_new(NULL, NULL);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    return isr_withheld_new(block, &job, people, findings);
}

static char *mark_of(const GArray *withheld, guint n)
{
    const GArray *matters = g_array_index(withheld, IsrWithheld, n).matters;

    return isr_action_mark((const IsrMatterMark *)(gpointer)matters->data, matters->len, FALSE);
}

static void neighbours_go_under_one_mark(void **state)
{
    g_autoptr(GArray) findings = isr_findings_new();

    (void)state;
    add(findings, 0, 17, ISR_CATEGORY_CRIMINAL, ISR_ROLE_FAMILY);
    add(findings, 18, 32, ISR_CATEGORY_FINANCE, ISR_ROLE_FAMILY);
    add(findings, 49, 60, ISR_CATEGORY_HEALTH, ISR_ROLE_FAMILY);
    g_autoptr(GArray) withheld = withheld_of(findings);

    assert_int_equal(withheld->len, 2);
    assert_int_equal(g_array_index(withheld, IsrWithheld, 0).range.end, 32);
    g_autofree char *first = mark_of(withheld, 0), *second = mark_of(withheld, 1);

    assert_string_equal(first, "[Removed: criminal, finance, family]");
    assert_string_equal(second, "[Removed: health, family]");
}

static void what_may_stay_stays(void **state)
{
    g_autoptr(GArray) findings = isr_findings_new();

    (void)state;
    add(findings, 49, 60, ISR_CATEGORY_HEALTH, ISR_ROLE_SUBJECT);
    g_autoptr(GArray) withheld = withheld_of(findings);

    assert_int_equal(withheld->len, 0);
}

static void a_sentence_of_two_matters_goes_if_one_must(void **state)
{
    g_autoptr(GArray) findings = isr_findings_new();

    (void)state;
    add(findings, 49, 60, ISR_CATEGORY_HEALTH, ISR_ROLE_SUBJECT);
    add(findings, 49, 60, ISR_CATEGORY_FINANCE, ISR_ROLE_SUBJECT);
    g_autoptr(GArray) withheld = withheld_of(findings);

    assert_int_equal(withheld->len, 1);
    assert_non_null(isr_withheld_at(withheld, (IsrRange){50, 52}));
    assert_null(isr_withheld_at(withheld, (IsrRange){0, 17}));
}

static void an_identifier_half_inside_goes_whole(void **state)
{
    g_autoptr(GArray) findings = isr_findings_new();

    (void)state;
    add(findings, 18, 32, ISR_CATEGORY_FINANCE, ISR_ROLE_FAMILY);
    add(findings, 10, 20, ISR_CATEGORY_ADDRESS, ISR_ROLE_FAMILY);
    g_autoptr(GArray) withheld = withheld_of(findings);

    assert_int_equal(withheld->len, 1);
    assert_int_equal(g_array_index(withheld, IsrWithheld, 0).range.start, 10);
}

static void a_mark_says_whose_each_matter_was(void **state)
{
    const IsrMatterMark matters[] = {
        {ISR_CATEGORY_FINANCE, ISR_ROLE_FAMILY},
        {ISR_CATEGORY_CRIMINAL, ISR_ROLE_FAMILY},
        {ISR_CATEGORY_HEALTH, ISR_ROLE_SUBJECT},
        {ISR_CATEGORY_DOMESTIC_ABUSE, ISR_ROLE_UNSURE},
    };
    g_autofree char *said = isr_action_mark(matters, 4, FALSE);
    g_autofree char *silent = isr_action_mark(matters, 4, TRUE);

    (void)state;
    assert_string_equal(said,
                        "[Removed: health, child; criminal, finance, family; domestic abuse]");
    assert_string_equal(silent, "[REMOVED]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_go_under_one_mark),
        cmocka_unit_test(what_may_stay_stays),
        cmocka_unit_test(a_sentence_of_two_matters_goes_if_one_must),
        cmocka_unit_test(an_identifier_half_inside_goes_whole),
        cmocka_unit_test(a_mark_says_whose_each_matter_was),
    };

    return cmocka_run_group_tests(tests, load_profile, free_profile);
}
