/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passages to learn from: the sentences of gold documents as the program reads them, each with
 * what the gold says of it. */
#pragma once

#include "gold.h"

#include <isredact/people.h>

#include "gist.h"

/* One sentence as the program sees it. All borrowed. */
typedef struct {
    IsrGist *gist; /* names and other identifiers marked */
    const IsrBlock *block;
    guint number;            /* of the sentence */
    const IsrPeople *people; /* settled */
    const GArray *findings;  /* of its block, attributed; no sentences among them */
    const IsrGoldSpan *span; /* what it is marked as, or NULL */
    gboolean doubtful;       /* only part of it is marked */
} Passage;

typedef void (*PassageVisit)(gpointer self, const Passage *sentence);

/* Calls @visit for each sentence of @gold, built as a file of @format (an index of isr_builds), in
 * order. Errors: as of walks. */
gboolean passages_read(const IsrPatterns *patterns, const IsrGold *gold, guint format,
                       PassageVisit visit, gpointer self, GError **error);

/* What the detectors find in @reading before their findings are held against each other, without
 * sentences: as the detector of sentences sees it. */
GArray *passages_identifiers(const IsrPatterns *patterns, const IsrReading *reading,
                             GError **error);
