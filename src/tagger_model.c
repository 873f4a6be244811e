/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a model: every count, place and index in it is checked once, so that nobody who looks
 * something up need check again. */
#include "tagger_model.h"

#include "tagger_traits.h"

#include <isredact/error.h>

#include <math.h>
#include <string.h>

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

/* Four sums side by side, so that five megabytes take a millisecond. */
guint64 isr_model_sum(const guint8 *bytes, gsize length, gsize skip)
{
    static const guint64 factor = G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
    guint64 sums[4] = {1, 2, 3, 4}, sum = length;

    for (gsize at = 0; at + 8 <= length; at += 8 * 4) {
        guint64 words[4] = {0};
        guint n = (guint)MIN((length - at) / 8, 4);

        if (n == 4)
            memcpy(words, bytes + at, sizeof words);
        else
            memcpy(words, bytes + at, 8 * n);
        if (skip - at < sizeof words && skip % 8 == 0)
            words[(skip - at) / 8] = 0;
        for (guint i = 0; i < n; i++) {
            sums[i] = (sums[i] ^ words[i]) * factor;
            sums[i] ^= sums[i] >> 29;
        }
    }
    for (guint i = 0; i < 4; i++)
        sum = (sum ^ sums[i]) * factor;
    return sum ^ (sum >> 32);
}

gboolean isr_model_refuse(GError **error, const char *name, const char *what)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "%s: %s; put the file of your installation back, or make it anew as "
                "docs/model.md says",
                name, what);
    return FALSE;
}

static gboolean check_header(const ModelHeader *header, gsize length, const char *name,
                             GError **error)
{
    if (memcmp(header->magic, MODEL_MAGIC, sizeof header->magic) != 0)
        return isr_model_refuse(error, name, "is no model of names");
    if (header->order != MODEL_ORDER)
        return isr_model_refuse(error, name, "was made on a machine of another byte order");
    if (header->version != MODEL_VERSION)
        return isr_model_refuse(error, name, "has a version that this program does not read");
    if (header->template != TAGGER_TEMPLATE || header->labels != LABELS)
        return isr_model_refuse(error, name, "was made for another version of this program");
    if (header->bytes != length)
        return isr_model_refuse(error, name,
                                "is not as long as it says; a copy of it was cut short");
    return TRUE;
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

    if (length < sizeof *header || length > MODEL_MOST_BYTES)
        return isr_model_refuse(error, name, "is too short or too long for a model of names");
    if (!check_header(header, length, name, error))
        return FALSE;
    ModelPlan plan = isr_model_plan(header->rows, header->words, header->kinds);
    if (plan.end != length || header->kinds == 0)
        return isr_model_refuse(error, name, "has parts that do not fit together");
    if (isr_model_sum(bytes, length, G_STRUCT_OFFSET(ModelHeader, checksum)) != header->checksum)
        return isr_model_refuse(error, name, "is damaged: its checksum is wrong");
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
