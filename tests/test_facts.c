/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a worker tells of a document, out and in; and that nothing else is taken for it. */
#include "isr_test.h"

#include "../src/batch/facts.h"

#include <isredact/error.h>

static IsrOutcome *outcome(IsrCategory category, IsrRole role, IsrAction action)
{
    IsrOutcome *one = g_new0(IsrOutcome, 1);

    one->finding.category = category;
    one->finding.role = role;
    one->done = action;
    one->part = g_strdup("document");
    return one;
}

static IsrRecord *some_record(void)
{
    IsrRecord *record = isr_record_new();

    record->format = "docx";
    record->name = g_strdup("plan of [NAME]");
    record->copy_digest = g_strdup("00ff");
    g_ptr_array_add(record->outcomes,
                    outcome(ISR_CATEGORY_NAME, ISR_ROLE_FAMILY, ISR_ACTION_REMOVE));
    g_ptr_array_add(record->outcomes,
                    outcome(ISR_CATEGORY_NAME, ISR_ROLE_FAMILY, ISR_ACTION_REMOVE));
    g_ptr_array_add(record->outcomes, outcome(ISR_CATEGORY_DOB, ISR_ROLE_SUBJECT, ISR_ACTION_KEEP));
    record->cells = 7;
    isr_record_check(record, "pictures were not read");
    return record;
}

static void facts_come_in_as_they_went_out(void **state)
{
    g_autoptr(IsrRecord) record = some_record();
    g_autofree char *text = isr_facts_text(record, "c2VhbGVk");
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrFacts) facts = isr_facts_read(text, &error);

    (void)state;
    assert_no_error(error);
    assert_string_equal(facts->format, "docx");
    assert_string_equal(facts->name, "plan of [NAME]");
    assert_string_equal(facts->copy_digest, "00ff");
    assert_string_equal(facts->sealed, "c2VhbGVk");
    assert_int_equal(facts->cells, 7);
    assert_int_equal(facts->checks->len, 1);
    assert_string_equal(facts->checks->pdata[0], "pictures were not read");
    assert_int_equal(facts->counts->len, 2);
    assert_int_equal(g_array_index(facts->counts, IsrFactsCount, 0).count, 2);
    assert_int_equal(g_array_index(facts->counts, IsrFactsCount, 0).action, ISR_ACTION_REMOVE);
}

static void nothing_else_passes(void **state)
{
    static const char *const wrong[] = {
        "",
        "[]",
        "{}",
        "{\"format\":\"docx\"",
        "{\"format\":\"docx\",\"copy\":\"0\",\"checks\":[],\"counts\":[[\"Ada\",\"family\","
        "\"keep\",1]]}",
        "{\"format\":\"docx\",\"copy\":\"0\",\"checks\":[],\"counts\":[[\"name\",\"family\","
        "\"keep\"]]}",
        "{\"format\":\"docx\",\"copy\":\"0\",\"checks\":[],\"counts\":[[\"name\",\"family\","
        "\"keep\",0]]}",
        "{\"format\":\"docx\",\"copy\":\"0\",\"checks\":[7],\"counts\":[]}",
        "{\"format\":1,\"copy\":\"0\",\"checks\":[],\"counts\":[]}",
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GError) error = NULL;

        assert_null(isr_facts_read(wrong[i], &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_come_in_as_they_went_out),
        cmocka_unit_test(nothing_else_passes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
