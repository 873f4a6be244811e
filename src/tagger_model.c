/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a model: every count, place and index in it is checked once, so that nobody who looks
 * something up need check again. */
#include "tagger_model.h"

#include "tagger_traits.h"

#include <isredact/error.h>

#include <math.h>
#include <string.h>

const IsrModelFile tagger_file = {
    .what = "model of names",
    .magic = "ISRNAMES",
    .version = 2,
    .header = sizeof(ModelHeader),
    .length = G_STRUCT_OFFSET(ModelHeader, bytes),
    .most = 10 * 1024 * 1024,
};

static gsize aligned(gsize at)
{
    return (at + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
}

ModelPlan isr_model_plan(guint32 rows, guint32 words, guint32 kinds)
{
    ModelPlan plan;

    plan.row_starts = aligned(sizeof(ModelHeader));
    plan.marks = aligned(plan.row_starts + sizeof(guint32) * ((1u << MODEL_ROW_BITS) + 1));
    plan.rows = aligned(plan.marks + rows + MODEL_MARK_ROOM);
    plan.word_starts = aligned(plan.rows + sizeof(ModelRow) * ((gsize)rows + 1));
    plan.words = aligned(plan.word_starts + sizeof(guint32) * ((1u << MODEL_WORD_BITS) + 1));
    plan.kinds = aligned(plan.words + sizeof(ModelWord) * words);
    plan.end = aligned(plan.kinds + sizeof(ModelKind) * kinds);
    return plan;
}

/* @most: entries that one bucket may have. */
static gboolean check_starts(const guint32 *starts, guint32 buckets, guint32 count, guint32 most)
{
    if (starts[0] != 0 || starts[buckets] != count)
        return FALSE;
    for (guint32 i = 0; i < buckets; i++)
        if (starts[i] > starts[i + 1] || starts[i + 1] - starts[i] > most)
            return FALSE;
    return TRUE;
}

static gboolean check_numbers(const ModelHeader *header)
{
    const float *numbers = (const float *)&header->moves;

    for (gsize i = 0; i < sizeof header->moves / sizeof *numbers; i++)
        if (!isfinite(numbers[i]))
            return FALSE;
    return isfinite(header->scale) && header->scale > 0;
}

static gboolean check_kinds(const Model *model)
{
    for (guint32 i = 0; i < model->header->words; i++)
        if (model->words[i].kind >= model->header->kinds)
            return FALSE;
    for (guint32 i = 0; i < model->header->kinds; i++)
        if ((model->kinds[i].path & 31) > 27)
            return FALSE;
    return TRUE;
}

/* A feature without weights must add nothing, nor any row to the lane that is not used. */
static gboolean check_rows(const Model *model)
{
    for (guint32 i = 0; i <= model->header->rows; i++)
        if (model->rows[i].weights[LABELS] != 0)
            return FALSE;
    for (guint y = 0; y < LABELS; y++)
        if (model->rows[model->header->rows].weights[y] != 0)
            return FALSE;
    return TRUE;
}

static gboolean check_parts(const Model *model)
{
    return check_starts(model->row_starts, 1u << MODEL_ROW_BITS, model->header->rows,
                        MODEL_MARK_ROOM) &&
           check_starts(model->word_starts, 1u << MODEL_WORD_BITS, model->header->words,
                        G_MAXUINT32) &&
           check_numbers(model->header) && check_kinds(model) && check_rows(model);
}

gboolean isr_model_read(const guint8 *bytes, gsize length, const char *name, Model *model,
                        GError **error)
{
    const ModelHeader *header = (const ModelHeader *)(const void *)bytes;

    if (!isr_model_begins(&tagger_file, bytes, length, name, error))
        return FALSE;
    if (header->template != TAGGER_TEMPLATE || header->labels != LABELS)
        return isr_model_refuse(error, name, "was made for another version of this program");
    ModelPlan plan = isr_model_plan(header->rows, header->words, header->kinds);
    if (plan.end != length || header->kinds == 0)
        return isr_model_refuse(error, name, "has parts that do not fit together");
    if (!isr_model_is_whole(&tagger_file, bytes, length, name, error))
        return FALSE;
    *model = (Model){
        .header = header,
        .row_starts = (const guint32 *)(const void *)(bytes + plan.row_starts),
        .marks = bytes + plan.marks,
        .rows = (const ModelRow *)(const void *)(bytes + plan.rows),
        .word_starts = (const guint32 *)(const void *)(bytes + plan.word_starts),
        .words = (const ModelWord *)(const void *)(bytes + plan.words),
        .kinds = (const ModelKind *)(const void *)(bytes + plan.kinds),
    };
    if (!check_parts(model))
        return isr_model_refuse(error, name, "has an index that leads outside it");
    return TRUE;
}
