/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stage of a batch that learns who is in its documents: keyed tokens of their people, and
 * which folders are called after somebody. No text of a document leaves the worker. */
#pragma once

#include "batch.h"

/* Surveys each source that has no survey yet. @total: how many sources there are. Errors: IO. */
gboolean isr_survey_run(const IsrBatch *batch, guint64 total, GError **error);

/* The part of an entry's survey that is JSON of isr_identities_json(); borrowed. */
const char *isr_survey_people(const char *survey);
