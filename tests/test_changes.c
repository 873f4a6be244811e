/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody changes the document while it is read, or the folder of the copy while it is written:
 * the run is refused, or its copy is that of one state of the document, whole, and where it was
 * said to be.
 *
 * ISR_CHANGES: at how many moments of a run each change is made; ISR_FAULTS_SEED chooses them. */
#include "isr_aftermath.h"

#include "../src/sanitizer.h"

#include <poll.h>
#include <sys/time.h>

#define MOMENTS (ISR_SANITIZED ? 3 : 8)
#define SEED 3

/* A change that is made to the run's folder while the program waits. */
typedef struct {
    const char *title;
    const char *line; /* of the shell; $D is the document */
} Change;

/* --- the document --- */

/* What becomes of the document; "other" holds what is written over it. All but the second last
 * leave its time of change to be seen. */
static const Change changes[] = {
    {"cut short", "truncate -s 20 $D"},
    {"made longer", "printf 'Child: Ada " FAULTS_SECRET "\\n' >>$D"},
    {"replaced", "cp other new; mv new $D"},
    {"written over", "cat other >$D"},
    {"written over, its time set back",
     "touch -r $D when; cat other >$D; touch -r when $D; rm when"},
    {"taken away", "rm $D"},
};

static void shell(const FaultRun *run, const FaultCase *one, const char *line)
{
    g_autofree char *whole =
        g_strdup_printf("cd '%s' && D=%s && { %s; }", run->folder, one->document, line);

    assert_int_equal(system(whole), 0);
}

/* TRUE once the program waits; FALSE if it ended before. */
static gboolean waits(const FaultRun *run)
{
    struct pollfd end = {run->server->from, POLLIN, 0};

    while (!__atomic_load_n(&run->server->faults->paused, __ATOMIC_SEQ_CST)) {
        if (poll(&end, 1, 1) > 0)
            return FALSE;
    }
    return TRUE;
}

static void go_on(const FaultRun *run)
{
    __atomic_store_n(&run->server->faults->paused, 0, __ATOMIC_SEQ_CST);
}

/* As long as the document, and with another secret. */
static void write_other(const FaultRun *run, const FaultCase *one)
{
    g_autofree char *path = g_build_filename(run->folder, "other", NULL);
    g_autoptr(GBytes) bytes = faults_document(one->document);
    gsize length;
    g_autofree char *copy = g_memdup2(g_bytes_get_data(bytes, &length), length);

    for (char *at = copy; (at = g_strstr_len(at, (gssize)(length - (at - copy)), "Ada")); at++)
        memcpy(at, "Eve", 3);
    assert_true(g_file_set_contents(path, copy, (gssize)length, NULL));
}

/* The digest of @name in the run's folder. */
static char *digest_in(const FaultRun *run, const char *name)
{
    g_autofree char *path = g_build_filename(run->folder, name, NULL);

    return faults_digest(path);
}

/* TRUE if the manifest says that it was made of one of two states. */
static gboolean tells_of(const FaultRun *run, const FaultCase *one, const char *before,
                         const char *after)
{
    g_autofree char *path = g_build_filename(run->folder, one->manifest, NULL);
    g_autofree char *text = NULL;

    return g_file_get_contents(path, &text, NULL, NULL) &&
           (strstr(text, before) || strstr(text, after));
}

static void check_change(const FaultRun *run, const FaultCase *one, const char *before,
                         const char *after, const char *what)
{
    g_autofree char *now = digest_in(run, one->document);
    g_autofree char *copy = digest_in(run, one->copy), *manifest = digest_in(run, one->manifest);
    const gboolean copied = !g_str_equal(copy, "none");

    faults_check_words(run, what);
    if (!g_str_equal(now, after))
        complain("%s: the document is not as it was left", what);
    if (copied != (run->status <= 1) || copied == g_str_equal(manifest, "none"))
        complain("%s: status %d, copy %s, manifest %s", what, run->status, copy, manifest);
    if (copied && !tells_of(run, one, before, after))
        complain("%s: the manifest tells of a state that never was", what);
    if (copied && !faults_verified(run->folder, one->copy, one->manifest))
        complain("%s: the copy is not verified", what);
}

/* Makes @change where the run reads for the @n-th time; FALSE if it does not read so often. */
static gboolean change_at(FaultServer *server, const FaultCase *one, const Change *change, int n)
{
    g_autofree char *what = g_strdup_printf("%s: %s at read %d", one->title, change->title, n),
                    *then = NULL;
    g_auto(FaultRun) run = {0};
    g_autofree char *before = NULL;
    gboolean reached;

    g_free(fault_run_start(&run, server, one));
    before = digest_in(&run, one->document);
    write_other(&run, one);
    fault_run_begin(&run, FAULT_READ, FAULT_PAUSE, n, 0);
    reached = waits(&run);
    if (reached)
        shell(&run, one, change->line);
    then = digest_in(&run, one->document);
    go_on(&run);
    fault_run_end(&run);
    check_change(&run, one, before, then, what);
    return reached;
}

