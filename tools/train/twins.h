/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Twins: a classifier and a network that judge together, and so are learnt as one. */
#pragma once

#include "convolution.h"

typedef struct {
    GByteArray *classifier, *network; /* the bytes of their files */
} Twins;

/* Learns both from @examples but for those of group @held (logistic_learn()), the network over
 * words with @vectors. Free with twins_clear(). */
Twins twins_learn(const LogisticOptions *options, const ConvolutionOptions *convolution,
                  const IsrVectors *vectors, const GPtrArray *examples, guint held, guint folds);
void twins_clear(Twins *twins);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Twins, twins_clear)

/* Writes them as @classifier and @network into the models of the folder @patterns. Error: GIO's. */
gboolean twins_write(const Twins *twins, const char *patterns, const char *classifier,
                     const char *network, GError **error);

/* Twins that know nothing, so that patterns can be loaded that have none yet. Errors: those of
 * the vectors of @patterns; GIO's. */
gboolean twins_write_empty(const LogisticOptions *options, const ConvolutionOptions *convolution,
                           const char *patterns, const char *classifier, const char *network,
                           GError **error);
