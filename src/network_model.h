/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file of a network, as docs/model.md describes it. Read by the network, written by
 * tools/train. */
#pragma once

#include "modelfile.h"
#include "network.h"

#define NETWORK_USE_BYTES 24
#define NETWORK_MOST_CHANNELS 256
/* A filter of width w has a column for each of the w words that it looks at. */
#define NETWORK_COLUMNS(channels) ((channels) * (ISR_NETWORK_WIDTHS * (ISR_NETWORK_WIDTHS + 1) / 2))
#define NETWORK_FILTERS(channels) ((channels)*ISR_NETWORK_WIDTHS)

typedef struct {
    char magic[8];
    guint32 version;
    guint32 order;
    char use[NETWORK_USE_BYTES]; /* padded with zeros */
    guint32 classes;
    guint32 dimensions; /* of a word's vector */
    guint32 channels;   /* filters of each width */
    guint32 marks;      /* features of words that it knows */
    guint64 bytes;      /* of the file */
    guint64 checksum;   /* of the file with this field zero */
} NetworkHeader;

extern const IsrModelFile network_file;

/* Where the parts stand, in bytes. Columns are ordered by width, then by which of the words, then
 * by filter; filters by width. */
typedef struct {
    gsize features; /* guint32[marks]: ascending, none twice */
    gsize scales;   /* float[columns]: of each column, a weight for one step of a vector's byte */
    gsize steps;    /* float[marks]: likewise of each mark's row */
    gsize starts;   /* float[filters]: what a filter answers to nothing */
    gsize says;     /* float[filters][classes]: what its answer says */
    gsize weights;  /* gint8[columns][dimensions] */
    gsize rows;     /* gint8[marks][columns] */
    gsize end;      /* a multiple of 8 */
} NetworkPlan;

NetworkPlan network_plan(guint32 classes, guint32 dimensions, guint32 channels, guint32 marks);

/* The first column of filters of @width (from 1) for the @nth word that they look at. */
static inline guint network_column(guint channels, guint width, guint nth)
{
    return channels * (width * (width - 1) / 2 + nth);
}
