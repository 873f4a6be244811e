/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A trial: one gold document built in one format and redacted with one profile. */
#pragma once

#include "build.h"
#include "collation.h"
#include "taking.h"

#include <isredact/key.h>
#include <isredact/pipeline.h>

/* What all trials share. */
typedef struct {
    IsrPatterns *patterns;
    IsrKey *key;
    char *profiles; /* folder */
    char *scratch;  /* folder for the built documents */
} IsrBench;

/* Loads the patterns and makes the scratch folder. */
IsrBench *isr_bench_new(GError **error);
void isr_bench_free(IsrBench *bench);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrBench, isr_bench_free)

/* The profile @id; with @identifiers alone, sensitive sentences stay, so that what is found does
 * not hide behind what goes with them. */
IsrProfile *isr_bench_profile(const IsrBench *bench, const char *id, gboolean identifiers,
                              GError **error);

typedef struct {
    const IsrGold *gold; /* borrowed */
    char *name;          /* "ehc-plan.docx" */
    IsrRecord *record;
    IsrCollation *collation; /* of the copy */
    IsrTakings *takings;     /* what takes each of the gold's words */
} IsrTrial;

/* In the format isr_builds[@format]; NULL with error set when there is no copy. */
IsrTrial *isr_trial_new(const IsrBench *bench, const IsrGold *gold, guint format,
                        const IsrProfile *profile, GError **error);
/* The same as @job says. */
IsrTrial *isr_trial_run(const IsrBench *bench, const IsrGold *gold, guint format, const IsrJob *job,
                        GError **error);
/* What isr_pipeline_survey() says of it; free with g_free(). */
char *isr_trial_survey(const IsrBench *bench, const IsrGold *gold, guint format, const IsrJob *job,
                       GError **error);
void isr_trial_free(IsrTrial *trial);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTrial, isr_trial_free)
