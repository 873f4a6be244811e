/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What other runs of the same batch did, on this machine or others, taken over. */
#pragma once

#include "batch.h"

/* Takes from the part of the batch whose output is @folder, with its journal beside it, what is
 * known of the sources that @batch has noted, and the copies of those without one. A copy must be
 * the one that was verified. Errors: USAGE if the part is of another batch; IO. */
gboolean isr_parts_take(const IsrBatch *batch, const char *folder, GError **error);
