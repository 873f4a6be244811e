/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents that share passages, redacted, held against each other, and redacted again until no
 * copy undoes another. */
#include "isr_guarded.h"

static IsrPatterns *patterns;

static int load(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    patterns = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    isr_patterns_free(patterns);
    return 0;
}

/* Redacts @texts, makes the copies consistent in @rounds rounds, not more and not less. */
static Guarded *settle(const char *profile, const char *const *texts, guint rounds)
{
    Guarded *batch = guarded_new(patterns, profile, texts);

    for (guint i = 0; i < batch->n; i++)
        guarded_redact(batch, i);
    for (guint round = 0; round <= rounds; round++) {
        g_autoptr(IsrGuard) guard = guarded_compare(batch);

        assert_int_equal(guarded_mend(batch, guard), round < rounds);
    }
    return batch;
}

static gboolean says(const Guarded *batch, guint n, const char *words)
{
    return strstr(batch->copies[n], words) != NULL;
}

/* What went from document @n for another's sake: how many findings, each of @category. */
static guint count_linked(const Guarded *batch, guint n, IsrCategory category)
{
    guint linked = 0;

    for (guint i = 0; i < batch->records[n]->outcomes->len; i++) {
        const IsrOutcome *outcome = batch->records[n]->outcomes->pdata[i];

        if (!g_str_equal(outcome->finding.rule, ISR_LINKAGE_RULE))
            continue;
        assert_string_equal(outcome->finding.reason, ISR_LINKAGE_REASON);
        assert_int_equal(outcome->finding.category, category);
        assert_true(outcome->commitment);
        linked++;
    }
    return linked;
}

static const char *const two_plans[] = {
    "EDUCATION PLAN\n\nChild's name: Ada Thistle\nDate of birth: 03/04/2014\n"
    "Mother: Bryony Thistle\nNeighbour: Trevor Pugsley\n\n"
    "Ada lives with her mother and goes to school every day.\n"
    "On the way home Trevor Pugsley showed the children how to build a den behind the wall.\n"
    "This document is confidential and must not be shared without consent.\n",
    "EDUCATION PLAN\n\nChild's name: Trevor Pugsley\nDate of birth: 09/08/2013\n"
    "Father: Gordon Pugsley\n\n"
    "Trevor lives with his father and does not go to school on most days.\n"
    "On the way home Trevor Pugsley showed the children how to build a den behind the garden "
    "wall.\n"
    "This document is confidential and must not be shared without consent.\n",
    NULL};

/* A school gets two children's plans: each is told of in the other's. */
static void a_child_in_the_plan_of_another(void **state)
{
    Guarded *batch = settle("education", two_plans, 1);

    (void)state;
    assert_true(says(batch, 0, "home [PERSON 3] showed"));
    assert_true(says(batch, 1, "Child's name: Trevor Pugsley"));
    assert_true(says(batch, 1, "home [NAME] showed"));
    assert_int_equal(count_linked(batch, 0, ISR_CATEGORY_NAME), 0);
    assert_int_equal(count_linked(batch, 1, ISR_CATEGORY_NAME), 1);
    guarded_free(batch);
}

static void what_goes_everywhere_is_quiet(void **state)
{
    Guarded *anonymous = settle("anonymise", two_plans, 0);
    Guarded *coded = settle("audit", two_plans, 0);

    (void)state;
    assert_true(says(anonymous, 1, "home [NAME] showed"));
    assert_false(says(coded, 1, "Pugsley"));
    guarded_free(anonymous);
    guarded_free(coded);
}

/* In one note a label says that Bluey is somebody, in the other nothing does. */
static const char *const two_notes[] = {
    "CASE NOTE\n\nChild: Ada Thistle\nUncle: Hope Barlow, known as Bluey\n\n"
    "Later on Bluey took the little ones out to the park while the others slept in the back "
    "room.\n",
    "VISIT\n\nlater on bluey took the little ones out to the park while the others slept in the "
    "back room.\n",
    NULL};

