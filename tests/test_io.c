/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outputs exist only once committed; inputs are never changed. */
#include "isr_test.h"

#include <isredact/error.h>
#include <isredact/io.h>

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int make_folder(void **state)
{
    *state = g_dir_make_tmp("isredact-test-XXXXXX", NULL);
    return *state ? 0 : -1;
}

static int remove_folder(void **state)
{
    g_autoptr(GDir) dir = g_dir_open(*state, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(*state, name, NULL);

        unlink(path);
    }
    rmdir(*state);
    g_free(*state);
    return 0;
}

static guint files_in(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    guint n = 0;

    while (g_dir_read_name(dir))
        n++;
    return n;
}

static void nothing_is_there_before_the_commit(void **state)
{
    g_autofree char *path = g_build_filename(*state, "copy.txt", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, &error);

    assert_no_error(error);
    assert_true(isr_output_write(output, "half", 4, &error));
    assert_int_equal(files_in(*state), 0);
    assert_true(isr_output_commit(output, &error));
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text, "half");
}

static void a_dropped_output_leaves_nothing(void **state)
{
    g_autofree char *path = g_build_filename(*state, "copy.txt", NULL);
    IsrOutput *output = isr_output_new(path, FALSE, NULL);

    assert_true(isr_output_write(output, "half", 4, NULL));
    isr_output_free(output);
    assert_int_equal(files_in(*state), 0);
}

static void an_existing_file_is_left_alone(void **state)
{
    g_autofree char *path = g_build_filename(*state, "copy.txt", NULL);
    g_autoptr(GError) error = NULL;

    assert_true(g_file_set_contents(path, "mine", -1, NULL));
    assert_null(isr_output_new(path, FALSE, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_IO));
}

static void a_file_that_appears_meanwhile_is_left_alone(void **state)
{
    g_autofree char *path = g_build_filename(*state, "copy.txt", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, &error);
    g_autofree char *text = NULL;

    assert_true(g_file_set_contents(path, "mine", -1, NULL));
    assert_false(isr_output_commit(output, &error));
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text, "mine");
    assert_int_equal(files_in(*state), 1);
}

static void force_replaces_in_one_step(void **state)
{
    g_autofree char *path = g_build_filename(*state, "copy.txt", NULL);
    g_autoptr(GError) error = NULL;

    assert_true(g_file_set_contents(path, "old", -1, NULL));
    g_autoptr(IsrOutput) output = isr_output_new(path, TRUE, &error);
    assert_true(isr_output_write(output, "new", 3, &error));
    assert_true(isr_output_commit(output, &error));
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text, "new");
    assert_int_equal(files_in(*state), 1);
}

static void a_revoked_output_is_gone(void **state)
{
    g_autofree char *path = g_build_filename(*state, "copy.txt", NULL);
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, NULL);

    assert_true(isr_output_commit(output, NULL));
    isr_output_revoke(output);
    assert_int_equal(files_in(*state), 0);
}

static void a_file_may_get_its_name_later(void **state)
{
    g_autofree char *path = g_build_filename(*state, "copy.txt", NULL), *text = NULL;
    g_autofree char *mine = g_build_filename(*state, "mine.txt", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrOutput) output = isr_output_new_in(*state, FALSE, &error);

    assert_no_error(error);
    assert_true(isr_output_write(output, "whole", 5, &error));
    assert_true(g_file_set_contents(mine, "mine", -1, NULL));
    assert_false(isr_output_rename(output, mine, &error));
    g_clear_error(&error);
    assert_true(isr_output_rename(output, path, &error));
    assert_int_equal(files_in(*state), 1);
    assert_true(isr_output_commit(output, &error));
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text, "whole");
}

static void reserved_scratch_is_handed_out_empty(void **state)
{
    g_autoptr(IsrOutput) output = isr_output_new_in(*state, FALSE, NULL);
    int fds[2], scratch;

    assert_int_equal(isr_output_descriptors(output, fds), 1);
    assert_true(isr_output_reserve(output, NULL));
    assert_int_equal(isr_output_descriptors(output, fds), 2);
    for (guint i = 0; i < 2; i++) {
        scratch = isr_output_scratch(output, NULL);
        assert_true(scratch > 2 && scratch != fds[1]);
        assert_int_equal(lseek(scratch, 0, SEEK_END), 0);
        assert_int_equal(pwrite(scratch, "part", 4, 0), 4);
        close(scratch);
    }
    assert_int_equal(files_in(*state), 0);
}

static void a_source_that_changes_is_noticed(void **state)
{
    g_autofree char *path = g_build_filename(*state, "plan.txt", NULL);
    g_autoptr(GError) error = NULL;

    assert_true(g_file_set_contents(path, "first", -1, NULL));
    g_autoptr(IsrInput) input = isr_input_open(path, &error);
    assert_true(isr_input_unchanged(input, &error));
    FILE *file = fopen(path, "a");
    fputs("more", file);
    fclose(file);
    assert_false(isr_input_unchanged(input, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_IO));
}

static void a_folder_is_refused(void **state)
{
    g_autoptr(GError) error = NULL;

    assert_null(isr_input_open(*state, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_UNSUPPORTED));
}

