/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model file of a classifier, as docs/model.md describes it. Read by the classifier, written
 * by tools/train. */
#pragma once

#include "classifier.h"
#include "modelfile.h"

#define CLASSIFIER_USE_BYTES 24

typedef struct {
    char magic[8];
    guint32 version;
    guint32 order;
    char use[CLASSIFIER_USE_BYTES]; /* padded with zeros */
    guint32 classes;
    guint32 bits;     /* the table has 2^bits places for features */
    guint32 rows;     /* features with weights; row 0 holds what is so without any */
    float scale;      /* a weight is its byte divided by this */
    guint64 bytes;    /* of the file */
    guint64 checksum; /* of the file with this field zero */
} ClassifierHeader;

extern const IsrModelFile classifier_file;

/* A place of the table. A feature stands at its lowest bits or at the next place that was free. */
typedef struct {
    guint32 feature;
    guint32 row; /* 0: free */
} ClassifierPlace;

/* Behind the header: the places, then rows + 1 rows of @classes signed bytes, then zeros up to a
 * multiple of 8. */
static inline gsize classifier_bytes(guint32 classes, guint32 bits, guint32 rows)
{
    gsize end = sizeof(ClassifierHeader) + (sizeof(ClassifierPlace) << bits) +
                (gsize)classes * ((gsize)rows + 1);

    return (end + 7) / 8 * 8;
}
