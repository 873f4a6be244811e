/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sources from the tree into the crew, and how far it is on standard error. */
#include "stage.h"

#include "progress.h"

typedef struct {
    const IsrStage *stage;
    IsrSources *sources;
    IsrProgress *progress;
} Run;

static gpointer next(gpointer self, GError **error)
{
    Run *run = self;
    GError *problem = NULL;
    gpointer piece = NULL;
    IsrSource *source;

    while (!piece && !problem && (source = isr_sources_next(run->sources, &problem))) {
        piece = run->stage->begin(run->stage->batch, source, &problem);
        if (!piece)
            isr_progress_step(run->progress);
    }
    if (problem)
        g_propagate_error(error, problem);
    return piece;
}

static gboolean task(gpointer self, gpointer piece, GString *answer, GError **error)
{
    const IsrStage *stage = ((Run *)self)->stage;

    return stage->task((gpointer)stage->batch, piece, answer, error);
}

static gboolean done(gpointer self, gpointer piece, const IsrAnswer *answer, GError **error)
{
    Run *run = self;
    gboolean noted = run->stage->done(run->stage->batch, piece, answer, error);

    if (run->stage->worked)
        (*run->stage->worked)++;
    isr_progress_step(run->progress);
    run->stage->drop(piece);
    return noted;
}

static void tick(gpointer self)
{
    isr_progress_show(((Run *)self)->progress);
}

gboolean isr_stage_run(const IsrStage *stage, GError **error)
{
    Run run = {.stage = stage, .sources = isr_sources_new(stage->batch, error)};
    const IsrCrew crew = {
        .jobs = stage->batch->jobs,
        .seconds = stage->batch->seconds,
        .self = &run,
        .next = next,
        .descriptors = stage->descriptors,
        .task = task,
        .done = done,
        .drop = stage->drop,
        .tick = tick,
    };
    gboolean well;

    if (!run.sources)
        return FALSE;
    run.progress = isr_progress_new(stage->batch->progress, stage->what, stage->total);
    well = isr_crew_run(&crew, error);
    isr_progress_end(run.progress);
    isr_sources_free(run.sources);
    return well;
}
