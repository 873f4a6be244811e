/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The project's own gold documents (corpus/README.md) as sentences to train with. */
#pragma once

#include "corpus.h"

/* Appends the sentences of the gold documents in @folder to @corpus: names and initials are
 * people, places and addresses places, organisations bodies. Errors: IO, MALFORMED. */
gboolean records_read(GPtrArray *corpus, const char *folder, GError **error);
