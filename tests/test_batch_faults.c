/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A batch with an escrow in which every call fails once: what there is of copies is whole and
 * verified, the documents are as they were, and the next run ends well. See test_faults.c. */
#include "isr_folder_run.h"

#include "../src/sanitizer.h"

#define MOST (ISR_SANITIZED ? 1 : 2)
#define SEED 21
/* After how many faults one is followed by a run without. */
#define AGAIN 3

static guint failed;

static void strike(FaultServer *server, FaultKind kind, FaultMode mode, int n, int error)
{
    g_autofree char *what = g_strdup_printf("batch: %s %d %s (%s)", fault_names[kind], n,
                                            fault_modes[mode], g_strerror(error));
    g_auto(FaultRun) run = {0};
    g_autofree char *before = folder_run_start(&run, server);

    fault_run_begin(&run, kind, mode, n, error);
    fault_run_end(&run);
    if (server->faults->struck)
        failed++;
    folder_run_check(&run, before, what);
    if (run.status > 1 && (mode == FAULT_SHORT || error == EINTR))
        complain("%s: ended with %d: %s", what, run.status, run.err);
    if (failed % AGAIN == 0)
        folder_run_again(&run, before, what);
}

static void strike_some(FaultServer *server, FaultKind kind, FaultMode mode, int calls, int error)
{
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)faults_asked("ISR_FAULTS_SEED", SEED));
    g_autoptr(GArray) chosen = fault_choose(calls, faults_asked("ISR_FAULTS_MOST", MOST), random);

    for (guint i = 0; i < chosen->len; i++) {
        int n = g_array_index(chosen, int, i);

        strike(server, kind, mode, n, error ? error : fault_error(kind, n));
    }
}

static void strike_everywhere(FaultServer *server, const int calls[FAULT_KINDS])
{
    for (int kind = 0; kind < FAULT_KINDS; kind++) {
        if (calls[kind] == 0)
            continue;
        strike_some(server, kind, FAULT_FAIL, calls[kind], 0);
        strike_some(server, kind, FAULT_STAY, calls[kind], 0);
        if (kind == FAULT_READ || kind == FAULT_WRITE) {
            strike_some(server, kind, FAULT_SHORT, calls[kind], 0);
            strike_some(server, kind, FAULT_FAIL, calls[kind], EINTR);
        }
        if (kind != FAULT_MEMORY)
            strike_some(server, kind, FAULT_KILL, calls[kind], 0);
    }
}

static void a_batch_is_whole_or_goes_on(void **state)
{
    FaultServer server;
    int calls[FAULT_KINDS];

    (void)state;
    folder_server_start(&server, TRUE);
    folder_run_measure(&server);
    memcpy(calls, server.faults->calls, sizeof calls);
    strike_everywhere(&server, calls);
    folder_server_stop(&server);
    printf("batch: %u faults, %u complaints\n", failed, complaints);
    assert_int_equal(complaints, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_batch_is_whole_or_goes_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
