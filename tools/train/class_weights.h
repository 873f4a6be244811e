/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The weights of a classifier: a row of one for each class, for each feature. */
#pragma once

#include "classifier_model.h"

typedef struct {
    guint classes;
    GHashTable *rows; /* feature → row, from 1 on */
    GArray *values;   /* of float: row after row; row 0 is that of no feature */
} ClassWeights;

ClassWeights *class_weights_new(guint classes);
void class_weights_free(ClassWeights *weights);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClassWeights, class_weights_free)

/* The row of @feature, of zeros if it had none; for no feature @row 0. Borrowed until the next row
 * is made. */
float *class_weights_row(ClassWeights *weights, guint32 feature);
float *class_weights_nth(const ClassWeights *weights, guint row);

/* Gives each heir (feature → GArray of the guint32 features that it inherits from) what its
 * ancestors weigh, beside its own weight; the ancestors then weigh nothing. */
void class_weights_inherit(ClassWeights *weights, GHashTable *heirs);

/* The bytes of the file, for @use. Features whose weights round to nothing are left out. Free with
 * g_byte_array_unref(). */
GByteArray *class_weights_bytes(const ClassWeights *weights, const char *use);
