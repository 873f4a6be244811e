/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One piece of work in a process of its own: what breaks down, hangs or swells there costs that
 * piece alone. The process has what its parent had in memory, and answers with one text. */
#pragma once

#include <isredact/error.h>

typedef struct IsrWorker IsrWorker;

/* Runs in the worker: does @work of @self and appends the answer; FALSE with @error set. */
typedef gboolean (*IsrWorkerTask)(gpointer self, gpointer work, GString *answer, GError **error);

/* How a piece of work ended. */
typedef struct {
    IsrExit status;   /* CLEAN, or what the program would end with for the error */
    gboolean broken;  /* it gave no answer: crashed, was killed, took too long */
    const char *text; /* the answer, or a sentence that says what went wrong; borrowed */
} IsrAnswer;

/* A task and how it is done. */
typedef struct {
    IsrWorkerTask task;
    gpointer self, work; /* what it gets */
    guint seconds;       /* that it may take */
    const int *keep;     /* the descriptors that it works on, ended by -1: its doors are locked
                            (sandbox.h) before it begins; NULL: it reads no document, and has all
                            that its parent has */
} IsrWorkerOrder;

/* Starts what is ordered in a process of its own. Error: IO. End it with isr_worker_end(). */
IsrWorker *isr_worker_start(const IsrWorkerOrder *order, GError **error);

/* The descriptor on which the answer comes, to be waited for; borrowed. */
int isr_worker_descriptor(const IsrWorker *worker);
/* When it will be ended, in microseconds of the monotonic clock. */
gint64 isr_worker_deadline(const IsrWorker *worker);
gpointer isr_worker_work(const IsrWorker *worker);

/* Takes what of the answer is there; TRUE once it is whole, or no more can come. Kills a worker
 * whose answer has no end. */
gboolean isr_worker_listen(IsrWorker *worker);

/* Kills a worker whose time is over. */
void isr_worker_stop(IsrWorker *worker);

/* Waits for the process to end and tells how it did; @answer lives as long as @worker. */
void isr_worker_end(IsrWorker *worker, IsrAnswer *answer);

/* Kills the process if it still runs; accepts NULL. */
void isr_worker_free(IsrWorker *worker);

/* Has one piece of work done, and waits. Returns the answer, to be freed with g_free(); NULL with
 * @error set: the task's own sentence, with a code that ends the program as the task's would have
 * done; IO if the process broke down. */
char *isr_worker_do(const IsrWorkerOrder *order, GError **error);
