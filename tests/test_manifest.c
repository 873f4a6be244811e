/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Manifests follow their schema, quote no value, and are the same for the same record. */
#include "isr_manifest.h"
#include "isr_record_test.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A record with something in every member: two findings, a person, parts, a check. */
static IsrRecord *full_record(const IsrProfile *profile)
{
    IsrRecord *record = record_new(profile);
    const IsrPart picture = {"picture", ISR_FATE_CLEANED, "nobody has looked at it", 1, TRUE};
    const IsrDecision decision = {.recipient = (char *)"office@school.example",
                                  .purpose = (char *)"Annual review",
                                  .decided_by = (char *)"A. Manager"};
    IsrOutcome *outcome = record_add(record, 2, ISR_CATEGORY_NAME, ISR_ROLE_THIRD_PARTY,
                                     ISR_ACTION_NUMBER, ISR_ACTION_NUMBER, "[PERSON 3]");

    outcome->finding.person = 3;
    outcome->finding.flags = ISR_FINDING_LABELLED | ISR_FINDING_SWEPT;
    outcome->commitment = g_strdup(record->source_digest);
    record_add(record, 4, ISR_CATEGORY_DOB, ISR_ROLE_SUBJECT, ISR_ACTION_KEEP, ISR_ACTION_KEEP,
               NULL);
    isr_record_part(record, &picture);
    isr_record_set_decision(record, &decision);
    isr_record_settle(record);
    return record;
}

static JsonNode *parsed(const IsrRecord *record)
{
    g_autofree char *text = isr_manifest_text(record);
    g_autoptr(GError) error = NULL;
    JsonNode *node = json_from_string(text, &error);

    assert_no_error(error);
    return node;
}

static JsonObject *member(JsonNode *node, const char *name)
{
    return json_object_get_object_member(json_node_get_object(node), name);
}

/* Exit status of the validator for @text. */
static int validate(const char *text)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("isredact-manifest-XXXXXX", &path, NULL), status;

    assert_true(file >= 0);
    g_close(file, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    status = validate_file(path);
    g_unlink(path);
    if (status == NO_VALIDATOR) {
        print_message("python3-jsonschema is not installed\n");
        skip();
    }
    return status;
}

static void manifests_follow_their_schema(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) full = full_record(profile), empty = record_new(profile);
    g_autofree char *full_text = isr_manifest_text(full), *empty_text = isr_manifest_text(empty);

    (void)state;
    assert_int_equal(validate(full_text), 0);
    assert_int_equal(validate(empty_text), 0);
}

static void a_scan_has_neither_copy_nor_verification(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) record = full_record(profile);
    g_autofree char *text = NULL;

    (void)state;
    g_clear_pointer(&record->copy_digest, g_free);
    text = isr_manifest_text(record);
    assert_non_null(strstr(text, "\"verification\" : null"));
    assert_int_equal(validate(text), 0);
}

static void the_schema_refuses_what_is_no_manifest(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) record = full_record(profile);

    (void)state;
    ((IsrOutcome *)record->outcomes->pdata[1])->commitment = g_strdup("too short");
    g_autofree char *text = isr_manifest_text(record);
    assert_int_equal(validate(text), 1);
    assert_int_equal(validate("{}"), 1);
}

static void a_kept_value_is_neither_quoted_nor_committed_to(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) record = record_new(profile);
    g_autofree char *text = NULL;

    (void)state;
    record_add(record, 1, ISR_CATEGORY_NAME, ISR_ROLE_SUBJECT, ISR_ACTION_KEEP, ISR_ACTION_KEEP,
               RECORD_NAME);
    text = isr_manifest_text(record);
    assert_null(strstr(text, RECORD_NAME));
    assert_non_null(strstr(text, "\"now\" : null"));
}

static void people_are_numbered_and_not_named(void **state)
{
    g_autofree char *folder = isr_patterns_folder();
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPatterns) patterns = isr_patterns_load(folder, &error);
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) record = record_new(profile);
    char *subjects[] = {(char *)RECORD_NAME, NULL};
    g_autofree char *text = NULL;

    (void)state;
    assert_no_error(error);
    record->people = isr_people_new(patterns, subjects);
    isr_people_settle(record->people, terms);
    assert_int_equal(isr_people_size(record->people), 1);
    text = isr_manifest_text(record);
    assert_null(strstr(text, "Okafor"));
    assert_null(strstr(text, "Jayden"));
    assert_non_null(strstr(text, "\"person\" : 1"));
    assert_int_equal(validate(text), 0);
}

static void two_manifests_of_one_record_are_the_same_bytes(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) one = full_record(profile), two = full_record(profile);
    g_autofree char *first = isr_manifest_text(one), *second = isr_manifest_text(two);

    (void)state;
    assert_string_equal(first, second);
    assert_true(g_str_has_suffix(first, "}\n"));
}

static void the_date_is_that_of_source_date_epoch_or_none(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) record = full_record(profile);
    g_autoptr(JsonNode) dated = NULL, undated = NULL;

    (void)state;
    g_setenv("SOURCE_DATE_EPOCH", "1735689600", TRUE);
    dated = parsed(record);
    g_unsetenv("SOURCE_DATE_EPOCH");
    undated = parsed(record);
    assert_string_equal(json_object_get_string_member(member(dated, "decision"), "date"),
                        "2025-01-01");
    assert_true(json_object_get_null_member(member(undated, "decision"), "date"));
}

static void a_manifest_says_who_why_and_on_what_basis(void **state)
{
    g_autoptr(IsrProfile) profile = record_profile("education");
    g_autoptr(IsrRecord) record = full_record(profile);
    g_autoptr(JsonNode) node = parsed(record);
    JsonObject *decision = member(node, "decision"), *from = member(node, "profile");

    (void)state;
    assert_string_equal(json_object_get_string_member(decision, "recipient"),
                        "office@school.example");
    assert_string_equal(json_object_get_string_member(decision, "decided_by"), "A. Manager");
    assert_true(json_object_get_null_member(decision, "reason"));
    assert_string_equal(json_object_get_string_member(from, "id"), "education");
    assert_string_equal(json_object_get_string_member(from, "digest"), profile->digest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(manifests_follow_their_schema),
        cmocka_unit_test(a_scan_has_neither_copy_nor_verification),
        cmocka_unit_test(the_schema_refuses_what_is_no_manifest),
        cmocka_unit_test(a_kept_value_is_neither_quoted_nor_committed_to),
        cmocka_unit_test(people_are_numbered_and_not_named),
        cmocka_unit_test(two_manifests_of_one_record_are_the_same_bytes),
        cmocka_unit_test(the_date_is_that_of_source_date_epoch_or_none),
        cmocka_unit_test(a_manifest_says_who_why_and_on_what_basis),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
