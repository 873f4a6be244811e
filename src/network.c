/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter's answer to a few words is a sum over the words, so what a word comes to in each column
 * is worked out once and remembered: text says the same words again and again. A window may reach
 * over either end of the sentence; nothing stands there. */
#include "memo.h"
#include "network_model.h"
#include "processor.h"

#include <isredact/error.h>

#include <math.h>
#include <string.h>

/* Words whose columns are remembered. */
#define MOST_WORDS 4096

const IsrModelFile network_file = {
    .what = "model of a network",
    .magic = "ISRCONVN",
    .version = 1,
    .header = sizeof(NetworkHeader),
    .length = G_STRUCT_OFFSET(NetworkHeader, bytes),
    .most = 16 * 1024 * 1024,
};

struct IsrNetwork {
    GMappedFile *file; /* NULL: the bytes are somebody else's */
    const NetworkHeader *header;
    const guint32 *features;
    const float *scales, *steps, *starts, *says;
    const gint8 *weights, *rows;
    IsrMemo *memory; /* float[columns], by where the word's vector stands */
};

IsrWording *isr_wording_new(void)
{
    IsrWording *wording = g_new0(IsrWording, 1);

    wording->words = g_array_new(FALSE, FALSE, sizeof(IsrNetworkWord));
    wording->marks = g_array_new(FALSE, FALSE, sizeof(guint32));
    return wording;
}

void isr_wording_free(IsrWording *wording)
{
    if (wording == NULL)
        return;
    g_array_unref(wording->words);
    g_array_unref(wording->marks);
    g_free(wording);
}

void isr_wording_add(IsrWording *wording, const gint8 *vector)
{
    const IsrNetworkWord word = {vector, wording->marks->len, 0};

    g_array_append_val(wording->words, word);
}

void isr_wording_mark(IsrWording *wording, guint32 feature)
{
    IsrNetworkWord *last = &g_array_index(wording->words, IsrNetworkWord, wording->words->len - 1);

    for (guint i = last->mark; i < wording->marks->len; i++)
        if (g_array_index(wording->marks, guint32, i) == feature)
            return;
    g_array_append_val(wording->marks, feature);
    last->n_marks++;
}

NetworkPlan network_plan(guint32 classes, guint32 dimensions, guint32 channels, guint32 marks)
{
    const gsize columns = NETWORK_COLUMNS((gsize)channels);
    const gsize filters = NETWORK_FILTERS((gsize)channels);
    NetworkPlan plan = {.features = sizeof(NetworkHeader)};

    plan.scales = plan.features + marks * sizeof(guint32);
    plan.steps = plan.scales + columns * sizeof(float);
    plan.starts = plan.steps + marks * sizeof(float);
    plan.says = plan.starts + filters * sizeof(float);
    plan.weights = plan.says + filters * classes * sizeof(float);
    plan.rows = plan.weights + columns * dimensions;
    plan.end = (plan.rows + marks * columns + 7) / 8 * 8;
    return plan;
}

static gboolean check_parts(const NetworkHeader *header, gsize length, const IsrVectors *vectors)
{
    return header->dimensions == isr_vectors_dimensions(vectors) && header->channels > 0 &&
           header->channels <= NETWORK_MOST_CHANNELS && header->marks <= (1u << 20) &&
           network_plan(header->classes, header->dimensions, header->channels, header->marks).end ==
               length;
}

/* Every number is one, and the marks are in order. */
static gboolean check_numbers(const IsrNetwork *network)
{
    const float *end =
        network->says + NETWORK_FILTERS(network->header->channels) * network->header->classes;

    for (const float *number = network->scales; number < end; number++)
        if (!isfinite(*number))
            return FALSE;
    for (guint32 i = 1; i < network->header->marks; i++)
        if (network->features[i] <= network->features[i - 1])
            return FALSE;
    return TRUE;
}

static void find_parts(IsrNetwork *network, const guint8 *bytes)
{
    const NetworkHeader *header = (const NetworkHeader *)(const void *)bytes;
    const NetworkPlan plan =
        network_plan(header->classes, header->dimensions, header->channels, header->marks);

    network->header = header;
    network->features = (const guint32 *)(const void *)(bytes + plan.features);
    network->scales = (const float *)(const void *)(bytes + plan.scales);
    network->steps = (const float *)(const void *)(bytes + plan.steps);
    network->starts = (const float *)(const void *)(bytes + plan.starts);
    network->says = (const float *)(const void *)(bytes + plan.says);
    network->weights = (const gint8 *)(bytes + plan.weights);
    network->rows = (const gint8 *)(bytes + plan.rows);
}