static void the_digest_is_sha256(void **state)
{
    g_autofree char *path = g_build_filename(*state, "plan.txt", NULL);

    assert_true(g_file_set_contents(path, "abc", -1, NULL));
    g_autoptr(IsrInput) input = isr_input_open(path, NULL);
    assert_string_equal(isr_input_digest(input, NULL),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static IsrOutput *output_with(const char *folder, const char *name, gboolean force,
                              const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GError) error = NULL;
    IsrOutput *output = isr_output_new(path, force, &error);

    assert_no_error(error);
    assert_true(isr_output_write(output, text, strlen(text), &error));
    return output;
}

static char *text_of(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;

    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static void a_pair_is_named_whole_or_not_at_all(void **state)
{
    g_autoptr(IsrOutput) copy = output_with(*state, "copy.txt", FALSE, "copy");
    g_autoptr(IsrOutput) manifest = output_with(*state, "manifest.json", FALSE, "manifest");
    g_autoptr(GError) error = NULL;
    g_autofree char *taken = g_build_filename(*state, "copy.txt", NULL);

    assert_true(g_file_set_contents(taken, "mine", -1, NULL));
    assert_false(isr_output_commit_pair(manifest, copy, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_IO));
    assert_int_equal(files_in(*state), 1);
    g_autofree char *text = text_of(*state, "copy.txt");
    assert_string_equal(text, "mine");
}

static void a_pair_takes_the_place_of_another(void **state)
{
    g_autoptr(IsrOutput) old = output_with(*state, "copy.txt", FALSE, "old");
    g_autoptr(IsrOutput) older = output_with(*state, "manifest.json", FALSE, "old");
    g_autoptr(IsrOutput) copy = output_with(*state, "new.txt", TRUE, "copy");
    g_autoptr(IsrOutput) manifest = output_with(*state, "new.json", TRUE, "manifest");
    g_autofree char *path = g_build_filename(*state, "copy.txt", NULL);
    g_autofree char *other = g_build_filename(*state, "manifest.json", NULL);

    assert_true(isr_output_commit_pair(older, old, NULL));
    isr_output_call(copy, path);
    isr_output_call(manifest, other);
    assert_true(isr_output_commit_pair(manifest, copy, NULL));
    assert_int_equal(files_in(*state), 2);
    g_autofree char *text = text_of(*state, "copy.txt"), *told = text_of(*state, "manifest.json");
    assert_string_equal(text, "copy");
    assert_string_equal(told, "manifest");
}

static void a_folder_that_was_moved_gets_nothing(void **state)
{
    g_autofree char *folder = g_build_filename(*state, "out", NULL);
    g_autofree char *away = g_build_filename(*state, "away", NULL);
    g_autoptr(GError) error = NULL;

    assert_int_equal(g_mkdir(folder, 0700), 0);
    g_autoptr(IsrOutput) output = output_with(folder, "copy.txt", FALSE, "copy");
    assert_int_equal(rename(folder, away), 0);
    assert_int_equal(g_mkdir(folder, 0700), 0);
    assert_false(isr_output_commit(output, &error));
    assert_int_equal(files_in(folder), 0);
    assert_int_equal(files_in(away), 0);
    rmdir(folder);
    rmdir(away);
}

static void set_time(const char *path, const struct stat *as)
{
    const struct timespec times[2] = {as->st_atim, as->st_mtim};

    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* The time of a file can be set back by whoever owns it. */
static void a_change_that_hides_itself_is_seen(void **state)
{
    g_autofree char *path = g_build_filename(*state, "plan.txt", NULL);
    g_autoptr(GError) error = NULL;
    struct stat before;

    assert_true(g_file_set_contents(path, "first", -1, NULL));
    assert_int_equal(stat(path, &before), 0);
    g_autoptr(IsrInput) input = isr_input_open(path, &error);
    assert_no_error(error);
    assert_non_null(isr_input_digest(input, &error));
    assert_true(isr_input_unchanged(input, &error));
    FILE *file = fopen(path, "r+");
    fputs("other", file);
    fclose(file);
    set_time(path, &before);
    assert_false(isr_input_unchanged(input, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_IO));
}

int main(void)
{
#define IO_TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        IO_TEST(nothing_is_there_before_the_commit),
        IO_TEST(a_dropped_output_leaves_nothing),
        IO_TEST(an_existing_file_is_left_alone),
        IO_TEST(a_file_that_appears_meanwhile_is_left_alone),
        IO_TEST(force_replaces_in_one_step),
        IO_TEST(a_revoked_output_is_gone),
        IO_TEST(a_pair_is_named_whole_or_not_at_all),
        IO_TEST(a_pair_takes_the_place_of_another),
        IO_TEST(a_folder_that_was_moved_gets_nothing),
        IO_TEST(a_change_that_hides_itself_is_seen),
        IO_TEST(a_file_may_get_its_name_later),
        IO_TEST(reserved_scratch_is_handed_out_empty),
        IO_TEST(a_source_that_changes_is_noticed),
        IO_TEST(a_folder_is_refused),
        IO_TEST(the_digest_is_sha256),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
