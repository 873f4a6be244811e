/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record adds up what it is told and says, once, what a person must look at. */
#include "isr_record_test.h"

#include <isredact/error.h>

#include <string.h>

typedef struct {
    IsrProfile *profile;
    IsrRecord *record;
} Fixture;

static int make_record(void **state)
{
    Fixture *fixture = g_new0(Fixture, 1);

    fixture->profile = record_profile("education");
    fixture->record = record_new(fixture->profile);
    *state = fixture;
    return 0;
}

static int free_record(void **state)
{
    Fixture *fixture = *state;

    isr_record_free(fixture->record);
    isr_profile_free(fixture->profile);
    g_free(fixture);
    return 0;
}

static const char *check(const IsrRecord *record, guint n)
{
    assert_in_range(n + 1, 1, record->checks->len);
    return record->checks->pdata[n];
}

static void a_clean_record_needs_no_look(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;

    record_add(record, 0, ISR_CATEGORY_NAME, ISR_ROLE_SUBJECT, ISR_ACTION_KEEP, ISR_ACTION_KEEP,
               NULL);
    record_add(record, 1, ISR_CATEGORY_DATE, ISR_ROLE_UNSURE, ISR_ACTION_KEEP, ISR_ACTION_KEEP,
               NULL);
    record_add(record, 2, ISR_CATEGORY_PASSPORT, ISR_ROLE_UNSURE, ISR_ACTION_REMOVE,
               ISR_ACTION_REMOVE, "[PASSPORT NUMBER]");
    isr_record_settle(record);
    assert_int_equal(record->checks->len, 0);
}

static void what_fails_its_check_is_looked_at(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;

    record_add(record, 11, ISR_CATEGORY_NHS_NUMBER, ISR_ROLE_SUBJECT, ISR_ACTION_REMOVE,
               ISR_ACTION_REMOVE, "[NHS NUMBER]")
        ->finding.flags = ISR_FINDING_LABELLED | ISR_FINDING_FAILED;
    isr_record_settle(record);
    assert_string_equal(check(record, 0),
                        "These fail their check, are probably mistyped, and are treated as real: "
                        "NHS numbers (paragraph 12).");
}

static void unsure_owners_are_looked_at_where_it_matters(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;

    for (guint i = 0; i < 12; i++)
        record_add(record, i / 2, ISR_CATEGORY_NAME, ISR_ROLE_UNSURE, ISR_ACTION_NUMBER,
                   ISR_ACTION_NUMBER, "[PERSON 3]");
    isr_record_settle(record);
    assert_int_equal(record->checks->len, 1);
    assert_non_null(strstr(check(record, 0), "It is not said whose these are"));
    assert_non_null(strstr(check(record, 0), "Names (paragraphs 1, 2, 3, 4, 5, 6)."));
}

static void what_could_not_be_done_is_looked_at(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;

    record_add(record, 4, ISR_CATEGORY_DOB, ISR_ROLE_FAMILY, ISR_ACTION_GENERALISE,
               ISR_ACTION_REMOVE, "[DATE OF BIRTH]");
    isr_record_settle(record);
    assert_non_null(strstr(check(record, 0), "These could not be treated as the profile asks"));
}

static void what_moved_and_reads_as_before_is_looked_at(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;
    const guint third = 2;

    record_add(record, 4, ISR_CATEGORY_DOB, ISR_ROLE_FAMILY, ISR_ACTION_SHIFT, ISR_ACTION_SHIFT,
               "1979")
        ->still = TRUE;
    g_array_append_val(record->undated, third);
    isr_record_settle(record);
    assert_int_equal(record->checks->len, 2);
    assert_non_null(strstr(check(record, 0), "did not move with the dates (paragraph 3)."));
    assert_non_null(strstr(check(record, 1), "read as before: Dates of birth (paragraph 5)."));
}

static void months_are_not_looked_at_where_no_date_moved(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;
    const guint third = 2;

    g_array_append_val(record->undated, third);
    isr_record_settle(record);
    assert_int_equal(record->checks->len, 0);
}

