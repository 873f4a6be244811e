/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file holds signed bytes, so that most of what is learnt of rare features is nothing there. */
#include "class_weights.h"

#include <math.h>
#include <string.h>

ClassWeights *class_weights_new(guint classes)
{
    ClassWeights *weights = g_new0(ClassWeights, 1);

    weights->classes = classes;
    weights->rows = g_hash_table_new(NULL, NULL);
    weights->values = g_array_new(FALSE, TRUE, sizeof(float));
    g_array_set_size(weights->values, classes);
    return weights;
}

void class_weights_free(ClassWeights *weights)
{
    if (weights == NULL)
        return;
    g_hash_table_unref(weights->rows);
    g_array_unref(weights->values);
    g_free(weights);
}

float *class_weights_nth(const ClassWeights *weights, guint row)
{
    return &g_array_index(weights->values, float, row * weights->classes);
}

static guint row_of(const ClassWeights *weights, guint32 feature)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(weights->rows, GUINT_TO_POINTER(feature)));
}

float *class_weights_row(ClassWeights *weights, guint32 feature)
{
    guint row = row_of(weights, feature);

    if (row == 0) {
        row = weights->values->len / weights->classes;
        g_array_set_size(weights->values, (row + 1) * weights->classes);
        g_hash_table_insert(weights->rows, GUINT_TO_POINTER(feature), GUINT_TO_POINTER(row));
    }
    return class_weights_nth(weights, row);
}

static gint by_feature(gconstpointer a, gconstpointer b)
{
    const guint one = GPOINTER_TO_UINT(a), other = GPOINTER_TO_UINT(b);

    return one < other ? -1 : one > other;
}

/* The keys of @table in order. Free with g_list_free(). */
static GList *features_of(GHashTable *table)
{
    return g_list_sort(g_hash_table_get_keys(table), by_feature);
}

static void add_ancestors(ClassWeights *weights, guint32 heir, const GArray *ancestors)
{
    for (guint i = 0; i < ancestors->len; i++) {
        const guint row = row_of(weights, g_array_index(ancestors, guint32, i));
        float *own = row > 0 ? class_weights_row(weights, heir) : NULL;

        for (guint c = 0; own != NULL && c < weights->classes; c++)
            own[c] += class_weights_nth(weights, row)[c];
    }
}

void class_weights_inherit(ClassWeights *weights, GHashTable *heirs)
{
    g_autoptr(GList) features = features_of(heirs);

    for (GList *item = features; item != NULL; item = item->next)
        add_ancestors(weights, GPOINTER_TO_UINT(item->data),
                      g_hash_table_lookup(heirs, item->data));
    for (GList *item = features; item != NULL; item = item->next) {
        const GArray *ancestors = g_hash_table_lookup(heirs, item->data);

        for (guint i = 0; i < ancestors->len; i++)
            g_hash_table_remove(weights->rows,
                                GUINT_TO_POINTER(g_array_index(ancestors, guint32, i)));
    }
}

/* Steps a weight of one has: the largest weight fits a signed byte. */
static float scale_of(const ClassWeights *weights, GList *features)
{
    float most = 0.01f;

    for (guint c = 0; c < weights->classes; c++)
        most = MAX(most, fabsf(class_weights_nth(weights, 0)[c]));
    for (GList *item = features; item != NULL; item = item->next)
        for (guint c = 0; c < weights->classes; c++)
            most = MAX(most, fabsf(class_weights_nth(
                                 weights, row_of(weights, GPOINTER_TO_UINT(item->data)))[c]));
    return 127 / most;
}

/* Writes a row as bytes; FALSE if all of them are zero. */
static gboolean write_row(const ClassWeights *weights, guint row, float scale, gint8 *bytes)
{
    gboolean any = FALSE;

    for (guint c = 0; c < weights->classes; c++) {
        bytes[c] = (gint8)roundf(class_weights_nth(weights, row)[c] * scale);
        any = any || bytes[c] != 0;
    }
    return any;
}

static void put_place(ClassifierPlace *places, guint bits, guint32 feature, guint32 row)
{
    const guint32 mask = (1u << bits) - 1;
    guint32 at = feature & mask;

    while (places[at].row != 0)
        at = (at + 1) & mask;
    places[at] = (ClassifierPlace){feature, row};
}

/* Keeps of @features those of which anything is left, and their rows as bytes. */
static GByteArray *rows_of(const ClassWeights *weights, GList *features, float scale, GArray *kept)
{
    GByteArray *rows = g_byte_array_new();
    gint8 bytes[ISR_CLASSIFIER_LANES];

    write_row(weights, 0, scale, bytes);
    g_byte_array_append(rows, (const guint8 *)bytes, weights->classes);
    for (GList *item = features; item != NULL; item = item->next) {
        const guint32 feature = GPOINTER_TO_UINT(item->data);

        if (!write_row(weights, row_of(weights, feature), scale, bytes))
            continue;
        g_byte_array_append(rows, (const guint8 *)bytes, weights->classes);
        g_array_append_val(kept, feature);
    }
    return rows;
}

static void write_header(ClassifierHeader *header, const char *use, guint classes, guint bits)
{
    memcpy(header->use, use, MIN(strlen(use), sizeof header->use - 1));
    header->classes = classes;
    header->bits = bits;
}

GByteArray *class_weights_bytes(const ClassWeights *weights, const char *use)
{
    g_autoptr(GList) features = features_of(weights->rows);
    g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(guint32));
    const float scale = scale_of(weights, features);
    g_autoptr(GByteArray) rows = rows_of(weights, features, scale, kept);
    GByteArray *bytes = g_byte_array_new();
    guint bits = 4;

    while ((1u << bits) < kept->len + kept->len / 4)
        bits++;
    const gsize length = classifier_bytes(weights->classes, bits, kept->len);

    g_byte_array_set_size(bytes, (guint)length);
    memset(bytes->data, 0, length);
    ClassifierHeader *header = (ClassifierHeader *)(void *)bytes->data;
    ClassifierPlace *places = (ClassifierPlace *)(header + 1);

    write_header(header, use, weights->classes, bits);
    header->rows = kept->len;
    header->scale = scale;
    for (guint i = 0; i < kept->len; i++)
        put_place(places, bits, g_array_index(kept, guint32, i), i + 1);
    memcpy(places + (1u << bits), rows->data, rows->len);
    isr_model_seal(&classifier_file, bytes->data, length);
    return bytes;
}
