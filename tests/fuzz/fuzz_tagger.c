/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tagger's model: a header, then numbers and the places where they stand in a file of the
 * least size, with length and checksum put right. */
#include "fuzz.h"

#include "tagger_model.h"
#include "tagger_traits.h"

#include <string.h>

/* Rows, words and kinds: few, so that one input can reach all. */
#define MOST 16

/* A head for @data, whose counts are small. */
static ModelHeader head_of(const uint8_t *data, size_t size)
{
    ModelHeader header = {0};

    memcpy(&header, data, MIN(size, sizeof header));
    header.template = TAGGER_TEMPLATE;
    header.labels = LABELS;
    header.rows %= MOST;
    header.words %= MOST;
    header.kinds %= MOST;
    return header;
}

/* An index of @count entries, all of them in one bucket. */
static void fill_starts(guint8 *bytes, gsize at, guint32 buckets, guint32 count)
{
    guint32 *starts = (guint32 *)(void *)(bytes + at);

    for (guint32 i = buckets / 2; i <= buckets; i++)
        starts[i] = count;
}

/* Each eight bytes: a place, counted in fours, and what stands there. */
static void fill(guint8 *bytes, gsize length, const uint8_t *data, size_t size)
{
    for (size_t i = 0; i + 8 <= size; i += 8) {
        guint32 at;

        memcpy(&at, data + i, 4);
        memcpy(bytes + at % (length / 4) * 4, data + i + 4, 4);
    }
}

static void ask(const Model *model)
{
    for (guint32 i = 0; i < 512; i++) {
        const guint32 row = isr_model_row(model, i << (MODEL_ROW_BITS + MODEL_MARK_BITS - 9));
        const ModelWord *word = isr_model_word(model, i << 23);

        fuzz_require(row <= model->header->rows, "a row is one of the model's");
        fuzz_require(!word || word->kind < model->header->kinds, "a kind is one of the model's");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ModelHeader header = head_of(data, size);
    const ModelPlan plan = isr_model_plan(header.rows, header.words, header.kinds);
    g_autofree guint8 *bytes = g_malloc0(plan.end);
    ModelHeader *head = (ModelHeader *)(void *)bytes;
    Model model;

    fill_starts(bytes, plan.row_starts, 1u << MODEL_ROW_BITS, header.rows);
    fill_starts(bytes, plan.word_starts, 1u << MODEL_WORD_BITS, header.words);
    *head = header;
    if (size > sizeof header)
        fill(bytes, plan.end, data + sizeof header, size - sizeof header);
    isr_model_seal(&tagger_file, bytes, plan.end);
    if (isr_model_read(bytes, plan.end, "fuzz", &model, NULL))
        ask(&model);
    return 0;
}