static gboolean read_bytes(IsrNetwork *network, const guint8 *bytes, gsize length, const char *name,
                           const char *use, guint classes, const IsrVectors *vectors,
                           GError **error)
{
    const NetworkHeader *header = (const NetworkHeader *)(const void *)bytes;

    if (!isr_model_begins(&network_file, bytes, length, name, error))
        return FALSE;
    if (strncmp(header->use, use, sizeof header->use) != 0 || header->classes != classes)
        return isr_model_refuse(error, name, "was made for another use or version of this program");
    if (!check_parts(header, length, vectors))
        return isr_model_refuse(error, name, "has parts that do not fit together");
    if (!isr_model_is_whole(&network_file, bytes, length, name, error))
        return FALSE;
    find_parts(network, bytes);
    if (!check_numbers(network))
        return isr_model_refuse(error, name, "has numbers that are none");
    network->memory = isr_memo_new(NETWORK_COLUMNS(header->channels) * sizeof(float), MOST_WORDS);
    return TRUE;
}

IsrNetwork *isr_network_read(const guint8 *bytes, gsize length, const char *name, const char *use,
                             guint classes, const IsrVectors *vectors, GError **error)
{
    g_autoptr(IsrNetwork) network = g_new0(IsrNetwork, 1);

    g_return_val_if_fail(classes <= ISR_CLASSIFIER_LANES, NULL);
    if (!read_bytes(network, bytes, length, name, use, classes, vectors, error))
        return NULL;
    return g_steal_pointer(&network);
}

IsrNetwork *isr_network_open(const char *path, const char *use, guint classes,
                             const IsrVectors *vectors, GError **error)
{
    g_autofree char *name = g_path_get_basename(path);
    GMappedFile *file = isr_model_map(path, error);
    IsrNetwork *network;

    if (file == NULL)
        return NULL;
    network = isr_network_read((const guint8 *)g_mapped_file_get_contents(file),
                               g_mapped_file_get_length(file), name, use, classes, vectors, error);
    if (network == NULL)
        g_mapped_file_unref(file);
    else
        network->file = file;
    return network;
}

void isr_network_free(IsrNetwork *network)
{
    if (network == NULL)
        return;
    g_clear_pointer(&network->file, g_mapped_file_unref);
    isr_memo_free(network->memory);
    g_free(network);
}

guint64 isr_network_checksum(const IsrNetwork *network)
{
    return network->header->checksum;
}

WITHIN gint32 product(const gint8 *one, const gint8 *other, guint n)
{
    gint32 sum = 0;

    for (guint i = 0; i < n; i++)
        sum += one[i] * other[i];
    return sum;
}

FOR_EACH_PROCESSOR
static void work_out(const IsrNetwork *network, const gint8 *vector, float *answer)
{
    const guint dimensions = network->header->dimensions;

    for (guint c = 0; c < NETWORK_COLUMNS(network->header->channels); c++) {
        const gint8 *weights = network->weights + (gsize)c * dimensions;

        answer[c] = network->scales[c] * (float)product(weights, vector, dimensions);
    }
}

/* What @vector comes to in each column. */
static const float *columns_of(const IsrNetwork *network, const gint8 *vector)
{
    gboolean known;
    float *answer = isr_memo_find(network->memory, GPOINTER_TO_SIZE(vector), &known);

    if (!known)
        work_out(network, vector, answer);
    return answer;
}

static void add_mark(const IsrNetwork *network, guint32 feature, float *answer)
{
    const guint columns = NETWORK_COLUMNS(network->header->channels);
    guint32 from = 0, to = network->header->marks;

    while (from < to) {
        const guint32 middle = from + (to - from) / 2;

        if (network->features[middle] == feature) {
            const gint8 *row = network->rows + (gsize)middle * columns;

            for (guint c = 0; c < columns; c++)
                answer[c] += network->steps[middle] * (float)row[c];
            return;
        }
        if (network->features[middle] < feature)
            from = middle + 1;
        else
            to = middle;
    }
}

/* What the @n-th word of @wording comes to in each column; nothing if there is none. */
static void answer_word(IsrNetwork *network, const IsrWording *wording, guint n, float *answer)
{
    const guint columns = NETWORK_COLUMNS(network->header->channels);

    memset(answer, 0, columns * sizeof *answer);
    if (n >= wording->words->len)
        return;
    const IsrNetworkWord *word = &g_array_index(wording->words, IsrNetworkWord, n);

    if (word->vector != NULL)
        memcpy(answer, columns_of(network, word->vector), columns * sizeof *answer);
    for (guint i = 0; i < word->n_marks; i++)
        add_mark(network, g_array_index(wording->marks, guint32, word->mark + i), answer);
}

