/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stage of a batch that says who could be singled out by what is left of them. */
#pragma once

#include "batch.h"

/* From what all copies tell: writes into the journal who is alike with fewer people than the
 * profile's k asks for, and what would help, as text ISR_CONCERNS_SINGLES. It works in a process of
 * its own. Errors: IO. */
gboolean isr_metering_run(const IsrBatch *batch, GError **error);
