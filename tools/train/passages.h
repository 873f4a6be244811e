/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passages to learn from: the sentences of gold documents as the program reads them, each with
 * what the gold says of it. */
#pragma once

#include "gold.h"

#include "owner.h"

/* One sentence as the program sees it. All borrowed. */
typedef struct {
    IsrGist *gist; /* names and other identifiers marked */
    const IsrBlock *block;
    guint number;            /* of the sentence */
    const IsrGoldSpan *span; /* what it is marked as, or NULL */
    gboolean doubtful;       /* only part of it is marked */
} Passage;

/* Whoever learns from passages. */
typedef struct {
    gpointer self;
    /* Called for each sentence, in order; may be NULL. */
    void (*sentence)(gpointer self, const Passage *passage);
    /* Called for each sentence of @category, with whose it is by rule and, in @whose, by what is
     * marked; may be NULL. */
    void (*owned)(gpointer self, const IsrScene *scene, IsrCategory category, const IsrOwner *owner,
                  guint token, IsrRole whose);
} PassageVisitor;

/* Shows @visitor the sentences of @gold, built as a file of @format (an index of isr_builds), in
 * order. Errors: as of walks. */
gboolean passages_read(const IsrPatterns *patterns, const IsrGold *gold, guint format,
                       const PassageVisitor *visitor, GError **error);

/* Shows @visitor the sentences of @block alone, all of @category and @whose. */
gboolean passages_read_block(const IsrPatterns *patterns, const IsrBlock *block,
                             IsrCategory category, IsrRole whose, const PassageVisitor *visitor,
                             GError **error);

/* What the detectors find in @reading before their findings are held against each other, without
 * sentences: as the detector of sentences sees it. */
GArray *passages_identifiers(const IsrPatterns *patterns, const IsrReading *reading,
                             GError **error);
