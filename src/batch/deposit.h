/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts what the workers sealed, document by document, into the escrow's file. */
#pragma once

#include "batch.h"

/* Notes in the journal under which passphrase the batch is sealed. Errors: USAGE if it was begun
 * under another, or with an escrow and is gone on with without one, or if another file is where
 * the escrow shall be; IO. */
gboolean isr_deposit_agree(const IsrBatch *batch, GError **error);

/* TRUE if the escrow's file may be where @batch->deposit says: apart from the output, which must
 * be there. Errors: USAGE, IO. */
gboolean isr_deposit_check_place(const IsrBatch *batch, GError **error);

/* Writes the file, whole or not at all, for its owner alone. Errors: IO, MALFORMED. */
gboolean isr_deposit_write(const IsrBatch *batch, GError **error);
