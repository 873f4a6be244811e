/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every read, write, naming, closing and other call fails once, and memory at many places, and once
 * the program is killed there: no copy that is not verified, nothing left behind, the document as
 * it was, and no word of it said.
 *
 * ISR_FAULTS_MOST: of how many calls of a kind are tried for each document and way to fail, spread
 * over all of them; ISR_FAULTS_SEED chooses. "tools/faults" asks for many. */
#include "isr_aftermath.h"

#include "../src/sanitizer.h"

#define MOST (ISR_SANITIZED ? 2 : 6)
#define SEED 20

static guint tried, failed; /* runs, and those that met with their fault */

/* One run; FALSE if there are fewer calls. */
static gboolean strike(FaultServer *server, const FaultCase *one, FaultKind kind, FaultMode mode,
                       int n, int error)
{
    g_autofree char *what =
        g_strdup_printf("%s: %s %d %s (%s)", one->title, fault_names[kind], n, fault_modes[mode],
                        error ? g_strerror(error) : "no error");
    g_auto(FaultRun) run = {0};
    g_autofree char *before = fault_run_start(&run, server, one);

    fault_run_begin(&run, kind, mode, n, error);
    fault_run_end(&run);
    tried++;
    if (!server->faults->struck)
        return FALSE;
    failed++;
    if (mode != FAULT_KILL || run.status != 128 + SIGKILL)
        faults_check_words(&run, what);
    faults_check_files(&run, one, before, mode == FAULT_KILL, what);
    if ((mode == FAULT_SHORT || error == EINTR) && run.status > 1)
        complain("%s: ended with %d: %s", what, run.status, run.err);
    return TRUE;
}

/* How many calls of each kind a run makes that meets with no fault. */
static void count(FaultServer *server, const FaultCase *one, int calls[FAULT_KINDS])
{
    g_auto(FaultRun) run = {0};
    g_autofree char *before = fault_run_start(&run, server, one);

    fault_run_begin(&run, 0, FAULT_COUNT, 0, 0);
    fault_run_end(&run);
    memcpy(calls, server->faults->calls, sizeof server->faults->calls);
    faults_check_words(&run, one->title);
    faults_check_files(&run, one, before, FALSE, one->title);
}

static void strike_some(FaultServer *server, const FaultCase *one, FaultKind kind, FaultMode mode,
                        int calls, int error)
{
    guint64 most = faults_asked("ISR_FAULTS_MOST", MOST) / one->share + 1;
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)faults_asked("ISR_FAULTS_SEED", SEED));
    g_autoptr(GArray) chosen = fault_choose(calls, kind == FAULT_MEMORY ? 2 * most : most, random);

    for (guint i = 0; i < chosen->len; i++) {
        int n = g_array_index(chosen, int, i);

        strike(server, one, kind, mode, n, error ? error : fault_error(kind, n));
    }
}

static void strike_everywhere(const FaultCase *one)
{
    FaultServer server;
    int calls[FAULT_KINDS];

    fault_server_start(&server, one->options);
    count(&server, one, calls);
    for (int kind = 0; kind < FAULT_KINDS; kind++) {
        if (calls[kind] == 0)
            continue;
        strike_some(&server, one, kind, FAULT_FAIL, calls[kind], 0);
        strike_some(&server, one, kind, FAULT_STAY, calls[kind], 0);
        if (kind == FAULT_READ || kind == FAULT_WRITE) {
            strike_some(&server, one, kind, FAULT_SHORT, calls[kind], 0);
            strike_some(&server, one, kind, FAULT_FAIL, calls[kind], EINTR);
        }
        if (kind != FAULT_MEMORY)
            strike_some(&server, one, kind, FAULT_KILL, calls[kind], 0);
    }
    fault_server_stop(&server);
    printf("%s: %u runs, %u faults, %u complaints\n", one->title, tried, failed, complaints);
    tried = failed = 0;
    assert_int_equal(complaints, 0);
}

