/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * kill -9 at random moments, of the program and of the process that reads the document: the
 * document as it was, no copy that is not verified, nothing left behind; a batch goes on where it
 * was.
 *
 * ISR_KILLS: how many, of which ISR_FAULTS_SEED chooses the moments. "tools/faults" asks for many.
 */
#include "isr_aftermath.h"
#include "isr_folder_run.h"

#include "../src/sanitizer.h"

#define KILLS (ISR_SANITIZED ? 20 : 100)
#define SEED 6

/* The last child of @pid that can be seen; 0: none. */
static pid_t child_of(pid_t pid)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/task/%d/children", pid, pid);
    g_autofree char *text = NULL;
    g_auto(GStrv) each = NULL;
    pid_t child = 0;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return 0;
    each = g_strsplit(text, " ", -1);
    for (char **one = each; *one; one++) {
        if (**one)
            child = (pid_t)atoi(*one);
    }
    return child;
}

/* How long a run takes that nobody kills, in microseconds. */
static gint64 measure(FaultServer *server, const FaultCase *one)
{
    g_auto(FaultRun) run = {0};
    g_autofree char *before = fault_run_start(&run, server, one);
    gint64 begun = g_get_monotonic_time(), took;

    fault_run_begin(&run, 0, FAULT_COUNT, 0, 0);
    fault_run_end(&run);
    took = g_get_monotonic_time() - begun;
    faults_check_words(&run, one->title);
    faults_check_files(&run, one, before, FALSE, one->title);
    return took;
}

static guint kills; /* of runs that had not ended before */

/* Kills the run after @wait microseconds, or what it had read the document. */
static void kill_after(const FaultRun *run, gint64 wait, gboolean worker)
{
    pid_t victim;

    g_usleep((gulong)(wait % 1000));
    if (fault_run_ends(run, (int)(wait / 1000)))
        return;
    kills++;
    victim = worker ? child_of(run->pid) : run->pid;
    if (victim > 0)
        kill(victim, SIGKILL);
}

static void kill_once(FaultServer *server, const FaultCase *one, gint64 wait, gboolean worker)
{
    g_autofree char *what = g_strdup_printf("%s: %s killed after %d microseconds", one->title,
                                            worker ? "its child" : "itself", (int)wait);
    g_auto(FaultRun) run = {0};
    g_autofree char *before = fault_run_start(&run, server, one);

    fault_run_begin(&run, 0, FAULT_COUNT, 0, 0);
    kill_after(&run, wait, worker);
    fault_run_end(&run);
    if (run.status != 128 + SIGKILL)
        faults_check_words(&run, what);
    faults_check_files(&run, one, before, run.status == 128 + SIGKILL, what);
}

/* Of three, for other programs may have had the processor. */
static gint64 measure_well(FaultServer *server, const FaultCase *one)
{
    const gint64 first = measure(server, one), second = measure(server, one);

    return MIN(MIN(first, second), measure(server, one));
}

static void kill_often(const FaultCase *one, guint64 tries)
{
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)faults_asked("ISR_FAULTS_SEED", SEED));
    FaultServer server;
    gint64 took;

    fault_server_start(&server, one->options);
    took = measure_well(&server, one);
    for (guint64 i = 0; i < tries; i++)
        kill_once(&server, one, g_rand_int_range(random, 0, (gint32)took), i % 2);
    fault_server_stop(&server);
    printf("%s: %u kills, %u complaints\n", one->title, kills, complaints);
    kills = 0;
    assert_int_equal(complaints, 0);
}

static void a_killed_run_leaves_nothing_half(void **state)
{
    const guint64 tries = faults_asked("ISR_KILLS", KILLS);

    (void)state;
    kill_often(&fault_cases[0], tries * 4 / 10);
    kill_often(&fault_cases[1], tries * 2 / 10);
    kill_often(&fault_cases[2], tries * 1 / 10);
    kill_often(&fault_cases[3], tries * 1 / 10);
}

/* Kills a batch, and lets it go on. */
static void kill_batch(FaultServer *server, gint64 wait, gboolean worker)
{
    g_autofree char *what = g_strdup_printf("batch: %s killed after %d microseconds",
                                            worker ? "one of its children" : "itself", (int)wait);
    g_auto(FaultRun) run = {0};
    g_autofree char *before = folder_run_start(&run, server);

    fault_run_begin(&run, 0, FAULT_COUNT, 0, 0);
    kill_after(&run, wait, worker);
    fault_run_end(&run);
    folder_run_check(&run, before, what);
    folder_run_again(&run, before, what);
}

static void a_killed_batch_goes_on(void **state)
{
    const guint64 tries = faults_asked("ISR_KILLS", KILLS) * 2 / 10;
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)faults_asked("ISR_FAULTS_SEED", SEED));
    FaultServer server;
    gint64 took;

    (void)state;
    folder_server_start(&server, FALSE);
    took = folder_run_measure(&server);
    for (guint64 i = 0; i < tries; i++)
        kill_batch(&server, g_rand_int_range(random, 0, (gint32)took), i % 2);
    folder_server_stop(&server);
    printf("batch: %u kills, %u complaints\n", kills, complaints);
    assert_int_equal(complaints, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_killed_run_leaves_nothing_half),
        cmocka_unit_test(a_killed_batch_goes_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
