/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A batch of two documents, with an escrow or without, that meets with a fault, and what is to be
 * found afterwards. */
#pragma once

#include "isr_aftermath.h"

#include "../src/sanitizer.h"

#define FOLDER_PASSPHRASE "four plain words here"

/* Key and passphrase lie beside the folders of the runs. */
static inline void folder_server_start(FaultServer *server, gboolean escrow)
{
    g_autofree char *place = g_dir_make_tmp("isredact-keys-XXXXXX", NULL);
    g_autofree char *make = g_strdup_printf("cd '%s' && echo '" FOLDER_PASSPHRASE
                                            "' >words && chmod 600 words && '%s' key new key "
                                            "2>/dev/null",
                                            place, g_getenv("ISREDACT_PROGRAM"));
    g_autofree char *options = NULL;

    assert_int_equal(system(make), 0);
    options = escrow ? g_strdup_printf("batch -p audit -k %s/key --jobs 1 -o out --escrow escrow "
                                       "--passphrase-file %s/words cases",
                                       place, place)
                     : g_strdup_printf("batch -p audit -k %s/key --jobs 1 -o out cases", place);
    fault_server_start(server, options);
    g_setenv("ISR_KEYS", place, TRUE);
}

static inline void folder_server_stop(FaultServer *server)
{
    g_autofree char *line = g_strdup_printf("rm -rf '%s'", g_getenv("ISR_KEYS"));

    fault_server_stop(server);
    assert_int_equal(system(line), 0);
}

static inline char *folder_run_sources(const FaultRun *run)
{
    g_autofree char *one = g_build_filename(run->folder, "cases", "one.txt", NULL);
    g_autofree char *two = g_build_filename(run->folder, "cases", "two.txt", NULL);
    g_autofree char *first = faults_state(one), *second = faults_state(two);

    return g_strconcat(first, " ", second, NULL);
}

/* Returns what the documents are before the run. */
static inline char *folder_run_start(FaultRun *run, FaultServer *server)
{
    Program place;

    fault_run_init(run, server);
    place = (Program){.folder = run->folder};
    program_run(&place, "mkdir cases");
    program_write(&place, "cases/one.txt", "Child's name: Ada " FAULTS_SECRET "\n");
    program_write(&place, "cases/two.txt", "Mother: Jane " FAULTS_SECRET ", 07700 900123\n");
    g_free(place.out);
    g_free(place.err);
    return folder_run_sources(run);
}

/* What is below the run's folder, a path a line. */
static inline GStrv folder_run_files(const FaultRun *run)
{
    g_autofree char *line =
        g_strdup_printf("cd '%s' && find . -type f | LC_ALL=C sort", run->folder);
    char *argv[] = {(char *)"/bin/sh", (char *)"-c", line, NULL};
    g_autofree char *out = NULL;

    assert_true(
        g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, NULL));
    return g_strsplit(g_strchomp(out), "\n", -1);
}

/* A copy must have its manifest; all else must be something that a batch makes. */
static inline gboolean folder_run_knows(const char *file)
{
    static const char *const known[] = {"./cases/one.txt", "./cases/two.txt", "./out/report.html",
                                        "./out/report.json", "./escrow"};

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        if (g_str_equal(file, known[i]))
            return TRUE;
    }
    if (g_str_has_prefix(file, "./out.journal"))
        return TRUE;
    return g_str_has_prefix(file, "./out/") && (g_str_has_suffix(file, ".redacted.txt") ||
                                                g_str_has_suffix(file, ".redacted.manifest.json"));
}

/* The escrow, if there is one, opens. */
static inline gboolean folder_run_opens(const FaultRun *run)
{
    g_autofree char *path = g_build_filename(run->folder, "escrow", NULL);
    g_autofree char *line = g_strdup_printf(
        "LD_PRELOAD='%s' '%s' escrow '%s' --passphrase-file '%s/words' >/dev/null 2>&1",
        g_getenv("ISREDACT_FAULTS"), g_getenv("ISREDACT_PROGRAM"), path, g_getenv("ISR_KEYS"));

    return !g_file_test(path, G_FILE_TEST_EXISTS) || ISR_SANITIZED || system(line) == 0;
}

/* The number of copies, each of which must be verified. */
static inline guint folder_run_copies(const FaultRun *run, GStrv files, const char *what)
{
    guint copies = 0;

    for (char **file = files; *file; file++) {
        g_autofree char *manifest = NULL;

        if (!folder_run_knows(*file))
            complain("%s: left %s", what, *file);
        if (!g_str_has_suffix(*file, ".redacted.txt"))
            continue;
        manifest = g_strdup_printf("%.*s.manifest.json", (int)strlen(*file) - 4, *file);
        copies++;
        if (!g_strv_contains((const char *const *)files, manifest))
            complain("%s: %s has no manifest", what, *file);
        else if (!faults_verified(run->folder, *file, manifest))
            complain("%s: %s is not verified", what, *file);
    }
    return copies;
}

/* However the run ended. */
static inline void folder_run_check(const FaultRun *run, const char *before, const char *what)
{
    g_auto(GStrv) files = folder_run_files(run);
    g_autofree char *after = folder_run_sources(run);
    const guint copies = folder_run_copies(run, files, what);

    if (!g_str_equal(before, after))
        complain("%s: a document changed", what);
    if (run->stuck)
        complain("%s: did not end", what);
    if (!folder_run_opens(run))
        complain("%s: the escrow does not open", what);
    if (run->status > 7 && run->status != 128 + SIGKILL)
        complain("%s: ended with %d: %s", what, run->status, run->err);
    if (run->status <= 1 &&
        (copies != 2 || !g_strv_contains((const char *const *)files, "./out/report.html")))
        complain("%s: status %d with %u copies", what, run->status, copies);
    if (run->status > 1 && run->status <= 7 && !g_str_has_prefix(run->err, "isredact: "))
        complain("%s: status %d, but said: %s", what, run->status, run->err);
    if (strstr(run->out, FAULTS_SECRET) || strstr(run->err, FAULTS_SECRET))
        complain("%s: the secret was said", what);
}

/* The same batch once more, to which nothing happens: it ends well. */
static inline void folder_run_again(FaultRun *run, const char *before, const char *what)
{
    g_autofree char *again = g_strdup_printf("%s, then once more", what);

    g_free(run->out);
    g_free(run->err);
    fault_run_begin(run, 0, FAULT_COUNT, 0, 0);
    fault_run_end(run);
    folder_run_check(run, before, again);
    if (run->status > 1)
        complain("%s: ended with %d: %s", again, run->status, run->err);
}

/* How long it takes in microseconds when nothing happens to it. */
static inline gint64 folder_run_measure(FaultServer *server)
{
    g_auto(FaultRun) run = {0};
    g_autofree char *before = folder_run_start(&run, server);
    gint64 begun = g_get_monotonic_time(), took;

    fault_run_begin(&run, 0, FAULT_COUNT, 0, 0);
    fault_run_end(&run);
    took = g_get_monotonic_time() - begun;
    folder_run_check(&run, before, "batch");
    if (run.status > 1)
        complain("batch: ended with %d: %s", run.status, run.err);
    return took;
}
