/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several workers at a time. What comes in which order is the machine's business; whoever uses a
 * crew makes nothing depend on it. */
#pragma once

#include "../worker.h"

#define ISR_CREW_DESCRIPTORS 8

typedef struct {
    guint jobs;    /* how many work at once, at least 1 */
    guint seconds; /* that a piece of work may take */
    gpointer self;
    /* The next piece of work; NULL when there is none, or with @error set. */
    gpointer (*next)(gpointer self, GError **error);
    /* Puts the descriptors that @work is done on into @keep, which has room for
     * ISR_CREW_DESCRIPTORS; returns how many. NULL: none. All else is closed to the worker. */
    guint (*descriptors)(gpointer work, int *keep);
    /* Does a piece, in the worker. */
    IsrWorkerTask task;
    /* Takes the piece back with how it ended; FALSE with @error set ends all. */
    gboolean (*done)(gpointer self, gpointer work, const IsrAnswer *answer, GError **error);
    /* Frees a piece that will not be done after all. */
    void (*drop)(gpointer work);
    /* Called a few times a second, for a progress bar; may be NULL. */
    void (*tick)(gpointer self);
} IsrCrew;

/* Has all pieces of work done. On an error of the crew's own or of its callbacks the workers are
 * killed and their pieces dropped. */
gboolean isr_crew_run(const IsrCrew *crew, GError **error);