/* The strongest answer of each filter, and the last word of the window that it was given to. */
typedef struct {
    float answers[NETWORK_FILTERS(NETWORK_MOST_CHANNELS)];
    guint ends[NETWORK_FILTERS(NETWORK_MOST_CHANNELS)];
} Strongest;

/* Looks through the windows of @width whose last word is the @end-th; @last: the answers of the
 * words behind each other up to it, itself first. */
FOR_EACH_PROCESSOR
static void look(const IsrNetwork *network, guint width, guint end, float *const *last,
                 Strongest *strongest)
{
    const guint channels = network->header->channels, first = channels * (width - 1);
    float *answers = strongest->answers + first, sums[NETWORK_MOST_CHANNELS] = {0};
    guint *ends = strongest->ends + first;

    for (guint nth = 0; nth < width; nth++) {
        const float *answer = last[width - 1 - nth] + network_column(channels, width, nth);

        for (guint c = 0; c < channels; c++)
            sums[c] += answer[c];
    }
    for (guint c = 0; c < channels; c++) {
        const gboolean stronger = sums[c] > answers[c];

        answers[c] = stronger ? sums[c] : answers[c];
        ends[c] = stronger ? end : ends[c];
    }
}

static void read_words(IsrNetwork *network, const IsrWording *wording, Strongest *strongest)
{
    const guint channels = network->header->channels, columns = NETWORK_COLUMNS(channels);
    g_autofree float *answers = g_new0(float, ISR_NETWORK_WIDTHS *columns);
    float *last[ISR_NETWORK_WIDTHS];

    for (guint i = 0; i < ISR_NETWORK_WIDTHS; i++)
        last[i] = answers + i * columns;
    for (guint f = 0; f < NETWORK_FILTERS(channels); f++) {
        strongest->answers[f] = -G_MAXFLOAT;
        strongest->ends[f] = 0;
    }
    for (guint end = 0; end < wording->words->len + ISR_NETWORK_WIDTHS - 1; end++) {
        float *oldest = last[ISR_NETWORK_WIDTHS - 1];

        memmove(last + 1, last, (ISR_NETWORK_WIDTHS - 1) * sizeof *last);
        last[0] = oldest;
        answer_word(network, wording, end, oldest);
        for (guint width = 1; width <= ISR_NETWORK_WIDTHS; width++)
            if (end < wording->words->len + width - 1)
                look(network, width, end, last, strongest);
    }
    for (guint f = 0; f < NETWORK_FILTERS(channels); f++)
        strongest->answers[f] = MAX(strongest->answers[f] + network->starts[f], 0);
}

void isr_network_judge(IsrNetwork *network, const IsrWording *wording, IsrTally *tally)
{
    const guint classes = network->header->classes;
    Strongest strongest;

    if (wording->words->len == 0)
        return;
    read_words(network, wording, &strongest);
    for (guint f = 0; f < NETWORK_FILTERS(network->header->channels); f++)
        for (guint c = 0; c < classes; c++)
            tally->sums[c] += strongest.answers[f] * network->says[f * classes + c];
}

/* How much an answer of 1 of the filter @f says for @class rather than for the mean of the others.
 */
static float says_for(const IsrNetwork *network, guint f, guint class)
{
    const guint classes = network->header->classes;
    const float *says = network->says + f * classes;
    float others = 0;

    for (guint c = 0; c < classes; c++)
        others += c != class ? says[c] : 0;
    return says[class] - others / (float)MAX(classes - 1, 1);
}

void isr_network_credit(IsrNetwork *network, const IsrWording *wording, guint class, float *credits)
{
    const guint channels = network->header->channels, n = wording->words->len;
    Strongest strongest;

    for (guint i = 0; i < n; i++)
        credits[i] = 0;
    if (n == 0)
        return;
    read_words(network, wording, &strongest);
    for (guint f = 0; f < NETWORK_FILTERS(channels); f++) {
        const guint width = f / channels + 1, end = strongest.ends[f];
        const guint from = end + 1 > width ? end + 1 - width : 0, to = MIN(end + 1, n);
        const float credit = strongest.answers[f] * says_for(network, f, class);

        for (guint i = from; i < to; i++)
            credits[i] += credit / (float)(to - from);
    }
}
