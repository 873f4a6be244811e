/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a batch has done outlives the run, and belongs to that batch alone. */
#include "isr_test.h"

#include "../src/batch/journal.h"

#include <isredact/error.h>

#include <glib/gstdio.h>
#include <sys/stat.h>

typedef struct {
    char *folder, *path;
} Place;

static int make_place(void **state)
{
    Place *place = g_new0(Place, 1);

    place->folder = g_dir_make_tmp("isredact-test-XXXXXX", NULL);
    place->path = g_build_filename(place->folder, "out.journal", NULL);
    *state = place;
    return place->folder ? 0 : -1;
}

static int remove_place(void **state)
{
    Place *place = *state;

    g_remove(place->path);
    g_rmdir(place->folder);
    g_free(place->path);
    g_free(place->folder);
    g_free(place);
    return 0;
}

static IsrJournal *opened(const Place *place, const char *terms)
{
    g_autoptr(GError) error = NULL;
    IsrJournal *journal = isr_journal_open(place->path, terms, &error);

    assert_no_error(error);
    return journal;
}

static void note(IsrJournal *journal, gint64 number, const char *place, const char *digest)
{
    g_autoptr(GError) error = NULL;

    assert_true(isr_journal_note(journal, number, place, digest, 7,
                                 digest ? NULL : "cannot be read", &error));
}

static void finish(IsrJournal *journal, const char *place)
{
    const IsrEntry result = {.place = (char *)place,
                             .made = (char *)"so",
                             .status = ISR_EXIT_CHECK,
                             .answer = (char *)"{}",
                             .copy = (char *)"a.txt",
                             .manifest = (char *)"a.json"};
    g_autoptr(GError) error = NULL;

    assert_true(isr_journal_set_survey(journal, place, 0, "people", &error));
    assert_true(isr_journal_set_result(journal, &result, &error));
}

static void what_was_done_outlives_the_run(void **state)
{
    g_autoptr(IsrJournal) journal = opened(*state, "terms");
    g_auto(IsrEntry) entry = {0};
    g_autoptr(GError) error = NULL;

    note(journal, 1, "one", "d1");
    finish(journal, "one");
    g_clear_pointer(&journal, isr_journal_free);
    journal = opened(*state, "terms");
    note(journal, 2, "one", "d1");
    assert_true(isr_journal_find(journal, "one", &entry, &error));
    assert_int_equal(entry.number, 2);
    assert_string_equal(entry.survey, "people");
    assert_string_equal(entry.made, "so");
    assert_int_equal(entry.status, ISR_EXIT_CHECK);
    assert_string_equal(entry.copy, "a.txt");
}

static void other_content_is_done_anew(void **state)
{
    g_autoptr(IsrJournal) journal = opened(*state, "terms");
    g_auto(IsrEntry) entry = {0};
    g_autoptr(GError) error = NULL;

    note(journal, 1, "one", "d1");
    finish(journal, "one");
    note(journal, 1, "one", "d2");
    assert_true(isr_journal_find(journal, "one", &entry, &error));
    assert_null(entry.made);
    assert_null(entry.survey);
    assert_int_equal(entry.surveyed, -1);
    assert_string_equal(entry.copy, "a.txt"); /* to be taken away */
}

static void an_unreadable_source_is_refused_from_the_start(void **state)
{
    g_autoptr(IsrJournal) journal = opened(*state, "terms");
    g_auto(IsrEntry) entry = {0};
    g_autoptr(GError) error = NULL;

    note(journal, 1, "one", NULL);
    assert_true(isr_journal_find(journal, "one", &entry, &error));
    assert_int_equal(entry.surveyed, ISR_EXIT_INPUT);
    assert_string_equal(entry.survey, "cannot be read");
}

static void count_gone(gpointer self, const IsrEntry *entry)
{
    assert_string_equal(entry->place, "two");
    ++*(guint *)self;
}

static gboolean collect(gpointer self, const IsrEntry *entry, GError **error)
{
    (void)error;
    g_string_append_printf(self, "%s ", entry->place);
    return TRUE;
}

static void sources_that_are_gone_are_dropped(void **state)
{
    g_autoptr(IsrJournal) journal = opened(*state, "terms");
    g_autoptr(GString) left = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    guint gone = 0;

    note(journal, 3, "three", "d3");
    note(journal, 2, "two", "d2");
    note(journal, 1, "one", "d1");
    assert_true(isr_journal_forget(journal, &error));
    note(journal, 1, "one", "d1");
    note(journal, 2, "three", "d3");
    assert_true(isr_journal_prune(journal, count_gone, &gone, &error));
    assert_int_equal(gone, 1);
    assert_true(isr_journal_each(journal, collect, left, &error));
    assert_string_equal(left->str, "one three ");
}

static void another_batch_is_refused(void **state)
{
    g_autoptr(GError) error = NULL;

    isr_journal_free(opened(*state, "terms"));
    assert_null(isr_journal_open(((Place *)*state)->path, "others", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_USAGE));
}

static void something_else_is_no_journal(void **state)
{
    const Place *place = *state;
    g_autoptr(GError) error = NULL;

    assert_true(g_file_set_contents(place->path, "a letter to somebody, long enough", -1, NULL));
    assert_null(isr_journal_open(place->path, "terms", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_IO));
}

static void nobody_else_may_read_it_and_its_secret_stays(void **state)
{
    const Place *place = *state;
    g_autoptr(IsrJournal) journal = opened(place, "terms");
    g_autofree char *first = isr_key_fingerprint(isr_journal_key(journal)), *again = NULL;
    struct stat there;

    assert_int_equal(stat(place->path, &there), 0);
    assert_int_equal(there.st_mode & 0777, 0600);
    g_clear_pointer(&journal, isr_journal_free);
    journal = opened(place, "terms");
    again = isr_key_fingerprint(isr_journal_key(journal));
    assert_string_equal(first, again);
}

static void folders_and_texts_are_kept(void **state)
{
    g_autoptr(IsrJournal) journal = opened(*state, "terms");
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL, *none = NULL;
    gboolean has = TRUE;

    assert_true(isr_journal_has_telling(journal, "f", &has, &error));
    assert_false(has);
    assert_true(isr_journal_add_telling(journal, "f", &error));
    assert_true(isr_journal_add_telling(journal, "f", &error));
    assert_true(isr_journal_has_telling(journal, "f", &has, &error));
    assert_true(has);
    assert_true(isr_journal_set(journal, "doubts", "two", &error));
    text = isr_journal_get(journal, "doubts", &error);
    none = isr_journal_get(journal, "other", &error);
    assert_string_equal(text, "two");
    assert_null(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_done_outlives_the_run, make_place, remove_place),
        cmocka_unit_test_setup_teardown(other_content_is_done_anew, make_place, remove_place),
        cmocka_unit_test_setup_teardown(an_unreadable_source_is_refused_from_the_start, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(sources_that_are_gone_are_dropped, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(another_batch_is_refused, make_place, remove_place),
        cmocka_unit_test_setup_teardown(something_else_is_no_journal, make_place, remove_place),
        cmocka_unit_test_setup_teardown(nobody_else_may_read_it_and_its_secret_stays, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(folders_and_texts_are_kept, make_place, remove_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