static void a_text_is_redacted_or_left(void **state)
{
    (void)state;
    strike_everywhere(&fault_cases[0]);
}

static void a_docx_is_redacted_or_left(void **state)
{
    (void)state;
    strike_everywhere(&fault_cases[1]);
}

static void an_odt_is_redacted_or_left(void **state)
{
    (void)state;
    strike_everywhere(&fault_cases[2]);
}

static void a_pdf_is_redacted_or_left(void **state)
{
    (void)state;
    strike_everywhere(&fault_cases[3]);
}

/* --- a copy that takes another's place --- */

static const FaultCase replacing = {"text again",    "-p anonymise --force plan.txt",
                                    "plan.txt",      "plan.redacted.txt",
                                    FAULTS_MANIFEST, 2};

/* A folder with a copy of what the document was before, and its manifest. */
static char *start_again(FaultRun *run, FaultServer *server)
{
    g_autofree char *path = NULL;
    g_autoptr(GBytes) bytes = faults_document("plan.txt");

    fault_run_init(run, server);
    path = g_build_filename(run->folder, "plan.txt", NULL);
    assert_true(g_file_set_contents(path, "Father: Joe " FAULTS_SECRET "\n", -1, NULL));
    fault_run_begin(run, 0, FAULT_COUNT, 0, 0);
    fault_run_end(run);
    assert_int_equal(run->status, 0);
    g_free(run->out);
    g_free(run->err);
    assert_true(g_file_set_contents(path, g_bytes_get_data(bytes, NULL),
                                    (gssize)g_bytes_get_size(bytes), NULL));
    return faults_state(path);
}

/* One or the other copy, or none, but never one with the other's manifest. */
static gboolean strike_again(FaultServer *server, FaultKind kind, FaultMode mode, int n)
{
    g_autofree char *what =
        g_strdup_printf("%s: %s %d %s", replacing.title, fault_names[kind], n, fault_modes[mode]);
    g_auto(FaultRun) run = {0};
    g_autofree char *before = start_again(&run, server);

    fault_run_begin(&run, kind, mode, n, fault_error(kind, n));
    fault_run_end(&run);
    tried++;
    if (mode != FAULT_KILL || run.status != 128 + SIGKILL)
        faults_check_words(&run, what);
    faults_check_files(&run, &replacing, before, TRUE, what);
    return server->faults->struck > 0;
}

static void a_copy_is_replaced_with_its_manifest(void **state)
{
    static const FaultKind kinds[] = {FAULT_LINK, FAULT_RENAME, FAULT_UNLINK,
                                      FAULT_SYNC, FAULT_MODE,   FAULT_LOOK};
    static const FaultMode modes[] = {FAULT_FAIL, FAULT_KILL};
    FaultServer server;

    (void)state;
    fault_server_start(&server, replacing.options);
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        for (guint k = 0; k < G_N_ELEMENTS(modes); k++) {
            for (int n = 1; strike_again(&server, kinds[i], modes[k], n); n++)
                ;
        }
    }
    fault_server_stop(&server);
    printf("%s: %u runs, %u complaints\n", replacing.title, tried, complaints);
    tried = 0;
    assert_int_equal(complaints, 0);
}

static void a_full_disk_leaves_nothing(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL;

    (void)state;
    program_init(&program);
    program_write(&program, "plan.txt", "Child's name: Ada " FAULTS_SECRET "\n");
    program_run(&program, "ulimit -f 0; isredact -p anonymise plan.txt");
    assert_status(&program, 5);
    names = program_list(&program, ".");
    assert_string_equal(names, "plan.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_redacted_or_left),
        cmocka_unit_test(a_docx_is_redacted_or_left),
        cmocka_unit_test(an_odt_is_redacted_or_left),
        cmocka_unit_test(a_pdf_is_redacted_or_left),
        cmocka_unit_test(a_copy_is_replaced_with_its_manifest),
        cmocka_unit_test(a_full_disk_leaves_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