static void a_name_that_one_document_does_not_give_away(void **state)
{
    Guarded *batch = settle("anonymise", two_notes, 1);

    (void)state;
    assert_true(says(batch, 1, "later on [NAME] took"));
    assert_int_equal(count_linked(batch, 1, ISR_CATEGORY_NAME), 1);
    guarded_free(batch);
}

static void a_profile_of_codes_gives_a_code(void **state)
{
    Guarded *batch = settle("audit", two_notes, 1);

    (void)state;
    assert_false(says(batch, 1, "bluey"));
    assert_true(says(batch, 1, "later on PERSON-"));
    guarded_free(batch);
}

static void a_sentence_of_the_mother_s_in_her_own_plan(void **state)
{
    const char *const texts[] = {
        "EDUCATION PLAN\n\nChild's name: Ada Thistle\nMother: Bryony Thistle\n\n"
        "Bryony Thistle was admitted to hospital with pneumonia for nine days in the winter.\n"
        "Ada enjoys her swimming lessons and has made two good friends in her class.\n",
        "PATHWAY PLAN\n\nYoung person's name: Bryony Thistle\nDate of birth: 03/04/2007\n\n"
        "Bryony Thistle was admitted to hospital with severe pneumonia for nine days in the "
        "winter.\n"
        "Bryony would like to go on to college and is looking at two courses.\n",
        NULL};
    Guarded *batch = settle("education", texts, 1);

    (void)state;
    assert_true(says(batch, 0, "[Removed: health, family]"));
    assert_true(says(batch, 1, "[Removed: health, child]"));
    assert_false(says(batch, 1, "pneumonia"));
    assert_true(says(batch, 1, "looking at two courses"));
    guarded_free(batch);
}

static void a_mail_and_what_was_forwarded_of_it(void **state)
{
    const char *const texts[] = {
        "From: Gordon Pugsley\nTo: Marsh Lane School\nNeighbour: Kez Tranter\n\n"
        "I saw Kez Tranter by the bus station on Monday and she asked about the meeting in "
        "school.\n",
        "Child's name: Kez Tranter\n\nForwarded by the school office:\n\n"
        "> I saw Kez Tranter by the bus station on Monday\n"
        "> and she asked about the meeting in school.\n",
        NULL};
    Guarded *batch = settle("education", texts, 1);

    (void)state;
    assert_false(says(batch, 0, "Kez"));
    assert_true(says(batch, 1, "Child's name: Kez Tranter"));
    assert_true(says(batch, 1, "I saw [NAME] by"));
    guarded_free(batch);
}

static void one_line_for_all_raises_nothing(void **state)
{
    static const char line[] = "This document is confidential to Marsh Lane Council and must not "
                               "be shared without the consent of the family.\n";
    g_autofree char *first = g_strconcat("Child: Ada Thistle\n\n", line, NULL);
    g_autofree char *second = g_strconcat("Child: Kez Tranter\n\n", line, NULL);
    g_autofree char *third = g_strconcat("Child: Bo Pugsley\n\n", line, NULL);
    const char *const texts[] = {first, second, third, NULL};
    const char *const profiles[] = {"anonymise", "education", "audit"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(profiles); i++)
        guarded_free(settle(profiles[i], texts, 0));
}

static void without_a_batch_nothing_is_told(void **state)
{
    Guarded *batch = guarded_new(patterns, "anonymise", two_notes);
    const IsrJob job = {.patterns = patterns, .profile = batch->profile};

    (void)state;
    assert_null(isr_linkage_new(&job));
    guarded_redact(batch, 1);
    assert_non_null(batch->records[1]->imprint);
    assert_null(strstr(batch->records[1]->imprint, "bluey"));
    guarded_free(batch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_child_in_the_plan_of_another),
        cmocka_unit_test(what_goes_everywhere_is_quiet),
        cmocka_unit_test(a_name_that_one_document_does_not_give_away),
        cmocka_unit_test(a_profile_of_codes_gives_a_code),
        cmocka_unit_test(a_sentence_of_the_mother_s_in_her_own_plan),
        cmocka_unit_test(a_mail_and_what_was_forwarded_of_it),
        cmocka_unit_test(one_line_for_all_raises_nothing),
        cmocka_unit_test(without_a_batch_nothing_is_told),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
