/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One loop around poll(): fill the free places, listen, end who is ready or late. */
#include "crew.h"

#include <errno.h>
#include <poll.h>

#define TICK_MS 200

typedef struct {
    const IsrCrew *crew;
    GPtrArray *workers; /* of IsrWorker * */
    gboolean dry;       /* there is no more work to begin */
} Shift;

/* Starts a worker on @work. */
static IsrWorker *start(const IsrCrew *crew, gpointer work, GError **error)
{
    int keep[ISR_CREW_DESCRIPTORS + 1];
    const IsrWorkerOrder order = {.task = crew->task,
                                  .self = crew->self,
                                  .work = work,
                                  .seconds = crew->seconds,
                                  .keep = keep};

    keep[crew->descriptors ? crew->descriptors(work, keep) : 0] = -1;
    return isr_worker_start(&order, error);
}

static gboolean fill(Shift *shift, GError **error)
{
    while (!shift->dry && shift->workers->len < MAX(shift->crew->jobs, 1)) {
        GError *problem = NULL;
        gpointer work = shift->crew->next(shift->crew->self, &problem);
        IsrWorker *worker;

        if (problem) {
            g_propagate_error(error, problem);
            return FALSE;
        }
        if (!work) {
            shift->dry = TRUE;
            break;
        }
        worker = start(shift->crew, work, error);
        if (!worker) {
            shift->crew->drop(work);
            return FALSE;
        }
        g_ptr_array_add(shift->workers, worker);
    }
    return TRUE;
}

/* Milliseconds until something must be done. */
static int patience(const Shift *shift)
{
    gint64 now = g_get_monotonic_time(), wait = TICK_MS;

    for (guint i = 0; i < shift->workers->len; i++) {
        gint64 left = (isr_worker_deadline(shift->workers->pdata[i]) - now) / 1000;

        wait = CLAMP(left + 1, 0, wait);
    }
    return (int)wait;
}

static gboolean end(Shift *shift, guint n, GError **error)
{
    IsrWorker *worker = shift->workers->pdata[n];
    gpointer work = isr_worker_work(worker);
    IsrAnswer answer;
    gboolean taken;

    g_ptr_array_remove_index_fast(shift->workers, n);
    isr_worker_end(worker, &answer);
    taken = shift->crew->done(shift->crew->self, work, &answer, error);
    isr_worker_free(worker);
    return taken;
}

static gboolean listen_to_all(Shift *shift, GError **error)
{
    guint n = shift->workers->len;
    g_autofree struct pollfd *ends = g_new0(struct pollfd, n);

    for (guint i = 0; i < n; i++)
        ends[i] = (struct pollfd){isr_worker_descriptor(shift->workers->pdata[i]), POLLIN, 0};
    if (poll(ends, n, patience(shift)) < 0 && errno != EINTR) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the workers cannot be heard: %s",
                    g_strerror(errno));
        return FALSE;
    }
    for (guint i = n; i > 0; i--) { /* from behind: an ended one's place is taken by the last */
        IsrWorker *worker = shift->workers->pdata[i - 1];
        gboolean whole = ends[i - 1].revents != 0 && isr_worker_listen(worker);

        if (!whole && g_get_monotonic_time() >= isr_worker_deadline(worker)) {
            isr_worker_stop(worker);
            whole = TRUE;
        }
        if (whole && !end(shift, i - 1, error))
            return FALSE;
    }
    return TRUE;
}

static void abandon(Shift *shift)
{
    for (guint i = 0; i < shift->workers->len; i++) {
        IsrWorker *worker = shift->workers->pdata[i];
        gpointer work = isr_worker_work(worker);

        isr_worker_free(worker);
        shift->crew->drop(work);
    }
    g_ptr_array_unref(shift->workers);
}

gboolean isr_crew_run(const IsrCrew *crew, GError **error)
{
    Shift shift = {.crew = crew, .workers = g_ptr_array_new()};
    gboolean well = TRUE;

    while (well && (well = fill(&shift, error)) && shift.workers->len > 0) {
        well = listen_to_all(&shift, error);
        if (crew->tick)
            crew->tick(crew->self);
    }
    abandon(&shift);
    return well;
}
