/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Golden cases: each folder of tests/golden is a record, the arguments with which the program is
 * run on it, and what must and must not come out. tests/golden/README.md says what a case holds.
 * This file knows the form of a case, never one case. */
#include "isr_manifest.h"

#include "copytext.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A key that no record outside these tests was ever shared under. */
#define KEY_TEXT                                                                                   \
    "isredact key 1, keep it secret\n"                                                             \
    "2222222222222222222222222222222222222222222222222222222222222222\n"

typedef struct {
    char *folder;     /* of the case */
    char *scratch;    /* where the program runs */
    char *copy;       /* text of the copy, or NULL */
    char *manifest;   /* or NULL */
    int invalid;      /* not 0: the manifest does not follow its schema */
    char *shown;      /* standard output and standard error */
    const char *name; /* of the record, for messages */
} Case;

/* A file of the case, or NULL; free with g_free(). */
static char *file_of(const Case *one, const char *name)
{
    g_autofree char *path = g_build_filename(one->folder, name, NULL);
    char *text = NULL;

    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static char *scratch_path(const Case *one, const char *name)
{
    return g_build_filename(one->scratch, name, NULL);
}

/* The program's command line: its arguments, one a line, then the record and where to write. */
static GPtrArray *command_for(const Case *one, const char *copy)
{
    GPtrArray *argv = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *text = file_of(one, "arguments");
    g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);

    g_ptr_array_add(argv, g_strdup(g_getenv("ISREDACT_PROGRAM")));
    for (char **line = lines; *line; line++) {
        if (**line != '\0')
            g_ptr_array_add(argv, g_strdup(*line));
    }
    g_ptr_array_add(argv, g_strconcat("--output=", copy, NULL));
    g_ptr_array_add(argv, g_strdup("--manifest=manifest.json"));
    g_ptr_array_add(argv, g_strdup(one->name));
    g_ptr_array_add(argv, NULL);
    return argv;
}

/* Runs the program in the scratch folder and returns its exit status. */
static int run(Case *one, const char *copy)
{
    g_autoptr(GPtrArray) argv = command_for(one, copy);
    g_autofree char *out = NULL;
    g_autofree char *err = NULL;
    g_autoptr(GError) error = NULL;
    int status;

    g_spawn_sync(one->scratch, (char **)argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err,
                 &status, &error);
    assert_no_error(error);
    if (!WIFEXITED(status))
        fail_msg("%s: the program did not end by itself", one->folder);
    one->shown = g_strconcat(out, err, NULL);
    return WEXITSTATUS(status);
}

/* Every line of @name that begins with '@' must be in @text, every one with '!' must not. */
static void check_lines(const Case *one, const char *name, const char *text)
{
    g_autofree char *list = file_of(one, name);

    if (!list)
        return;
    g_auto(GStrv) lines = g_strsplit(list, "\n", -1);

    for (char **line = lines; *line; line++) {
        gboolean wanted = **line == '@';

        if (!wanted && **line != '!')
            continue;
        const char *value = *line + 1 + strspn(*line + 1, " ");

        if (!text || (strstr(text, value) != NULL) != wanted)
            fail_msg("%s, %s of %s: %s", one->folder, name, one->name,
                     !text    ? "there is no such output"
                     : wanted ? value
                              : "something stands there that must not");
    }
}

static void check_copy_text(const Case *one)
{
    g_autofree char *expected = file_of(one, "copy.txt");

    if (expected && g_strcmp0(expected, one->copy) != 0)
        fail_msg("%s: the copy reads\n%s", one->folder, one->copy ? one->copy : "(no copy)");
}

static void read_results(Case *one, const IsrBuild *build, const char *copy)
{
    g_autofree char *copy_path = scratch_path(one, copy);
    g_autofree char *manifest_path = scratch_path(one, "manifest.json");
    g_autoptr(GError) error = NULL;
    char *bytes;
    gsize length;

    if (g_file_get_contents(manifest_path, &one->manifest, NULL, NULL))
        one->invalid = validate_file(manifest_path) % NO_VALIDATOR;
    if (g_file_get_contents(copy_path, &bytes, &length, NULL)) {
        g_autoptr(GBytes) whole = g_bytes_new_take(bytes, length);

        one->copy = isr_copytext(build, whole, &error);
        assert_no_error(error);
    }
    g_unlink(copy_path);
    g_unlink(manifest_path);
}

