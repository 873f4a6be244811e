/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The network is the classifier's partner: it learns from the same errors. */
#include "twins.h"

#define VECTORS "vectors.model"

Twins twins_learn(const LogisticOptions *options, const ConvolutionOptions *convolution,
                  const IsrVectors *vectors, const GPtrArray *examples, guint held, guint folds)
{
    g_autoptr(Convolution) beside = convolution_new(convolution, vectors, options->classes);
    const LogisticPartner partner = convolution_partner(beside);
    LogisticOptions both = *options;
    Twins twins;

    both.partner = &partner;
    twins.classifier = logistic_learn(examples, &both, held, folds);
    twins.network = convolution_bytes(beside);
    return twins;
}

void twins_clear(Twins *twins)
{
    g_byte_array_unref(twins->classifier);
    g_byte_array_unref(twins->network);
}

static gboolean write_bytes(const char *patterns, const char *name, const GByteArray *bytes,
                            GError **error)
{
    g_autofree char *path = g_build_filename(patterns, "model", name, NULL);

    return g_file_set_contents(path, (const char *)bytes->data, bytes->len, error);
}

gboolean twins_write(const Twins *twins, const char *patterns, const char *classifier,
                     const char *network, GError **error)
{
    return write_bytes(patterns, classifier, twins->classifier, error) &&
           write_bytes(patterns, network, twins->network, error);
}

gboolean twins_write_empty(const LogisticOptions *options, const ConvolutionOptions *convolution,
                           const char *patterns, const char *classifier, const char *network,
                           GError **error)
{
    g_autofree char *path = g_build_filename(patterns, "model", VECTORS, NULL);
    g_autoptr(IsrVectors) vectors = isr_vectors_open(path, error);
    g_autoptr(GPtrArray) none = g_ptr_array_new();

    if (vectors == NULL)
        return FALSE;
    g_auto(Twins) nothing = twins_learn(options, convolution, vectors, none, G_MAXUINT, 1);

    return twins_write(&nothing, patterns, classifier, network, error);
}
