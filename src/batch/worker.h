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

/* Starts @task in a process that may take @seconds. Error: IO. End it with isr_worker_end(). */
IsrWorker *isr_worker_start(IsrWorkerTask task, gpointer self, gpointer work, guint seconds,
                            GError **error);

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

/* Has one piece of work done, and waits: for what may grow with the batch, so that its memory is
 * given back. Errors: the task's; IO if it broke down. */
gboolean isr_worker_do(IsrWorkerTask task, gpointer self, guint seconds, GError **error);
