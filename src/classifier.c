/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a model once with all its counts and places, so that whoever looks a feature up need not
 * check again. */
#include "classifier_model.h"

#include <isredact/error.h>

#include <math.h>
#include <string.h>

const IsrModelFile classifier_file = {
    .what = "model of a classifier",
    .magic = "ISRCLASS",
    .version = 1,
    .header = sizeof(ClassifierHeader),
    .length = G_STRUCT_OFFSET(ClassifierHeader, bytes),
    .most = 16 * 1024 * 1024,
};

struct IsrClassifier {
    GMappedFile *file; /* NULL: the bytes are somebody else's */
    const ClassifierHeader *header;
    const ClassifierPlace *places;
    const gint8 *rows;
};

/* Every place leads to a row, and one at least is free, so that a search ends. */
static gboolean check_places(const IsrClassifier *classifier)
{
    const guint32 n = 1u << classifier->header->bits;
    gboolean free_place = FALSE;

    for (guint32 i = 0; i < n; i++) {
        if (classifier->places[i].row > classifier->header->rows)
            return FALSE;
        free_place = free_place || classifier->places[i].row == 0;
    }
    return free_place;
}

static gboolean read_bytes(IsrClassifier *classifier, const guint8 *bytes, gsize length,
                           const char *name, const char *use, guint classes, GError **error)
{
    const ClassifierHeader *header = (const ClassifierHeader *)(const void *)bytes;

    if (!isr_model_begins(&classifier_file, bytes, length, name, error))
        return FALSE;
    if (strncmp(header->use, use, sizeof header->use) != 0 || header->classes != classes)
        return isr_model_refuse(error, name, "was made for another use or version of this program");
    if (header->bits > 24 || header->rows > (1u << 24) || !isfinite(header->scale) ||
        header->scale <= 0 || classifier_bytes(classes, header->bits, header->rows) != length)
        return isr_model_refuse(error, name, "has parts that do not fit together");
    if (!isr_model_is_whole(&classifier_file, bytes, length, name, error))
        return FALSE;
    classifier->header = header;
    classifier->places = (const ClassifierPlace *)(const void *)(bytes + sizeof *header);
    classifier->rows = (const gint8 *)(classifier->places + (1u << header->bits));
    if (!check_places(classifier))
        return isr_model_refuse(error, name, "has an index that leads outside it");
    return TRUE;
}

IsrClassifier *isr_classifier_read(const guint8 *bytes, gsize length, const char *name,
                                   const char *use, guint classes, GError **error)
{
    g_autoptr(IsrClassifier) classifier = g_new0(IsrClassifier, 1);

    g_return_val_if_fail(classes <= ISR_CLASSIFIER_LANES, NULL);
    if (!read_bytes(classifier, bytes, length, name, use, classes, error))
        return NULL;
    return g_steal_pointer(&classifier);
}

IsrClassifier *isr_classifier_open(const char *path, const char *use, guint classes, GError **error)
{
    g_autofree char *name = g_path_get_basename(path);
    GMappedFile *file = isr_model_map(path, error);
    IsrClassifier *classifier;

    if (file == NULL)
        return NULL;
    classifier = isr_classifier_read((const guint8 *)g_mapped_file_get_contents(file),
                                     g_mapped_file_get_length(file), name, use, classes, error);
    if (classifier == NULL)
        g_mapped_file_unref(file);
    else
        classifier->file = file;
    return classifier;
}

void isr_classifier_free(IsrClassifier *classifier)
{
    if (classifier == NULL)
        return;
    g_clear_pointer(&classifier->file, g_mapped_file_unref);
    g_free(classifier);
}

guint64 isr_classifier_checksum(const IsrClassifier *classifier)
{
    return classifier->header->checksum;
}

/* The weights of @feature; NULL if it has none. */
static const gint8 *row_of(const IsrClassifier *classifier, guint32 feature)
{
    const guint32 mask = (1u << classifier->header->bits) - 1;

    for (guint32 at = feature & mask;; at = (at + 1) & mask) {
        const ClassifierPlace *place = &classifier->places[at];

        if (place->row == 0)
            return NULL;
        if (place->feature == feature)
            return classifier->rows + (gsize)place->row * classifier->header->classes;
    }
}

gboolean isr_classifier_knows(const IsrClassifier *classifier, guint32 feature)
{
    return row_of(classifier, feature) != NULL;
}

static void add_row(const IsrClassifier *classifier, IsrTally *tally, const gint8 *row, float value)
{
    const float step = value / classifier->header->scale;

    for (guint i = 0; i < classifier->header->classes; i++)
        tally->sums[i] += step * row[i];
}

void isr_classifier_begin(const IsrClassifier *classifier, IsrTally *tally)
{
    *tally = (IsrTally){0};
    add_row(classifier, tally, classifier->rows, 1);
}

void isr_classifier_add(const IsrClassifier *classifier, IsrTally *tally, guint32 feature,
                        float value)
{
    const gint8 *row = row_of(classifier, feature);

    if (row != NULL)
        add_row(classifier, tally, row, value);
}

float isr_classifier_weight(const IsrClassifier *classifier, guint32 feature, guint class)
{
    const gint8 *row = row_of(classifier, feature);
    const guint classes = classifier->header->classes;
    int others = 0;

    if (row == NULL || classes < 2)
        return 0;
    for (guint i = 0; i < classes; i++)
        others += i != class ? row[i] : 0;
    return ((float)row[class] - (float)others / (float)(classes - 1)) / classifier->header->scale;
}

void isr_classifier_end(const IsrClassifier *classifier, IsrTally *tally)
{
    const guint classes = classifier->header->classes;
    float most = tally->sums[0], total = 0;

    for (guint i = 1; i < classes; i++)
        most = MAX(most, tally->sums[i]);
    for (guint i = 0; i < classes; i++) {
        tally->sums[i] = expf(tally->sums[i] - most);
        total += tally->sums[i];
    }
    for (guint i = 0; i < classes; i++)
        tally->sums[i] /= total;
}
