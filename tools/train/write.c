/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows stand in the order of their features, words in that of their hashes, each with an index
 * by upper bits. */
#include "write.h"

#include "tagger_features.h"

#include <math.h>
#include <string.h>

/* Steps a weight of one has: the largest weights still fit a signed byte. */
#define SCALE 20.0f

typedef struct {
    GArray *features; /* of guint32 */
    GArray *rows;     /* of ModelRow */
} Rows;

static gint8 rounded(float weight)
{
    float steps = roundf(weight * SCALE);

    return (gint8)(steps > 127 ? 127 : steps < -127 ? -127 : steps);
}

/* TRUE if the bucket of @feature has all the rows that it may have. */
static gboolean is_full(const GArray *features, guint32 feature)
{
    return features->len >= MODEL_MARK_ROOM &&
           g_array_index(features, guint32, features->len - MODEL_MARK_ROOM) >> MODEL_MARK_BITS ==
               feature >> MODEL_MARK_BITS;
}

/* Rows of what does not round to nothing. */
static Rows round_rows(const Weights *weights)
{
    Rows rows = {g_array_new(FALSE, FALSE, sizeof(guint32)),
                 g_array_new(FALSE, FALSE, sizeof(ModelRow))};

    for (guint i = 0; weights != NULL && i < weights->features->len; i++) {
        guint32 feature = g_array_index(weights->features, guint32, i);
        const float *lanes = g_array_index(weights->weights, Lanes, i);
        ModelRow row = {0};
        gboolean any = FALSE;
        for (guint y = 0; y < LABELS; y++) {
            row.weights[y] = rounded(lanes[y]);
            any = any || row.weights[y] != 0;
        }
        if (any && !is_full(rows.features, feature)) {
            g_array_append_val(rows.features, feature);
            g_array_append_val(rows.rows, row);
        }
    }
    return rows;
}

/* Writes to @starts, for each upper part of a key, the index of the first with it. @key_of says
 * the upper part of entry @i. */
static void write_starts(guint32 *starts, guint32 buckets, guint n, gconstpointer data,
                         guint32 (*bucket_of)(gconstpointer data, guint i))
{
    guint at = 0;

    for (guint32 bucket = 0; bucket <= buckets; bucket++) {
        while (at < n && bucket_of(data, at) < bucket)
            at++;
        starts[bucket] = at;
    }
}

static guint32 row_bucket(gconstpointer data, guint i)
{
    return ((const guint32 *)data)[i] >> MODEL_MARK_BITS;
}

static guint32 word_bucket(gconstpointer data, guint i)
{
    return ((const ModelWord *)data)[i].hash >> (32 - MODEL_WORD_BITS);
}

/* Writes the items of @items, which may have none, at byte @at. */
static void put(GByteArray *bytes, gsize at, const GArray *items, gsize size)
{
    if (items->len > 0)
        memcpy(bytes->data + at, items->data, items->len * size);
}

GByteArray *model_bytes(const Lexicon *lexicon, const Weights *weights)
{
    Rows rows = round_rows(weights);
    ModelPlan plan = isr_model_plan(rows.rows->len, lexicon->words->len, lexicon->kinds->len);
    GByteArray *bytes = g_byte_array_sized_new((guint)plan.end);

    g_byte_array_set_size(bytes, (guint)plan.end);
    memset(bytes->data, 0, plan.end);
    ModelHeader *header = (ModelHeader *)(void *)bytes->data;
    header->template = TAGGER_TEMPLATE;
    header->labels = LABELS;
    header->rows = rows.rows->len;
    header->words = lexicon->words->len;
    header->kinds = lexicon->kinds->len;
    header->scale = SCALE;
    if (weights != NULL)
        header->moves = weights->moves;
    write_starts((guint32 *)(void *)(bytes->data + plan.row_starts), 1u << MODEL_ROW_BITS,
                 rows.rows->len, rows.features->data, row_bucket);
    for (guint i = 0; i < rows.rows->len; i++)
        bytes->data[plan.marks + i] = (guint8)g_array_index(rows.features, guint32, i);
    put(bytes, plan.rows, rows.rows, sizeof(ModelRow));
    write_starts((guint32 *)(void *)(bytes->data + plan.word_starts), 1u << MODEL_WORD_BITS,
                 lexicon->words->len, lexicon->words->data, word_bucket);
    put(bytes, plan.words, lexicon->words, sizeof(ModelWord));
    put(bytes, plan.kinds, lexicon->kinds, sizeof(ModelKind));
    isr_model_seal(&tagger_file, bytes->data, plan.end);
    g_array_unref(rows.features);
    g_array_unref(rows.rows);
    return bytes;
}
