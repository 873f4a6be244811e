/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stage of a batch that writes: each document that has no result yet, or one that depends on
 * something that has changed, is redacted in a worker; its copy gets its name here, once it is
 * verified, and only then stands in the journal. */
#pragma once

#include "batch.h"

/* @total: how many sources there are; *worked: how many of them there was something to do for.
 * Errors: IO. */
gboolean isr_redaction_run(const IsrBatch *batch, guint64 total, guint64 *worked, GError **error);
