/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the benchmark calls masked, on a document of two lines. */
#include "isr_test.h"

#include "masking.h"

#include <glib/gstdio.h>
#include <isredact/error.h>

#include <string.h>

#define MENTION(id, type, kind, start, end)                                                        \
    "{\"entity_id\":\"" id "\",\"entity_type\":\"" type "\",\"identifier_type\":\"" kind           \
    "\",\"start_offset\":" start ",\"end_offset\":" end "}"

/* "Mr Zoë Hill" and "Hill" are one person; the country need not be masked. */
static const char DOCUMENT[] =
    "[{\"doc_id\":\"t\",\"text\":\"Mr Zoë Hill (no. 12/05) of Wales\\nHill left in 1994.\","
    "\"annotations\":{\"one\":{\"entity_mentions\":[" MENTION(
        "e1", "PERSON", "DIRECT", "0",
        "11") "," MENTION("e2", "CODE", "DIRECT", "13",
                          "22") "," MENTION("e3", "LOC", "NO_MASK", "27",
                                            "32") "," MENTION("e1", "PERSON", "DIRECT", "33",
                                                              "37") "," MENTION("e4", "DATETIME",
                                                                                "QUASI", "46",
                                                                                "50") "]}}}]";

static GPtrArray *load(const char *json, GError **error)
{
    g_autofree char *path = NULL;
    gint fd = g_file_open_tmp("isr-tab-XXXXXX", &path, NULL);

    g_close(fd, NULL);
    g_file_set_contents(path, json, -1, NULL);
    GPtrArray *documents = isr_tab_load(path, error);

    g_unlink(path);
    return documents;
}

static IsrMasking *masking_of(const char *copy)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) documents = load(DOCUMENT, &error);
    IsrMasking *masking = isr_masking_new();

    assert_no_error(error);
    assert_int_equal(documents->len, 1);
    const IsrTabDocument *document = documents->pdata[0];
    g_autoptr(IsrCollation) collation = isr_collate(document->gold, copy);

    isr_masking_add(masking, document, collation);
    return masking;
}

static void an_entity_is_masked_when_all_its_mentions_are(void **state)
{
    (void)state;
    g_autoptr(IsrMasking) all = masking_of("Mr [NAME] (no. [REF]) of Wales\n[NAME] left in 1994.");
    g_autoptr(IsrMasking) half = masking_of("Mr [NAME] (no. [REF]) of Wales\nHill left in 1994.");

    assert_int_equal(all->direct.all, 2);
    assert_int_equal(all->direct.masked, 2);
    assert_int_equal(all->quasi.all, 1);
    assert_int_equal(all->quasi.masked, 0);
    assert_int_equal(half->direct.masked, 1);
    assert_non_null(strstr(half->misses->pdata[0], "direct PERSON: 12 05 of Wales <Hill>"));
}

/* Of "12/05" each half says something; of "Mr Zoë Hill" the title does not, nor does "no". */
static void half_a_mention_is_not_masked(void **state)
{
    (void)state;
    g_autoptr(IsrMasking) masking = masking_of("Mr [NAME] (no. 12/[REF]) of\n[NAME] left in .");

    assert_int_equal(masking->direct.masked, 1);
    assert_int_equal(masking->quasi.masked, 1);
}

static void precision_is_that_of_masked_words(void **state)
{
    (void)state;
    /* Gone: Zoë, Hill, Hill, and beside them Wales and left. */
    g_autoptr(IsrMasking) masking = masking_of("Mr [NAME] (no. 12/05) of [PLACE]\n[NAME] in 1994.");

    assert_int_equal(masking->tokens, 5);
    assert_int_equal(masking->right, 3);
    assert_true(isr_masking_precision(masking) > 59.9 && isr_masking_precision(masking) < 60.1);
}

static void other_files_are_refused(void **state)
{
    static const char *const OTHERS[] = {
        "{}",
        "[1]",
        "[{\"doc_id\":\"t\",\"text\":1,\"annotations\":{}}]",
        "[{\"doc_id\":\"t\",\"text\":\"x\",\"annotations\":{\"one\":{\"entity_mentions\":[1]}}}]",
        "[{\"doc_id\":\"t\",\"text\":\"x\"}]",
        "[{\"doc_id\":\"t\",\"text\":\"x\",\"annotations\":{\"one\":{}}}]",
        "[{\"doc_id\":\"t\",\"text\":\"x\",\"annotations\":{\"one\":{\"entity_mentions\":[" MENTION(
            "e", "LOC", "QUASI", "0", "9") "]}}}]",
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(OTHERS); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) documents = load(OTHERS[i], &error);

        assert_null(documents);
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entity_is_masked_when_all_its_mentions_are),
        cmocka_unit_test(half_a_mention_is_not_masked),
        cmocka_unit_test(precision_is_that_of_masked_words),
        cmocka_unit_test(other_files_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
