/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only the window that a filter answered to most takes part in a step, so a step costs little
 * beside the looking. Filters that are left out are not looked through at all. */
#include "convolution.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of longer sentences the first words are learnt from. */
#define MOST_WORDS 64
/* What AdaGrad has seen of each weight at the start, so that the first steps are no leaps. */
#define SEEN 0.01f
/* Weights begin as small as this, or no filter would differ from another. */
#define SMALL 0.05f

typedef struct {
    float *weights, *squares, *sums;
    gsize n;
} Layer;

struct Convolution {
    ConvolutionOptions options;
    guint classes, dimensions, stride; /* of a vector in memory: a multiple of 8 */
    float scale;
    Layer columns, rows, starts, says;
    GHashTable *marks; /* feature → its row, from 1 */
    guint rests;
    Chance chance;
    /* Of the example in hand. */
    guint n;
    const IsrNetworkWord *words[MOST_WORDS];
    const guint32 *met;        /* its marks */
    float *vectors;            /* MOST_WORDS of stride */
    gboolean kept[MOST_WORDS]; /* was not left out */
    float *answers;            /* of each word: columns */
    float *strongest, *share;  /* of each filter; how much it counts, 0 if it is left out */
    gint *begins;              /* the word that the strongest window begins with */
};

static guint n_columns(const Convolution *self)
{
    return NETWORK_COLUMNS(self->options.channels);
}

static guint n_filters(const Convolution *self)
{
    return NETWORK_FILTERS(self->options.channels);
}

/* About normal, by the sum of twelve. */
static float normal(Chance *chance)
{
    float sum = -6;

    for (guint i = 0; i < 12; i++)
        sum += (float)chance_below(chance, 1u << 20) / (float)(1u << 20);
    return sum;
}

static void layer_begin(Layer *layer, gsize n, float size, Chance *chance)
{
    layer->n = n;
    layer->weights = g_new0(float, n);
    layer->squares = g_new(float, n);
    layer->sums = g_new0(float, n);
    for (gsize i = 0; i < n; i++)
        layer->squares[i] = SEEN;
    for (gsize i = 0; size > 0 && i < n; i++)
        layer->weights[i] = size * normal(chance);
}

static void layer_clear(Layer *layer)
{
    g_free(layer->weights);
    g_free(layer->squares);
    g_free(layer->sums);
}

Convolution *convolution_new(const ConvolutionOptions *options, const IsrVectors *vectors,
                             guint classes)
{
    Convolution *self = g_new0(Convolution, 1);

    self->options = *options;
    self->classes = classes;
    self->dimensions = isr_vectors_dimensions(vectors);
    self->stride = (self->dimensions + 7) / 8 * 8;
    self->scale = isr_vectors_scale(vectors);
    self->chance.state = options->seed;
    self->marks = g_hash_table_new(NULL, NULL);
    layer_begin(&self->columns, (gsize)n_columns(self) * self->stride, SMALL, &self->chance);
    layer_begin(&self->starts, n_filters(self), 0, &self->chance);
    layer_begin(&self->says, (gsize)n_filters(self) * classes, SMALL, &self->chance);
    self->vectors = g_new0(float, (gsize)MOST_WORDS * self->stride);
    self->answers = g_new0(float, (gsize)MOST_WORDS *n_columns(self));
    self->strongest = g_new0(float, n_filters(self));
    self->share = g_new0(float, n_filters(self));
    self->begins = g_new0(gint, n_filters(self));
    return self;
}

void convolution_free(Convolution *self)
{
    if (self == NULL)
        return;
    layer_clear(&self->columns);
    layer_clear(&self->rows);
    layer_clear(&self->starts);
    layer_clear(&self->says);
    g_hash_table_unref(self->marks);
    g_free(self->vectors);
    g_free(self->answers);
    g_free(self->strongest);
    g_free(self->share);
    g_free(self->begins);
    g_free(self);
}

/* Numbers the marks that are met often enough in the order in which they are met. */
static void begin(gpointer data, const GPtrArray *examples)
{
    Convolution *self = data;
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < examples->len; i++) {
        const GArray *marks = ((const LogisticExample *)examples->pdata[i])->wording->marks;

        for (guint k = 0; k < marks->len; k++) {
            const gpointer feature = GUINT_TO_POINTER(g_array_index(marks, guint32, k));
            const guint times = GPOINTER_TO_UINT(g_hash_table_lookup(seen, feature)) + 1;

            g_hash_table_insert(seen, feature, GUINT_TO_POINTER(times));
            if (times == self->options.fewest)
                g_hash_table_insert(self->marks, feature,
                                    GUINT_TO_POINTER(g_hash_table_size(self->marks) + 1));
        }
    }
    layer_begin(&self->rows, (gsize)(g_hash_table_size(self->marks) + 1) * n_columns(self), 0,
                &self->chance);
}

/* The weights of @mark in each column; NULL if it is not known. */
static float *row_of(const Convolution *self, guint32 mark)
{
    const guint row = GPOINTER_TO_UINT(g_hash_table_lookup(self->marks, GUINT_TO_POINTER(mark)));

    return row > 0 ? self->rows.weights + (gsize)row * n_columns(self) : NULL;
}

