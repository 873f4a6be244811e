/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model file of the tagger, as docs/model.md describes it: weights of hashed features, what is
 * known of words, the weights of steps between labels. Read by the tagger, written by
 * tools/train. */
#pragma once

#include "modelfile.h"
#include "tagger_chain.h"

#include <string.h>

#define MODEL_ALIGN 64
#define MODEL_ROW_BITS 17  /* buckets of rows: a feature's upper bits */
#define MODEL_MARK_BITS 8  /* its lower bits, the row's mark */
#define MODEL_MARK_ROOM 8  /* marks that are read at once, so that many bytes follow the last */
#define MODEL_WORD_BITS 16 /* buckets of words: the upper bits of a word's hash */

typedef struct {
    char magic[8];
    guint32 version;
    guint32 order;
    guint32 template; /* TAGGER_TEMPLATE of the features that it was trained with */
    guint32 labels;
    guint32 rows;
    guint32 words;
    guint32 kinds;
    float scale; /* a weight is its byte divided by this */
    guint64 bytes;
    guint64 checksum; /* of the file with this field zero */
    Moves moves;
} ModelHeader;

extern const IsrModelFile tagger_file;

/* Weights of one feature; the lane that is not used is zero. */
typedef struct {
    gint8 weights[LANES];
} ModelRow;

/* What is known of a word or a run of words. */
typedef struct {
    guint32 hash;
    guint16 levels; /* see the MODEL_* shifts */
    guint16 kind;   /* its ModelKind; 0 has none */
} ModelWord;

#define MODEL_FORENAME 0 /* 3 bits */
#define MODEL_SURNAME 3  /* 3 bits */
#define MODEL_ORDINARY 6 /* 3 bits: how common it is as an ordinary word */
#define MODEL_PLACE 9    /* 2 bits */
#define MODEL_LOWER 11   /* 3 bits: how often it is written in lower case; 0 unknown */
#define MODEL_OPENS 14   /* 1 bit: longer entries begin with it */

/* How a word is used: its class of terms, and the words used like it. */
typedef struct {
    guint16 classes; /* TermClass bits */
    guint16 cluster; /* from 1; 0: none */
    guint32 path;    /* Brown path: upper bits first, then, in the lowest 5 bits, its length */
} ModelKind;

typedef enum {
    TERM_TITLE = 1 << 0,
    TERM_KIN = 1 << 1,
    TERM_ROLE = 1 << 2,
    TERM_LABEL = 1 << 3,
    TERM_STREET = 1 << 4,
    TERM_UNIT = 1 << 5,
    TERM_BODY = 1 << 6,
    TERM_NO_NAME = 1 << 7
} TermClass;

/* Where the parts of a file with so many rows, words and kinds stand, in bytes. */
typedef struct {
    gsize row_starts;  /* guint32[2^MODEL_ROW_BITS + 1] */
    gsize marks;       /* guint8 for each row, and MODEL_MARK_ROOM of zero */
    gsize rows;        /* and one more, of zeros: that of features without weights */
    gsize word_starts; /* guint32[2^MODEL_WORD_BITS + 1] */
    gsize words;
    gsize kinds;
    gsize end;
} ModelPlan;

ModelPlan isr_model_plan(guint32 rows, guint32 words, guint32 kinds);

/* A model in memory: borrowed parts of a mapped file. */
typedef struct {
    const ModelHeader *header;
    const guint32 *row_starts;
    const guint8 *marks;
    const ModelRow *rows;
    const guint32 *word_starts;
    const ModelWord *words;
    const ModelKind *kinds;
} Model;

/* Reads @bytes, which must outlive @model. Errors (RULES) say, of @name, what is wrong. */
gboolean isr_model_read(const guint8 *bytes, gsize length, const char *name, Model *model,
                        GError **error);

/* What the model knows of a word (or run of words) with @hash; NULL if nothing. Borrowed. */
static inline const ModelWord *isr_model_word(const Model *model, guint32 hash)
{
    guint32 bucket = hash >> (32 - MODEL_WORD_BITS);

    for (guint32 i = model->word_starts[bucket]; i < model->word_starts[bucket + 1]; i++)
        if (model->words[i].hash == hash)
            return &model->words[i];
    return NULL;
}

/* The index of the row of @feature; that of the row of zeros if it has none. Compares eight marks
 * at once and does not branch on whether one fits, because nobody could foretell that. */
static inline guint32 isr_model_row(const Model *model, guint32 feature)
{
    static const guint64 ones = G_GUINT64_CONSTANT(0x0101010101010101);
    guint32 start = model->row_starts[feature >> MODEL_MARK_BITS];
    guint32 count = model->row_starts[(feature >> MODEL_MARK_BITS) + 1] - start;
    guint64 marks;

    memcpy(&marks, model->marks + start, sizeof marks);
    marks ^= ones * (feature & 0xFF);
    guint64 fits = (marks - ones) & ~marks & (ones << 7);
    fits &= count < 8 ? (G_GUINT64_CONSTANT(1) << (8 * count)) - 1 : G_MAXUINT64;
    guint32 row = start + (guint32)(__builtin_ctzll(fits | G_GUINT64_CONSTANT(1) << 63) / 8);
    return fits != 0 ? row : model->header->rows;
}
