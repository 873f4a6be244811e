/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file of word vectors, as docs/model.md describes it. Read by the vectors, written by
 * tools/train. */
#pragma once

#include "modelfile.h"
#include "vectors.h"

typedef struct {
    char magic[8];
    guint32 version;
    guint32 order;
    guint32 words;
    guint32 dimensions;
    float scale; /* a number is its byte divided by this */
    guint32 nothing;
    guint64 bytes;    /* of the file */
    guint64 checksum; /* of the file with this field zero */
} VectorsHeader;

extern const IsrModelFile vectors_file;

/* Behind the header: the fingerprints of the words (guint32, ascending, none twice), then for each
 * in the same order @dimensions signed bytes, then zeros up to a multiple of 8. */
static inline gsize vectors_bytes(guint32 words, guint32 dimensions)
{
    const gsize end = sizeof(VectorsHeader) + (gsize)words * (sizeof(guint32) + dimensions);

    return (end + 7) / 8 * 8;
}

/* By which a word of @length bytes is known. */
guint32 vectors_fingerprint(const char *word, gsize length);
