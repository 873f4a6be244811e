/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal's survey holds the format's id, for a plan. */
#include "plan.h"

#include "stage.h"

static gpointer begin(const IsrBatch *batch, IsrSource *source, GError **error)
{
    (void)batch;
    (void)error;
    if (source->entry.surveyed < 0) {
        isr_source_open(source);
        return source;
    }
    isr_source_free(source);
    return NULL;
}

static gboolean recognise(gpointer self, gpointer piece, GString *answer, GError **error)
{
    const IsrSource *source = piece;
    IsrInput *input = isr_source_input(source, error);
    const IsrFormat *format = input ? isr_format_for(input, error) : NULL;

    (void)self;
    if (format)
        g_string_append(answer, format->id);
    return format != NULL;
}

static gboolean done(const IsrBatch *batch, gpointer piece, const IsrAnswer *answer, GError **error)
{
    const IsrSource *source = piece;
    g_autofree char *text = isr_source_sentence(source, answer->text);

    return isr_journal_set_survey(batch->journal, source->entry.place, (int)answer->status, text,
                                  error);
}

static gboolean count(gpointer self, const IsrEntry *entry, GError **error)
{
    IsrPlan *plan = self;

    (void)error;
    plan->documents++;
    plan->refused += entry->surveyed != ISR_EXIT_CLEAN;
    for (guint i = 0; isr_formats[i] && i < ISR_PLAN_FORMATS; i++)
        plan->formats[i] += g_strcmp0(entry->survey, isr_formats[i]->id) == 0;
    return TRUE;
}

gboolean isr_plan_make(const IsrBatch *batch, IsrPlan *plan, GError **error)
{
    IsrStage stage = {
        .batch = batch,
        .what = "looking at",
        .begin = begin,
        .descriptors = isr_source_descriptors,
        .task = recognise,
        .done = done,
        .drop = isr_source_free,
    };
    guint hidden = 0;

    *plan = (IsrPlan){0};
    return isr_sources_note(batch, &stage.total, &hidden, error) && isr_stage_run(&stage, error) &&
           isr_journal_each(batch->journal, count, plan, error);
}