static void one_reason_is_one_sentence(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;

    record_add(record, 4, ISR_CATEGORY_PHONE, ISR_ROLE_UNSURE, ISR_ACTION_REMOVE, ISR_ACTION_REMOVE,
               "[PHONE]");
    record_add(record, 6, ISR_CATEGORY_EMAIL, ISR_ROLE_UNSURE, ISR_ACTION_REMOVE, ISR_ACTION_REMOVE,
               "[EMAIL]");
    isr_record_settle(record);
    assert_int_equal(record->checks->len, 1);
    assert_non_null(strstr(check(record, 0), ": Phone numbers (paragraph 5), E-mail addresses "
                                             "(paragraph 7)."));
}

static void many_places_are_counted_not_listed(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;

    for (guint i = 0; i < 30; i++)
        record_add(record, i, ISR_CATEGORY_DOB, ISR_ROLE_FAMILY, ISR_ACTION_GENERALISE,
                   ISR_ACTION_REMOVE, "[DATE OF BIRTH]");
    isr_record_settle(record);
    assert_non_null(strstr(check(record, 0), "(paragraphs 1, 2, 3, 4, 5, 6, 7, 8 and 22 more)."));
}

static void parts_that_agree_become_one(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;
    const IsrPart picture = {"picture", ISR_FATE_CLEANED, "nobody has looked at it", 1, TRUE};
    const IsrPart dropped = {"picture", ISR_FATE_DROPPED, "of an unknown kind", 1, FALSE};

    isr_record_part(record, &picture);
    isr_record_part(record, &dropped);
    isr_record_part(record, &picture);
    assert_int_equal(record->parts->len, 2);
    assert_int_equal(((IsrPartRecord *)record->parts->pdata[0])->count, 2);
    isr_record_settle(record);
    assert_int_equal(record->checks->len, 1);
    assert_string_equal(check(record, 0), "Not inspected: picture, nobody has looked at it (2).");
}

static void a_sentence_is_said_once(void **state)
{
    IsrRecord *record = ((Fixture *)*state)->record;

    isr_record_check(record, "Look at the pictures.");
    isr_record_check(record, "Look at the pictures.");
    assert_int_equal(record->checks->len, 1);
}

static void what_a_profile_demands_must_be_given(void **state)
{
    g_autoptr(IsrProfile) police = record_profile("police"), audit = record_profile("audit");
    IsrDecision decision = {.recipient = (char *)"officer@police.example"};
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_false(isr_decision_is_complete(&decision, police, FALSE, FALSE, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_USAGE));
    assert_non_null(strstr(error->message, "--reason"));
    assert_null(strstr(error->message, "--recipient"));
    decision.reason = (char *)"Missing since Monday";
    assert_true(isr_decision_is_complete(&decision, police, FALSE, FALSE, NULL));
    assert_false(isr_decision_is_complete(&decision, audit, FALSE, FALSE, NULL));
    assert_true(isr_decision_is_complete(&decision, audit, TRUE, FALSE, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_clean_record_needs_no_look, make_record, free_record),
        cmocka_unit_test_setup_teardown(what_fails_its_check_is_looked_at, make_record,
                                        free_record),
        cmocka_unit_test_setup_teardown(unsure_owners_are_looked_at_where_it_matters, make_record,
                                        free_record),
        cmocka_unit_test_setup_teardown(what_could_not_be_done_is_looked_at, make_record,
                                        free_record),
        cmocka_unit_test_setup_teardown(what_moved_and_reads_as_before_is_looked_at, make_record,
                                        free_record),
        cmocka_unit_test_setup_teardown(months_are_not_looked_at_where_no_date_moved, make_record,
                                        free_record),
        cmocka_unit_test_setup_teardown(one_reason_is_one_sentence, make_record, free_record),
        cmocka_unit_test_setup_teardown(many_places_are_counted_not_listed, make_record,
                                        free_record),
        cmocka_unit_test_setup_teardown(parts_that_agree_become_one, make_record, free_record),
        cmocka_unit_test_setup_teardown(a_sentence_is_said_once, make_record, free_record),
        cmocka_unit_test_setup_teardown(what_a_profile_demands_must_be_given, make_record,
                                        free_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
