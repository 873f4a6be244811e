/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fork() without exec(): patterns, lists and the model are there already and shared. The answer is
 * one digit, the exit status, and a text. */
#include "worker.h"

#include "depth.h"
#include "descriptor.h"
#include "process.h"
#include "sandbox.h"

#include <isredact/limits.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whoever breaks down with so much memory in hand did so since there was no more: few libraries
 * expect that. Who gave up (SIGABRT) may have asked for twice what there was, as what grows does.
 */
#define SWOLLEN_KIB (ISR_LIMIT_WORKER_DATA_BYTES / 1024 * 3 / 4)
#define GROWING_KIB (ISR_LIMIT_WORKER_DATA_BYTES / 1024 / 3)

#define TOO_DEEP                                                                                   \
    "nests things deeper than any document does, or in a circle, and was left; nothing was "       \
    "written"

struct IsrWorker {
    pid_t pid; /* 0 once it has ended */
    int pipe;
    GString *text;
    guint seconds;
    gint64 deadline;
    gpointer work;
    gboolean late, endless;
    guint64 most_kib; /* of memory that it held */
    char *sentence;   /* what went wrong, where the worker did not say it */
};

/* Nothing that a library prints may come out, and no worker outlives its parent. */
static void settle_in(const IsrWorkerOrder *order, pid_t parent, int answer)
{
    const IsrDoors doors = {.keep = order->keep, .answer = answer, .seconds = order->seconds};

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    isr_process_leave_signals();
    isr_depth_watch(answer, ISR_EXIT_INPUT, TOO_DEEP);
    if (getppid() != parent)
        _exit(ISR_EXIT_IO);
    if (!(order->keep ? isr_sandbox_lock(&doors) : isr_sandbox_settle(order->seconds))) {
        static const char sentence[] = "5" ISR_SANDBOX_UNLOCKED;

        _exit(isr_descriptor_write(answer, sentence, strlen(sentence)) ? 0 : ISR_EXIT_IO);
    }
}

static void work_and_exit(const IsrWorkerOrder *order, int pipe)
{
    g_autoptr(GString) answer = g_string_new("0");
    g_autoptr(GError) error = NULL;

    if (!order->task(order->self, order->work, answer, &error))
        g_string_printf(answer, "%d%s", (int)isr_error_exit(error), error->message);
    _exit(isr_descriptor_write(pipe, answer->str, answer->len) ? 0 : ISR_EXIT_IO);
}

IsrWorker *isr_worker_start(const IsrWorkerOrder *order, GError **error)
{
    IsrWorker *worker = g_new0(IsrWorker, 1);
    pid_t parent = getpid();
    int ends[2] = {-1, -1};

    worker->pipe = -1;
    worker->text = g_string_new(NULL);
    worker->work = order->work;
    worker->seconds = order->seconds;
    worker->deadline = g_get_monotonic_time() + (gint64)order->seconds * G_USEC_PER_SEC;
    if (pipe2(ends, O_CLOEXEC) < 0 || (worker->pid = fork()) < 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "no process can be started: %s",
                    g_strerror(errno));
        if (ends[1] >= 0)
            close(ends[1]);
        worker->pipe = ends[0];
        worker->pid = 0;
        isr_worker_free(worker);
        return NULL;
    }
    if (worker->pid == 0) {
        close(ends[0]);
        settle_in(order, parent, ends[1]);
        work_and_exit(order, ends[1]);
    }
    close(ends[1]);
    worker->pipe = ends[0];
    fcntl(worker->pipe, F_SETFL, O_NONBLOCK);
    return worker;
}

int isr_worker_descriptor(const IsrWorker *worker)
{
    return worker->pipe;
}

gint64 isr_worker_deadline(const IsrWorker *worker)
{
    return worker->deadline;
}

gpointer isr_worker_work(const IsrWorker *worker)
{
    return worker->work;
}

gboolean isr_worker_listen(IsrWorker *worker)
{
    char bytes[65536];
    ssize_t got;

    while ((got = read(worker->pipe, bytes, sizeof bytes)) > 0) {
        g_string_append_len(worker->text, bytes, got);
        if (worker->text->len > ISR_LIMIT_ANSWER_BYTES) {
            worker->endless = TRUE;
            kill(worker->pid, SIGKILL);
            return TRUE;
        }
    }
    return got == 0 || (errno != EAGAIN && errno != EINTR);
}

void isr_worker_stop(IsrWorker *worker)
{
    worker->late = TRUE;
    kill(worker->pid, SIGKILL);
}