/* The sum of products of two rows of @n numbers, a multiple of 8; in eight parts, so that machines
 * can work on them at once and all come to the same. */
static float product(const float *one, const float *other, guint n)
{
    float parts[8] = {0};

    for (guint i = 0; i < n; i += 8)
        for (guint k = 0; k < 8; k++)
            parts[k] += one[i + k] * other[i + k];
    return ((parts[0] + parts[1]) + (parts[2] + parts[3])) +
           ((parts[4] + parts[5]) + (parts[6] + parts[7]));
}

static void choose(Convolution *self, const IsrWording *wording)
{
    self->n = MIN(wording->words->len, MOST_WORDS);
    self->met = (const guint32 *)(const void *)wording->marks->data;
    for (guint i = 0; i < self->n; i++) {
        const IsrNetworkWord *word = &g_array_index(wording->words, IsrNetworkWord, i);

        self->words[i] = word;
        self->kept[i] = !chance_is(&self->chance, self->options.drop_words);
        for (guint d = 0; word->vector != NULL && d < self->dimensions; d++)
            self->vectors[i * self->stride + d] = (float)word->vector[d] / self->scale;
    }
    for (guint f = 0; f < n_filters(self); f++)
        self->share[f] = chance_is(&self->chance, self->options.drop)
                             ? 0
                             : 100.0f / (float)(100 - self->options.drop);
}

/* What the @i-th word comes to in the columns of filters that are not left out. */
static void answer_word(Convolution *self, guint i)
{
    const guint channels = self->options.channels;
    const IsrNetworkWord *word = self->words[i];
    float *answer = self->answers + (gsize)i * n_columns(self);

    memset(answer, 0, n_columns(self) * sizeof *answer);
    if (!self->kept[i])
        return;
    for (guint width = 1; word->vector != NULL && width <= ISR_NETWORK_WIDTHS; width++)
        for (guint c = 0; c < channels * width; c++) {
            const guint column = network_column(channels, width, 0) + c;

            if (self->share[(width - 1) * channels + c % channels] > 0)
                answer[column] = product(self->columns.weights + (gsize)column * self->stride,
                                         self->vectors + (gsize)i * self->stride, self->stride);
        }
    for (guint k = 0; k < word->n_marks; k++) {
        const float *row = row_of(self, self->met[word->mark + k]);

        for (guint c = 0; row != NULL && c < n_columns(self); c++)
            answer[c] += row[c];
    }
}

/* The windows of @width that begin with the @first-th word, which may be before the sentence. */
static void look(Convolution *self, guint width, gint first)
{
    const guint channels = self->options.channels, at = (width - 1) * channels;
    float sums[NETWORK_MOST_CHANNELS] = {0};

    for (guint nth = 0; nth < width; nth++) {
        const gint word = first + (gint)nth;

        if (word < 0 || word >= (gint)self->n)
            continue;
        const float *answer =
            self->answers + (gsize)word * n_columns(self) + network_column(channels, width, nth);

        for (guint c = 0; c < channels; c++)
            sums[c] += answer[c];
    }
    for (guint c = 0; c < channels; c++) {
        if (first > 1 - (gint)width && sums[c] <= self->strongest[at + c])
            continue;
        self->strongest[at + c] = sums[c];
        self->begins[at + c] = first;
    }
}

static void judge(gpointer data, const LogisticExample *example, float *sums)
{
    Convolution *self = data;

    choose(self, example->wording);
    for (guint i = 0; i < self->n; i++)
        answer_word(self, i);
    for (guint width = 1; width <= ISR_NETWORK_WIDTHS; width++)
        for (gint first = 1 - (gint)width; first < (gint)self->n; first++)
            look(self, width, first);
    for (guint f = 0; self->n > 0 && f < n_filters(self); f++) {
        self->strongest[f] = self->share[f] * MAX(self->strongest[f] + self->starts.weights[f], 0);
        for (guint c = 0; c < self->classes; c++)
            sums[c] += self->strongest[f] * self->says.weights[f * self->classes + c];
    }
}

/* A step of @n weights of @layer from @at on, whose slopes are @error times @values (NULL: 1). */
static void step(const Convolution *self, Layer *layer, gsize at, guint n, float error,
                 const float *values)
{
    float *weights = layer->weights + at, *squares = layer->squares + at;
    const float ridge = self->options.ridge, rate = self->options.rate;

    for (guint i = 0; i < n; i++) {
        const float slope = error * (values != NULL ? values[i] : 1) + ridge * weights[i];

        squares[i] += slope * slope;
        weights[i] -= rate * slope / (sqrtf(squares[i]) + 1e-6f);
    }
}

static void learn_word(Convolution *self, guint word, guint column, float error)
{
    const IsrNetworkWord *it = self->words[word];

    if (!self->kept[word])
        return;
    if (it->vector != NULL)
        step(self, &self->columns, (gsize)column * self->stride, self->stride, error,
             self->vectors + (gsize)word * self->stride);
    for (guint k = 0; k < it->n_marks; k++) {
        const float *row = row_of(self, self->met[it->mark + k]);

        if (row != NULL)
            step(self, &self->rows, (gsize)(row - self->rows.weights) + column, 1, error, NULL);
    }
}

