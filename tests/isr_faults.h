/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs the program many times over, each time with another call that fails (faults.h), and looks
 * at what it leaves: the sources as they were, copies that are verified with their manifests or
 * none, nothing besides, a right status and one sentence. */
#pragma once

#include "faults.h"
#include "isr_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define FAULTS_SECRET "Quenneville"

/* A program that was started, and waits where it would first ask for a file of its folder. */
typedef struct {
    char *place; /* holds the folders of its runs, and nothing else when they are gone */
    Faults *faults;
    pid_t pid;
    int to, from;
    guint runs;
} FaultServer;

/* One run in a folder of its own. */
typedef struct {
    FaultServer *server;
    char *folder;
    pid_t pid; /* while it runs */
    int status;
    gboolean stuck; /* it did not end by itself */
    char *out, *err;
} FaultRun;

/* Milliseconds after which a run does not end by itself. */
#define FAULTS_PATIENCE 300000

static inline void faults_map(FaultServer *server)
{
    g_autofree char *path = g_build_filename(server->place, "shared", NULL);
    int fd = open(path, O_RDWR | O_CREAT, 0600);

    assert_true(fd >= 0 && ftruncate(fd, sizeof(Faults)) == 0);
    server->faults = mmap(NULL, sizeof(Faults), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    assert_true(server->faults != MAP_FAILED);
    close(fd);
}

/* In the new process: the program with the library, @in and @out to serve on. */
static inline void faults_exec(const FaultServer *server, char **argv, int in, int out)
{
    g_autofree char *serve = g_strdup_printf("%d %d", in, out);
    g_autofree char *shared = g_build_filename(server->place, "shared", NULL);
    g_autofree char *temporary = g_build_filename(server->place, "tmp", NULL);
    g_autofree char *asan = g_strdup_printf(
        "%s:verify_asan_link_order=0", g_getenv("ASAN_OPTIONS") ? g_getenv("ASAN_OPTIONS") : "");

    g_setenv("ISR_FAULTS", shared, TRUE);
    g_setenv("ISR_FAULTS_SERVE", serve, TRUE);
    g_setenv("TMPDIR", temporary, TRUE);
    g_setenv("ASAN_OPTIONS", asan, TRUE);
    g_setenv("LD_PRELOAD", g_getenv("ISREDACT_FAULTS"), TRUE);
    if (chdir(server->place) == 0)
        execv(g_getenv("ISREDACT_PROGRAM"), argv);
    _exit(127);
}

/* @options: what stands behind the program's name; files of a run by relative paths. */
static inline void fault_server_start(FaultServer *server, const char *options)
{
    g_autofree char *line = g_strdup_printf("isredact %s", options), *temporary = NULL;
    g_auto(GStrv) argv = NULL;
    int there[2], back[2];

    *server = (FaultServer){.place = g_dir_make_tmp("isredact-faults-XXXXXX", NULL)};
    assert_non_null(server->place);
    temporary = g_build_filename(server->place, "tmp", NULL);
    assert_int_equal(g_mkdir(temporary, 0700), 0);
    faults_map(server);
    assert_true(g_shell_parse_argv(line, NULL, &argv, NULL));
    assert_true(pipe(there) == 0 && pipe(back) == 0);
    server->pid = fork();
    if (server->pid == 0) {
        close(there[1]);
        close(back[0]);
        faults_exec(server, argv, there[0], back[1]);
    }
    close(there[0]);
    close(back[1]);
    fcntl(there[1], F_SETFD, FD_CLOEXEC);
    fcntl(back[0], F_SETFD, FD_CLOEXEC);
    server->to = there[1];
    server->from = back[0];
}

static inline void fault_server_stop(FaultServer *server)
{
    const Program place = {.folder = server->place};
    g_autofree char *temporary = program_list(&place, "tmp");
    g_autofree char *line = g_strdup_printf("rm -rf '%s'", server->place);

    assert_string_equal(temporary, "");
    close(server->to);
    close(server->from);
    waitpid(server->pid, NULL, 0);
    munmap(server->faults, sizeof(Faults));
    assert_int_equal(system(line), 0);
    g_free(server->place);
}

/* An empty folder for the next run. */
static inline void fault_run_init(FaultRun *run, FaultServer *server)
{
    *run = (FaultRun){.server = server};
    run->folder = g_strdup_printf("%s/%u", server->place, ++server->runs);
    assert_int_equal(g_mkdir(run->folder, 0700), 0);
}

/* Begins the run, in which call @at of @kind meets with @mode and @error. */
static inline void fault_run_begin(FaultRun *run, FaultKind kind, FaultMode mode, int at, int error)
{
    FaultServer *server = run->server;
    g_autofree char *line = g_strdup_printf("%s\n", run->folder);

    *server->faults = (Faults){.kind = kind, .mode = mode, .at = at, .error = error};
    assert_int_equal(write(server->to, line, strlen(line)), strlen(line));
    assert_int_equal(read(server->from, &run->pid, sizeof run->pid), sizeof run->pid);
}

static inline char *faults_take(const FaultRun *run, const char *end)
{
    g_autofree char *path = g_strconcat(run->folder, end, NULL);
    char *text = NULL;

    g_file_get_contents(path, &text, NULL, NULL);
    g_unlink(path);
    return text ? text : g_strdup("");
}

/* TRUE once the run has ended; waits no longer than @patience in milliseconds. */
static inline gboolean fault_run_ends(const FaultRun *run, int patience)
{
    struct pollfd end = {run->server->from, POLLIN, 0};

    return poll(&end, 1, patience) > 0;
}

static inline void fault_run_end(FaultRun *run)
{
    int wait;

    run->stuck = !fault_run_ends(run, FAULTS_PATIENCE);
    if (run->stuck)
        kill(-run->pid, SIGKILL);
    assert_int_equal(read(run->server->from, &wait, sizeof wait), sizeof wait);
    run->status = WIFEXITED(wait) ? WEXITSTATUS(wait) : 128 + WTERMSIG(wait);
    run->out = faults_take(run, ".out");
    run->err = faults_take(run, ".err");
}

static inline void fault_run_clear(FaultRun *run)
{
    g_autofree char *line =
        g_strdup_printf("chmod -R u+w '%s' 2>/dev/null; rm -rf '%s'", run->folder, run->folder);

    assert_int_equal(system(line), 0);
    g_free(run->folder);
    g_free(run->out);
    g_free(run->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FaultRun, fault_run_clear)
