/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A classifier: which of a few classes something belongs to, judged by its features. Multinomial
 * logistic regression: each feature has a weight for each class; the sums of those that are met
 * become probabilities. Its file is docs/model.md's: data, mapped, never written to. */
#pragma once

#include "fingerprint.h"

/* Classes at most; every row of weights has as many lanes. */
#define ISR_CLASSIFIER_LANES 16

typedef struct IsrClassifier IsrClassifier;

/* What the features met so far add up to, for each class. */
typedef struct {
    float sums[ISR_CLASSIFIER_LANES];
} IsrTally;

/* Maps the model at @path, made for @use ("topics 1": what it judges, and the version of the
 * features), with @classes classes. Errors: RULES, IO; the sentence says what to do. Free with
 * isr_classifier_free() (accepts NULL). */
IsrClassifier *isr_classifier_open(const char *path, const char *use, guint classes,
                                   GError **error);
/* The same for a model in memory, which must outlive the classifier. @name is for messages. */
IsrClassifier *isr_classifier_read(const guint8 *bytes, gsize length, const char *name,
                                   const char *use, guint classes, GError **error);
void isr_classifier_free(IsrClassifier *classifier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrClassifier, isr_classifier_free)

/* The checksum that tells this model from others. */
guint64 isr_classifier_checksum(const IsrClassifier *classifier);

/* A feature is the fingerprint of what it says, 32 bits of it. */
static inline guint32 isr_classifier_feature(const char *text, gsize length)
{
    guint64 print = ISR_FINGERPRINT_START;

    for (gsize i = 0; i < length; i++)
        print = isr_fingerprint_on(print, (guint8)text[i]);
    return (guint32)isr_fingerprint_end(print);
}

/* Sets @tally to what is so before any feature is met. */
void isr_classifier_begin(const IsrClassifier *classifier, IsrTally *tally);
/* Adds @feature, met with strength @value (1: it is there). What the model does not know adds
 * nothing. */
void isr_classifier_add(const IsrClassifier *classifier, IsrTally *tally, guint32 feature,
                        float value);
/* FALSE if @feature adds nothing, however strong it is. */
gboolean isr_classifier_knows(const IsrClassifier *classifier, guint32 feature);
/* How much @feature speaks for @class rather than for the mean of the others; for explanations. */
float isr_classifier_weight(const IsrClassifier *classifier, guint32 feature, guint class);
/* Turns sums into probabilities, which add up to 1. */
void isr_classifier_end(const IsrClassifier *classifier, IsrTally *tally);
