/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stage of a batch that finds copies which would undo each other, and says what must go from
 * them as well. */
#pragma once

#include "batch.h"

/* Compares all copies by their imprints, in a process of its own. In the first @round those of
 * documents redacted by themselves count, so that the outcome is the same however the batch came
 * here; in later ones those of the copies as they are. Writes what each must hold back into the
 * journal, and in the first round the pairs as text "linkage". *open: how many copies must be made
 * once more. Errors: IO. */
gboolean isr_guarding_run(const IsrBatch *batch, guint round, guint *open, GError **error);

/* A line of the pairs: copies by the numbers of their documents. */
typedef struct {
    gint64 hides, shows;
    guint values, sentences; /* places at which one showed what the other hides */
} IsrGuardingPair;

/* The pairs in the journal, GArray of IsrGuardingPair; free with g_array_unref(). Error: IO. */
GArray *isr_guarding_pairs(const IsrBatch *batch, GError **error);

/* The secret for imprints, ISR_LINKAGE_SECRET_BYTES long; free with g_free(). */
guint8 *isr_guarding_secret(const IsrBatch *batch);