static void learn_filter(Convolution *self, guint f, const float *errors)
{
    const guint channels = self->options.channels, width = f / channels + 1;
    const gsize says = (gsize)f * self->classes;
    float error = 0;

    for (guint c = 0; c < self->classes; c++)
        error += errors[c] * self->says.weights[says + c];
    step(self, &self->says, says, self->classes, self->strongest[f], errors);
    error *= self->share[f];
    step(self, &self->starts, f, 1, error, NULL);
    for (guint nth = 0; nth < width; nth++) {
        const gint word = self->begins[f] + (gint)nth;

        if (word >= 0 && word < (gint)self->n)
            learn_word(self, (guint)word, network_column(channels, width, nth) + f % channels,
                       error);
    }
}

static void learn(gpointer data, const LogisticExample *example, const float *errors)
{
    Convolution *self = data;

    (void)example;
    for (guint f = 0; self->n > 0 && f < n_filters(self); f++)
        if (self->strongest[f] > 0)
            learn_filter(self, f, errors);
}

static void rest(gpointer data)
{
    Convolution *self = data;
    Layer *const layers[] = {&self->columns, &self->rows, &self->starts, &self->says};

    for (guint i = 0; i < G_N_ELEMENTS(layers); i++)
        for (gsize k = 0; k < layers[i]->n; k++)
            layers[i]->sums[k] += layers[i]->weights[k];
    self->rests++;
}

LogisticPartner convolution_partner(Convolution *self)
{
    return (LogisticPartner){self, begin, judge, learn, rest};
}

static float mean_of(const Convolution *self, const Layer *layer, gsize at)
{
    return layer->sums[at] / (float)MAX(self->rests, 1);
}

/* Writes @n weights of @layer from @at on as bytes; what one step of a byte is worth. */
static float write_bytes(const Convolution *self, const Layer *layer, gsize at, guint n,
                         gint8 *bytes)
{
    float most = 1e-6f;

    for (guint i = 0; i < n; i++)
        most = MAX(most, fabsf(mean_of(self, layer, at + i)));
    for (guint i = 0; i < n; i++)
        bytes[i] = (gint8)roundf(mean_of(self, layer, at + i) * 127 / most);
    return most / 127;
}

static void write_numbers(const Convolution *self, const Layer *layer, float *numbers)
{
    for (gsize i = 0; i < layer->n; i++)
        numbers[i] = mean_of(self, layer, i);
}

static gint by_feature(gconstpointer a, gconstpointer b)
{
    const guint32 one = GPOINTER_TO_UINT(*(gconstpointer const *)a),
                  other = GPOINTER_TO_UINT(*(gconstpointer const *)b);

    return one < other ? -1 : one > other;
}

static void write_marks(const Convolution *self, const NetworkPlan *plan, guint8 *bytes)
{
    const guint columns = n_columns(self);
    guint32 *features = (guint32 *)(void *)(bytes + plan->features);
    float *steps = (float *)(void *)(bytes + plan->steps);
    guint n;
    g_autofree gpointer *marks = g_hash_table_get_keys_as_array(self->marks, &n);

    qsort(marks, n, sizeof *marks, by_feature);
    for (guint i = 0; i < n; i++) {
        const gsize row = GPOINTER_TO_UINT(g_hash_table_lookup(self->marks, marks[i]));

        features[i] = GPOINTER_TO_UINT(marks[i]);
        steps[i] = write_bytes(self, &self->rows, row * columns, columns,
                               (gint8 *)bytes + plan->rows + (gsize)i * columns);
    }
}

GByteArray *convolution_bytes(const Convolution *self)
{
    const guint marks = g_hash_table_size(self->marks);
    const NetworkPlan plan =
        network_plan(self->classes, self->dimensions, self->options.channels, marks);
    GByteArray *all = g_byte_array_new();
    NetworkHeader header = {
        .classes = self->classes,
        .dimensions = self->dimensions,
        .channels = self->options.channels,
        .marks = marks,
    };

    g_byte_array_set_size(all, (guint)plan.end);
    guint8 *bytes = memset(all->data, 0, plan.end);
    g_strlcpy(header.use, self->options.use, sizeof header.use);
    write_marks(self, &plan, bytes);
    write_numbers(self, &self->starts, (float *)(void *)(bytes + plan.starts));
    write_numbers(self, &self->says, (float *)(void *)(bytes + plan.says));
    for (guint c = 0; c < n_columns(self); c++)
        ((float *)(void *)(bytes + plan.scales))[c] =
            write_bytes(self, &self->columns, (gsize)c * self->stride, self->dimensions,
                        (gint8 *)bytes + plan.weights + (gsize)c * self->dimensions) /
            self->scale;
    memcpy(bytes, &header, sizeof header);
    isr_model_seal(&network_file, bytes, plan.end);
    return all;
}