static int reap(IsrWorker *worker)
{
    struct rusage usage = {0};
    int status = 0;

    while (wait4(worker->pid, &status, 0, &usage) < 0 && errno == EINTR)
        ;
    worker->pid = 0;
    worker->most_kib = (guint64)usage.ru_maxrss;
    return status;
}

static gboolean lacked_memory(const IsrWorker *worker, int status)
{
    return WIFSIGNALED(status) && !worker->late && !worker->endless &&
           worker->most_kib >= (WTERMSIG(status) == SIGABRT ? GROWING_KIB : SWOLLEN_KIB);
}

/* Why there is no answer. */
static char *breakdown(const IsrWorker *worker, int status)
{
    const gboolean late = worker->late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU);

    if (late && worker->seconds >= ISR_LIMIT_DOCUMENT_SECONDS)
        return g_strdup("took longer than any document needs, and was left");
    if (late)
        return g_strdup("took longer than --timeout allows, and was left");
    if (worker->endless)
        return g_strdup("asked for more than any document needs, and was left");
    if (worker->text->str[0] == ISR_SANDBOX_FORBIDDEN)
        return isr_sandbox_sentence(worker->text->str);
    if (lacked_memory(worker, status))
        return g_strdup("needed more memory than any document does, and was left; nothing was "
                        "written");
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGTRAP) /* so GLib ends without memory */
        return g_strdup("needed more memory than there is, and was left; nothing was written");
    if (WIFSIGNALED(status))
        return g_strdup_printf("made the program break down (%s); nothing was written",
                               strsignal(WTERMSIG(status)));
    return g_strdup("made the program end without an answer; nothing was written");
}

void isr_worker_end(IsrWorker *worker, IsrAnswer *answer)
{
    int status = reap(worker);
    const GString *text = worker->text;
    gboolean whole = !worker->late && !worker->endless && WIFEXITED(status) &&
                     WEXITSTATUS(status) == 0 && text->len > 0 && text->str[0] >= '0' &&
                     text->str[0] <= '7' && g_utf8_validate(text->str, (gssize)text->len, NULL);

    *answer = (IsrAnswer){.status = ISR_EXIT_IO, .broken = !whole};
    if (whole) {
        answer->status = (IsrExit)(text->str[0] - '0');
        answer->text = text->str + 1;
        return;
    }
    if (lacked_memory(worker, status))
        answer->status = ISR_EXIT_INPUT;
    worker->sentence = breakdown(worker, status);
    answer->text = worker->sentence;
}

void isr_worker_free(IsrWorker *worker)
{
    if (!worker)
        return;
    if (worker->pid > 0) {
        kill(worker->pid, SIGKILL);
        reap(worker);
    }
    if (worker->pipe >= 0)
        close(worker->pipe);
    g_string_free(worker->text, TRUE);
    g_free(worker->sentence);
    g_free(worker);
}

/* Waits for more, or for the deadline. */
static void wait_for(const IsrWorker *worker)
{
    gint64 left = (worker->deadline - g_get_monotonic_time()) / 1000;
    struct pollfd end = {worker->pipe, POLLIN, 0};

    poll(&end, 1, (int)CLAMP(left, 0, 60000));
}

/* A code that ends the program with @status. */
static IsrError code_for(IsrExit status)
{
    switch (status) {
    case ISR_EXIT_USAGE:
        return ISR_ERROR_USAGE;
    case ISR_EXIT_INPUT:
        return ISR_ERROR_MALFORMED;
    case ISR_EXIT_LEAK:
        return ISR_ERROR_LEAK;
    case ISR_EXIT_RULES:
        return ISR_ERROR_RULES;
    case ISR_EXIT_NOT_SHARED:
        return ISR_ERROR_NOT_SHARED;
    default:
        return ISR_ERROR_IO;
    }
}

char *isr_worker_do(const IsrWorkerOrder *order, GError **error)
{
    IsrWorker *worker = isr_worker_start(order, error);
    IsrAnswer answer;
    char *text = NULL;

    if (!worker)
        return NULL;
    while (!isr_worker_listen(worker) && !worker->late) {
        wait_for(worker);
        if (g_get_monotonic_time() >= worker->deadline)
            isr_worker_stop(worker);
    }
    isr_worker_end(worker, &answer);
    if (answer.status == ISR_EXIT_CLEAN)
        text = g_strdup(answer.text);
    else
        g_set_error_literal(error, ISR_ERROR, (gint)code_for(answer.status), answer.text);
    isr_worker_free(worker);
    return text;
}
