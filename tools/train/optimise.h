/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the weights: a linear-chain CRF by AdaGrad with regularised dual averaging, which leaves
 * most weights at zero. */
#pragma once

#include "chance.h"
#include "corpus.h"
#include "tagger_model.h"

typedef struct {
    guint epochs;
    float rate;
    float sparse;       /* the L1 weight a step */
    guint drop_percent; /* features left out by chance, at each token */
    guint fewest;       /* features seen less often have no weight */
} OptimiseOptions;

typedef struct {
    GArray *features; /* of guint32, ascending: those with weights */
    GArray *weights;  /* of Lanes, as many */
    Moves moves;
} Weights;

void weights_free(Weights *weights);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Weights, weights_free)

/* Weights for @corpus, which is read in an order by @chance. @model knows the words. Free with
 * weights_free(). */
Weights *optimise(const GPtrArray *corpus, const Model *model, const OptimiseOptions *options,
                  Chance *chance);