/* A case that does not say its status asks for a copy, with or without something to look at. */
static void check_status(const Case *one, int status)
{
    g_autofree char *expected = file_of(one, "status");
    gboolean good = expected ? status == (int)g_ascii_strtoll(expected, NULL, 10) : status < 2;

    if (!good)
        fail_msg("%s, %s: exit status %d: %s", one->folder, one->name, status, one->shown);
}

/* Runs the case on one record that lies in the scratch folder. */
static void check_record(Case *one, const IsrBuild *build)
{
    g_autofree char *copy = g_strconcat("copy", build->suffix, NULL);
    int status = run(one, copy);

    read_results(one, build, copy);
    check_status(one, status);
    if ((one->copy != NULL) != (status < 2) || (one->manifest != NULL) != (status < 2))
        fail_msg("%s, %s: copy and manifest must be there exactly when the status is 0 or 1",
                 one->folder, one->name);
    check_copy_text(one);
    check_lines(one, "copy.lines", one->copy);
    if (one->invalid != 0)
        fail_msg("%s, %s: the manifest does not follow its schema", one->folder, one->name);
    check_lines(one, "manifest.lines", one->manifest);
    check_lines(one, "shown.lines", one->shown);
    g_clear_pointer(&one->copy, g_free);
    g_clear_pointer(&one->manifest, g_free);
    g_clear_pointer(&one->shown, g_free);
}

static void write_record(const Case *one, const char *name, GBytes *bytes)
{
    g_autofree char *path = scratch_path(one, name);
    g_autoptr(GError) error = NULL;
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);

    g_file_set_contents(path, data, (gssize)length, &error);
    assert_no_error(error);
}

/* A record in gold mark-up is built and tried in each format. */
static void check_gold(Case *one, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrGold) gold = isr_gold_load(path, &error);

    assert_no_error(error);
    for (const IsrBuild *const *build = isr_builds; *build; build++) {
        g_autofree char *name = g_strconcat("record", (*build)->suffix, NULL);
        g_autoptr(GBytes) bytes = (*build)->build(gold);
        g_autofree char *record = scratch_path(one, name);

        one->name = name;
        write_record(one, name, bytes);
        check_record(one, *build);
        g_unlink(record);
    }
}

static void check_text(Case *one, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autofree char *record = scratch_path(one, "record.txt");

    one->name = "record.txt";
    write_record(one, one->name, bytes);
    check_record(one, &isr_build_text);
    g_unlink(record);
}

static void check_case(const char *folder)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *owned = g_strdup(folder);
    g_autofree char *scratch = g_dir_make_tmp("isr-golden-XXXXXX", &error);
    Case one = {.folder = owned, .scratch = scratch};

    assert_no_error(error);
    g_autofree char *key = scratch_path(&one, "test.key");
    g_autofree char *text = file_of(&one, "record.txt");
    g_autofree char *gold = g_build_filename(folder, "record.xml", NULL);

    g_file_set_contents_full(key, KEY_TEXT, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
    assert_no_error(error);
    if (text)
        check_text(&one, text);
    else
        check_gold(&one, gold);
    g_unlink(key);
    g_rmdir(scratch);
}

static void every_case_comes_out_as_its_folder_says(void **state)
{
    (void)state;
    g_autofree char *golden = g_build_filename(g_getenv("ISREDACT_ROOT"), "tests/golden", NULL);
    g_autoptr(GDir) entries = g_dir_open(golden, 0, NULL);
    const char *entry;
    guint cases = 0;

    assert_non_null(entries);
    while ((entry = g_dir_read_name(entries))) {
        g_autofree char *folder = g_build_filename(golden, entry, NULL);

        if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
            continue;
        check_case(folder);
        cases++;
    }
    assert_true(cases > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_comes_out_as_its_folder_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
