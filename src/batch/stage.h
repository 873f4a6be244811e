/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stage of a batch: one kind of work, done in workers for each source that needs it. */
#pragma once

#include "crew.h"
#include "sources.h"

typedef struct {
    const IsrBatch *batch;
    const char *what; /* a word for what is done ("redacting") */
    guint64 total;    /* how many sources there are */
    guint64 *worked;  /* counts the pieces of work that were done; may be NULL */
    /* @source, which it takes, as a piece of work; NULL if there is nothing to do for it, or with
     * @error set. */
    gpointer (*begin)(const IsrBatch *batch, IsrSource *source, GError **error);
    /* The descriptors it is done on, as for IsrCrew. */
    guint (*descriptors)(gpointer piece, int *keep);
    /* Does it, in the worker, whose doors are locked; self is the batch. */
    IsrWorkerTask task;
    /* Writes down how it ended; FALSE with @error set ends the batch. */
    gboolean (*done)(const IsrBatch *batch, gpointer piece, const IsrAnswer *answer,
                     GError **error);
    void (*drop)(gpointer piece); /* frees a piece */
} IsrStage;

gboolean isr_stage_run(const IsrStage *stage, GError **error);
