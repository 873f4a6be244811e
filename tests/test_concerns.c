/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stages leave for the report comes in as it went out, and nothing else does. */
#include "isr_test.h"

#include "../src/batch/concerns.h"

#include <isredact/error.h>
#include <isredact/limits.h>

static IsrConcerns *some(void)
{
    IsrConcerns *concerns = isr_concerns_new();
    const IsrConcernSingle single = {"JJJJ-KKKK", (char *)"age 12, \"Usher\"", 2, NULL};

    isr_concerns_add_single(concerns, &single);
    concerns->least = 5;
    return concerns;
}

static void singles_come_in_as_they_went_out(void **state)
{
    g_autoptr(IsrConcerns) concerns = some(), back = isr_concerns_new();
    g_autofree char *text = isr_concerns_text(concerns), *again = NULL;
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_true(isr_concerns_read(back, text, &error));
    assert_no_error(error);
    again = isr_concerns_text(back);
    assert_string_equal(again, text);
    assert_int_equal(back->least, 5);
    assert_string_equal(g_array_index(back->singles, IsrConcernSingle, 0).left,
                        "age 12, \"Usher\"");
    assert_null(g_array_index(back->singles, IsrConcernSingle, 0).coarser);
}

/* A doubt met in two documents is one. */
static void no_more_come_in_than_are_read(void **state)
{
    const char *const row = "[\"JJJJ-KKKK\",\"age 12\",\"\",2]";

    (void)state;
    for (guint rows = ISR_LIMIT_CONCERNS; rows <= ISR_LIMIT_CONCERNS + 1; rows++) {
        g_autoptr(IsrConcerns) concerns = isr_concerns_new();
        g_autoptr(GString) text = g_string_new("{\"least\":5,\"singles\":[");
        g_autoptr(GError) error = NULL;

        for (guint i = 0; i < rows; i++)
            g_string_append_printf(text, "%s%s", i ? "," : "", row);
        g_string_append(text, "]}");
        assert_int_equal(isr_concerns_read(concerns, text->str, &error),
                         rows <= ISR_LIMIT_CONCERNS);
    }
}

static void all_are_loaded_from_the_journal(void **state)
{
    static const char lines[] = "joined 3 1 GGGG-HHHH -\n"
                                "apart 7 2 BBBB-CCCC DDDD-FFFF\n"
                                "apart 2 1 BBBB-CCCC DDDD-FFFF\n";
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrJournal) journal = isr_journal_open(NULL, "", &error);
    const IsrBatch batch = {.journal = journal};
    g_autoptr(IsrConcerns) concerns = some(), none = NULL, all = NULL;
    g_autofree char *text = isr_concerns_text(concerns);

    (void)state;
    assert_no_error(error);
    none = isr_concerns_load(&batch, &error);
    assert_no_error(error);
    assert_int_equal(none->doubts->len + none->singles->len + none->linkages->len, 0);
    assert_false(isr_concerns_ask(none));
    assert_true(isr_journal_set(journal, "doubts", lines, &error));
    assert_true(isr_journal_set(journal, ISR_CONCERNS_SINGLES, text, &error));
    all = isr_concerns_load(&batch, &error);
    assert_no_error(error);
    assert_int_equal(all->doubts->len, 3);
    assert_int_equal(g_array_index(all->doubts, IsrConcernDoubt, 0).document, 2);
    assert_int_equal(isr_concerns_doubts(all), 2);
    assert_int_equal(isr_concerns_same(all, 0), 2);
    assert_int_equal(all->singles->len, 1);
    assert_true(isr_concerns_ask(all));
}

static void what_was_made_alike_asks_nobody(void **state)
{
    g_autoptr(IsrConcerns) concerns = isr_concerns_new();
    const IsrConcernLinkage made = {1, 2, 1, 0, TRUE}, open = {1, 3, 1, 0, FALSE};

    (void)state;
    isr_concerns_add_linkage(concerns, &made);
    assert_false(isr_concerns_ask(concerns));
    isr_concerns_add_linkage(concerns, &open);
    assert_true(isr_concerns_ask(concerns));
}

static void nothing_else_passes(void **state)
{
    static const char *const wrong[] = {
        "",
        "[]",
        "{}",
        "{\"singles\":[]}",
        "{\"singles\":[],\"least\":-2}",
        "{\"singles\":[],\"least\":\"x\"}x",
        "{\"singles\":{},\"least\":1}",
        "{\"singles\":[1],\"least\":1}",
        "{\"singles\":[[\"B\",\"age\",\"\"]],\"least\":1}",
        "{\"singles\":[[\"Jo Bloggs\",\"age\",\"\",1]],\"least\":1}",
        "{\"singles\":[[\"B\",null,\"\",1]],\"least\":1}",
        "{\"singles\":[[\"B\",[],{},1]],\"least\":1}",
        "{\"singles\":[[\"B\",\"age\",\"\",-1]],\"least\":1}",
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(IsrConcerns) concerns = isr_concerns_new();
        g_autoptr(GError) error = NULL;

        if (isr_concerns_read(concerns, wrong[i], &error))
            fail_msg("taken: %s", wrong[i]);
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(singles_come_in_as_they_went_out),
        cmocka_unit_test(no_more_come_in_than_are_read),
        cmocka_unit_test(all_are_loaded_from_the_journal),
        cmocka_unit_test(what_was_made_alike_asks_nobody),
        cmocka_unit_test(nothing_else_passes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
