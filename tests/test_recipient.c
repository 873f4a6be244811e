/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The person who will receive the copy: theirs and the subject's stays, other people's goes. */
#include "isr_test.h"

#include <string.h>

#include <isredact/detector.h>
#include <isredact/error.h>

#include "../src/recipient.h"

static IsrPatterns *patterns;
static IsrProfile *profile;

static int load(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);

    (void)state;
    patterns = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    profile = isr_profile_load(folder, "education", &error);
    assert_no_error(error);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    isr_patterns_free(patterns);
    isr_profile_free(profile);
    return 0;
}

/* The people of a plan. */
static IsrPeople *people_of_the_plan(void)
{
    static const char *const lines[] = {"Child: Tasnuva Rouf", "Mother: Shirin Rouf",
                                        "Father: Abdur Rouf", "Neighbour: Trevor Pugsley",
                                        "Social worker: Ekene Mark"};
    IsrPeople *people = isr_people_new(patterns, NULL);
    g_autoptr(IsrTerms) terms = isr_terms_new();

    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
        g_autoptr(GArray) findings = isr_findings_new();
        block->index = i;
        isr_block_append(block, lines[i], -1, 0, ISR_RUN_PLAIN);
        assert_true(isr_detect(patterns, block, findings, NULL));
        isr_people_learn(people, block, findings);
    }
    isr_people_settle(people, terms);
    assert_int_equal(isr_people_size(people), 5);
    return people;
}

static IsrAction action(const IsrPeople *people, IsrCategory category, guint person)
{
    IsrFinding finding = {.category = category, .person = person};

    finding.role = person > 0 ? isr_people_nth(people, person)->role : ISR_ROLE_UNSURE;
    return isr_recipient_action(people, profile, &finding);
}

enum { CHILD = 1, MOTHER, FATHER, NEIGHBOUR, WORKER };

static void without_a_recipient_the_profile_decides(void **state)
{
    (void)state;
    IsrPeople *people = people_of_the_plan();

    assert_int_equal(isr_people_recipient(people), 0);
    assert_int_equal(action(people, ISR_CATEGORY_NAME, MOTHER), ISR_ACTION_KEEP);
    assert_int_equal(action(people, ISR_CATEGORY_DOB, FATHER), ISR_ACTION_REMOVE);
    isr_people_free(people);
}

static void a_father_gets_his_own_and_the_childs(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    IsrPeople *people = people_of_the_plan();

    assert_true(isr_people_receive(people, "Mr Abdur Rouf", &error));
    assert_no_error(error);
    assert_int_equal(isr_people_recipient(people), FATHER);
    assert_true(isr_people_nth(people, FATHER)->recipient);
    assert_int_equal(action(people, ISR_CATEGORY_NAME, CHILD), ISR_ACTION_KEEP);
    assert_int_equal(action(people, ISR_CATEGORY_ADDRESS, CHILD), ISR_ACTION_KEEP);
    assert_int_equal(action(people, ISR_CATEGORY_NAME, FATHER), ISR_ACTION_KEEP);
    assert_int_equal(action(people, ISR_CATEGORY_ADDRESS, FATHER), ISR_ACTION_KEEP);
    assert_int_equal(action(people, ISR_CATEGORY_RELIGION, FATHER), ISR_ACTION_KEEP);
    /* The profile says never=health:family, whoever asks. */
    assert_int_equal(action(people, ISR_CATEGORY_HEALTH, FATHER), ISR_ACTION_REMOVE);
    isr_people_free(people);
}

static void what_is_others_goes(void **state)
{
    (void)state;
    IsrPeople *people = people_of_the_plan();

    assert_true(isr_people_receive(people, "Abdur Rouf", NULL));
    assert_true(isr_action_hides(action(people, ISR_CATEGORY_NAME, MOTHER)));
    assert_true(isr_action_hides(action(people, ISR_CATEGORY_PHONE, MOTHER)));
    assert_true(isr_action_hides(action(people, ISR_CATEGORY_HEALTH, MOTHER)));
    assert_true(isr_action_hides(action(people, ISR_CATEGORY_NAME, NEIGHBOUR)));
    assert_true(isr_action_hides(action(people, ISR_CATEGORY_PHONE, 0)));
    assert_int_equal(action(people, ISR_CATEGORY_NAME, WORKER), ISR_ACTION_KEEP);
    assert_int_equal(action(people, ISR_CATEGORY_PHONE, WORKER), ISR_ACTION_KEEP);
    assert_int_equal(action(people, ISR_CATEGORY_DATE, MOTHER), ISR_ACTION_KEEP);
    isr_people_free(people);
}

static void nobody_or_several_are_refused(void **state)
{
    (void)state;
    IsrPeople *people = people_of_the_plan();
    g_autoptr(GError) none = NULL, several = NULL;

    assert_false(isr_people_receive(people, "Hosne Ara Bibi", &none));
    assert_true(g_error_matches(none, ISR_ERROR, ISR_ERROR_USAGE));
    assert_null(strstr(none->message, "Bibi"));
    assert_false(isr_people_receive(people, "Rouf", &several));
    assert_true(g_error_matches(several, ISR_ERROR, ISR_ERROR_USAGE));
    assert_non_null(strstr(several->message, "several"));
    assert_int_equal(isr_people_recipient(people), 0);
    isr_people_free(people);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_recipient_the_profile_decides),
        cmocka_unit_test(a_father_gets_his_own_and_the_childs),
        cmocka_unit_test(what_is_others_goes),
        cmocka_unit_test(nobody_or_several_are_refused),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