static void change_document(const FaultCase *one, guint64 moments)
{
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)faults_asked("ISR_FAULTS_SEED", SEED));
    FaultServer server;
    guint made = 0;
    int reads;

    fault_server_start(&server, one->options);
    {
        g_auto(FaultRun) run = {0};

        g_free(fault_run_start(&run, &server, one));
        fault_run_begin(&run, 0, FAULT_COUNT, 0, 0);
        fault_run_end(&run);
        reads = server.faults->calls[FAULT_READ];
    }
    g_autoptr(GArray) chosen = fault_choose(reads, moments, random);

    for (guint i = 0; i < chosen->len; i++) {
        for (guint k = 0; k < G_N_ELEMENTS(changes); k++)
            made += change_at(&server, one, &changes[k], g_array_index(chosen, int, i));
    }
    fault_server_stop(&server);
    printf("%s: %u changes while it was read, %u complaints\n", one->title, made, complaints);
    assert_int_equal(complaints, 0);
}

static void a_document_that_changes_is_refused_or_of_one_state(void **state)
{
    const guint64 moments = faults_asked("ISR_CHANGES", MOMENTS);

    (void)state;
    change_document(&fault_cases[0], moments);
    change_document(&fault_cases[1], moments / 2);
    change_document(&fault_cases[3], moments / 4);
}

/* --- the folder of the copy --- */

static const Change folder_changes[] = {
    {"folder moved away", "mv out gone"},
    {"folder taken away", "rmdir out"},
    {"folder replaced by a link", "mv out gone; mkdir trap; ln -s trap out"},
    {"folder closed", "chmod 500 out"},
    {"copy's name taken", "test -e out/plan.redacted.txt || echo mine >out/plan.redacted.txt"},
    {"manifest's name taken", "test -e out/" FAULTS_MANIFEST " || echo mine >out/" FAULTS_MANIFEST},
    {"copy's name taken by a link", "echo mine >victim; ln -s ../victim out/plan.redacted.txt"},
    {"copy's name taken by a folder", "mkdir out/plan.redacted.txt"},
};

static const FaultCase into_folder = {.title = "folder",
                                      .options = "-p anonymise -d out plan.txt",
                                      .document = "plan.txt",
                                      .copy = "plan.redacted.txt",
                                      .manifest = FAULTS_MANIFEST};

/* The copies and manifests of the program's below the run's folder; "mine" is somebody else's. */
static guint files_like(const FaultRun *run, const char *pattern)
{
    g_autofree char *line =
        g_strdup_printf("cd '%s' && find . -type f -name '%s' | xargs -r grep -Lx mine | wc -l",
                        run->folder, pattern);
    char *argv[] = {(char *)"/bin/sh", (char *)"-c", line, NULL};
    g_autofree char *out = NULL;

    assert_true(
        g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, NULL));
    return (guint)atoi(out);
}

static void check_folder(const FaultRun *run, const char *before, const char *what)
{
    g_autofree char *path = g_build_filename(run->folder, "plan.txt", NULL);
    g_autofree char *after = faults_state(path);
    const guint copies = files_like(run, "*.txt") - 1, manifests = files_like(run, "*.json");

    faults_check_words(run, what);
    if (!g_str_equal(before, after))
        complain("%s: the document changed", what);
    if (copies != manifests || copies != (run->status <= 1))
        complain("%s: status %d, %u copies, %u manifests", what, run->status, copies, manifests);
    if (files_like(run, ".isredact*") > 0)
        complain("%s: left a file of a random name", what);
}

static gboolean change_folder_at(FaultServer *server, const Change *change, FaultKind kind, int n)
{
    g_autofree char *what = g_strdup_printf("%s at %s %d", change->title, fault_names[kind], n);
    g_autofree char *line = g_strdup_printf("%s || true", change->line);
    g_auto(FaultRun) run = {0};
    g_autofree char *before = fault_run_start(&run, server, &into_folder);
    gboolean reached;

    shell(&run, &into_folder, "mkdir out");
    fault_run_begin(&run, kind, FAULT_PAUSE, n, 0);
    reached = waits(&run);
    if (reached)
        shell(&run, &into_folder, line);
    go_on(&run);
    fault_run_end(&run);
    check_folder(&run, before, what);
    return reached;
}

static void a_folder_that_changes_holds_all_or_nothing(void **state)
{
    static const FaultKind kinds[] = {FAULT_OPEN, FAULT_WRITE, FAULT_SYNC, FAULT_LINK};
    FaultServer server;
    guint made = 0;

    (void)state;
    fault_server_start(&server, into_folder.options);
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        for (guint k = 0; k < G_N_ELEMENTS(folder_changes); k++) {
            for (int n = 1; n <= 6 && change_folder_at(&server, &folder_changes[k], kinds[i], n);
                 n++)
                made++;
        }
    }
    fault_server_stop(&server);
    printf("folder: %u changes while the copy was made, %u complaints\n", made, complaints);
    assert_int_equal(complaints, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_that_changes_is_refused_or_of_one_state),
        cmocka_unit_test(a_folder_that_changes_holds_all_or_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
