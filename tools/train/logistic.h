/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Learns a classifier: multinomial logistic regression with L2, by AdaGrad in an order by chance
 * that is the same on every machine. */
#pragma once

#include "chance.h"
#include "classifier_model.h"
#include "network.h"

typedef struct {
    guint32 feature;
    float value;
} Met;

/* What is learnt from: the features of one thing, and the class that it belongs to. */
typedef struct {
    GArray *met; /* of Met */
    guint class;
    guint group;         /* examples of one group (a document) are held out together */
    float weight;        /* how much it counts; 1 */
    IsrWording *wording; /* for a partner; owned, NULL if there is none */
} LogisticExample;

LogisticExample *logistic_example_new(guint class, guint group);
void logistic_example_free(LogisticExample *example);
/* Adds @feature with @value; one met twice counts once, with the greater value. */
void logistic_example_meet(LogisticExample *example, guint32 feature, float value);
/* The same, but what is met more than once counts as often. */
void logistic_example_more(LogisticExample *example, guint32 feature, float value);
/* As logistic_example_meet() for a feature that is a text. */
void logistic_example_add(LogisticExample *example, const char *text, float value);

/* What judges beside the features, and learns from the same errors. Each is called with @self. */
typedef struct {
    gpointer self;
    /* Before anything is learnt, with all examples (of LogisticExample *) to learn from. */
    void (*begin)(gpointer self, const GPtrArray *examples);
    /* Adds to @sums, one for each class, what it says of @example. */
    void (*judge)(gpointer self, const LogisticExample *example, float *sums);
    /* Goes a step against @errors, one for each class, in what it just said of @example. */
    void (*learn)(gpointer self, const LogisticExample *example, const float *errors);
    /* After an epoch whose weights count for the mean. */
    void (*rest)(gpointer self);
} LogisticPartner;

typedef struct {
    const char *use; /* for the file */
    guint classes;
    guint epochs;
    float rate;
    float ridge;   /* the L2 weight, at each example that a feature is met in */
    float share;   /* the same, shared among the examples that it is met in: rare ones count less */
    guint drop;    /* so many features in a hundred are left out at each example, by chance */
    gboolean mean; /* take the mean of the weights after each of the later half of the epochs */
    guint fewest;  /* features met in fewer examples have no weight */
    guint64 seed;
    GHashTable *heirs;              /* for class_weights_inherit(), or NULL */
    const LogisticPartner *partner; /* or NULL */
} LogisticOptions;

/* The model of @examples (of LogisticExample *), as the bytes of its file. Those of group @held
 * are left out (G_MAXUINT: none; groups are counted modulo @folds). Free with g_byte_array_unref().
 */
GByteArray *logistic_learn(const GPtrArray *examples, const LogisticOptions *options, guint held,
                           guint folds);

/* Writes a model that knows nothing, so that patterns can be loaded that have none yet. */
gboolean logistic_write_empty(const char *path, const LogisticOptions *options, GError **error);
