/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Learns a network (src/network.h) beside a classifier, from the same errors: backpropagation,
 * AdaGrad, a share of the filters and of the words left out at each example by chance. */
#pragma once

#include "logistic.h"

#include "network_model.h"

typedef struct {
    const char *use; /* for the file */
    guint channels;  /* filters of each width, a multiple of 8 */
    float rate;
    float ridge;      /* the L2 weight, at each example */
    guint drop;       /* so many filters in a hundred are left out at each example */
    guint drop_words; /* likewise words */
    guint fewest;     /* marks met in fewer examples are not known */
    guint64 seed;
} ConvolutionOptions;

typedef struct Convolution Convolution;

/* A network that knows nothing, for examples with wordings of words with @vectors (borrowed), in
 * @classes classes. Free with convolution_free() (accepts NULL). */
Convolution *convolution_new(const ConvolutionOptions *options, const IsrVectors *vectors,
                             guint classes);
void convolution_free(Convolution *convolution);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Convolution, convolution_free)

/* For LogisticOptions: it learns whenever the classifier does. */
LogisticPartner convolution_partner(Convolution *convolution);

/* The file of what it learnt, the same bytes each time. Free with g_byte_array_unref(). */
GByteArray *convolution_bytes(const Convolution *convolution);
