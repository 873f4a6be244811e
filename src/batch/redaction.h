/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stage of a batch that writes: each document that has no result yet, or one that depends on
 * something that has changed, is redacted in a worker; its copy gets its name here, once it is
 * verified, and only then stands in the journal. */
#pragma once

#include "batch.h"

/* Redacts each document by itself that has no copy so. @total: how many sources there are; *worked
 * grows by how many of them there was something to do for. Errors: IO. */
gboolean isr_redaction_run(const IsrBatch *batch, guint64 total, guint64 *worked, GError **error);

/* Redacts those once more whose copy does not hold back what the guard says. */
gboolean isr_redaction_again(const IsrBatch *batch, guint64 total, guint64 *worked, GError **error);
