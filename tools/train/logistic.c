/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ClassWeights start at nothing and go a step against the error at each example; the steps of
 * features that are often met grow smaller (AdaGrad). A share of the features may be left out at
 * each step, so that what is learnt rests on no single one. */
#include "logistic.h"

#include "class_weights.h"

#include <math.h>
#include <string.h>

LogisticExample *logistic_example_new(guint class, guint group)
{
    LogisticExample *example = g_new0(LogisticExample, 1);

    example->met = g_array_new(FALSE, FALSE, sizeof(Met));
    example->class = class;
    example->group = group;
    example->weight = 1;
    return example;
}

void logistic_example_free(LogisticExample *example)
{
    if (example == NULL)
        return;
    g_array_unref(example->met);
    isr_wording_free(example->wording);
    g_free(example);
}

void logistic_example_meet(LogisticExample *example, guint32 feature, float value)
{
    const Met met = {feature, value};

    for (guint i = 0; i < example->met->len; i++) {
        Met *old = &g_array_index(example->met, Met, i);

        if (old->feature == met.feature) {
            old->value = MAX(old->value, value);
            return;
        }
    }
    g_array_append_val(example->met, met);
}

void logistic_example_more(LogisticExample *example, guint32 feature, float value)
{
    const Met met = {feature, value};

    for (guint i = 0; i < example->met->len; i++) {
        Met *old = &g_array_index(example->met, Met, i);

        if (old->feature == feature) {
            old->value += value;
            return;
        }
    }
    g_array_append_val(example->met, met);
}

void logistic_example_add(LogisticExample *example, const char *text, float value)
{
    logistic_example_meet(example, isr_classifier_feature(text, strlen(text)), value);
}

/* The weights while they are learnt. Row 0 is that of no feature. */
typedef struct {
    const LogisticOptions *options;
    GHashTable *rows;  /* feature → row */
    GHashTable *known; /* example → guint * of the rows of what it met */
    guint n_rows;
    float *weights, *squares; /* n_rows + 1 rows of options->classes */
    GArray *times;            /* of guint: in how many examples the feature of each row is met */
    GArray *taken;            /* of Taken: what is learnt from of the example in hand */
    Chance chance;
} Learner;

typedef struct {
    guint row;
    float value;
} Taken;

static gboolean is_held(const LogisticExample *example, guint held, guint folds)
{
    return held != G_MAXUINT && example->group % folds == held;
}

static void count_times(Learner *learner, GHashTable *seen)
{
    GHashTableIter iter;
    gpointer feature, row;

    g_array_set_size(learner->times, learner->n_rows + 1);
    g_array_index(learner->times, guint, 0) = 1;
    g_hash_table_iter_init(&iter, learner->rows);
    while (g_hash_table_iter_next(&iter, &feature, &row))
        g_array_index(learner->times, guint, GPOINTER_TO_UINT(row)) =
            GPOINTER_TO_UINT(g_hash_table_lookup(seen, feature));
}

/* Rows for the features that are met often enough, numbered in the order in which they are met. */
static void number_rows(Learner *learner, const GPtrArray *examples, guint held, guint folds)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    learner->rows = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < examples->len; i++) {
        const LogisticExample *example = examples->pdata[i];

        if (is_held(example, held, folds))
            continue;
        for (guint n = 0; n < example->met->len; n++) {
            gpointer feature = GUINT_TO_POINTER(g_array_index(example->met, Met, n).feature);
            guint times = GPOINTER_TO_UINT(g_hash_table_lookup(seen, feature)) + 1;

            g_hash_table_insert(seen, feature, GUINT_TO_POINTER(times));
            if (times == learner->options->fewest)
                g_hash_table_insert(learner->rows, feature, GUINT_TO_POINTER(++learner->n_rows));
        }
    }
    count_times(learner, seen);
}

static guint row_of(const Learner *learner, guint32 feature)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(learner->rows, GUINT_TO_POINTER(feature)));
}

/* The rows of what each example met, looked up once. */
static void find_rows(Learner *learner, const GPtrArray *examples)
{
    learner->known = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    for (guint i = 0; i < examples->len; i++) {
        const LogisticExample *example = examples->pdata[i];
        guint *rows = g_new(guint, example->met->len + 1);

        for (guint n = 0; n < example->met->len; n++)
            rows[n] = row_of(learner, g_array_index(example->met, Met, n).feature);
        g_hash_table_insert(learner->known, (gpointer)example, rows);
    }
}

/* Takes what @example met, but for what is left out by chance; the rest counts for it, so that the
 * sum is as large as when nothing is left out. */
static void take(Learner *learner, const LogisticExample *example)
{
    const guint *rows = g_hash_table_lookup(learner->known, example);
    const guint percent = learner->options->drop;

    g_array_set_size(learner->taken, 0);
    for (guint n = 0; n < example->met->len; n++) {
        const float value = g_array_index(example->met, Met, n).value;
        const Taken taken = {rows[n], value * 100.0f / (float)(100 - percent)};

        if (rows[n] > 0 && (percent == 0 || !chance_is(&learner->chance, percent)))
            g_array_append_val(learner->taken, taken);
    }
}

static void judge(const Learner *learner, const LogisticExample *example, float *sums)
{
    const LogisticPartner *partner = learner->options->partner;
    const guint classes = learner->options->classes;
    float most = -INFINITY, total = 0;

    memcpy(sums, learner->weights, classes * sizeof *sums);
    for (guint n = 0; n < learner->taken->len; n++) {
        const Taken *taken = &g_array_index(learner->taken, Taken, n);

        for (guint c = 0; c < classes; c++)
            sums[c] += taken->value * learner->weights[taken->row * classes + c];
    }
    if (partner != NULL)
        partner->judge(partner->self, example, sums);
    for (guint c = 0; c < classes; c++)
        most = MAX(most, sums[c]);
    for (guint c = 0; c < classes; c++)
        total += sums[c] = expf(sums[c] - most);
    for (guint c = 0; c < classes; c++)
        sums[c] /= total;
}

static void step(Learner *learner, guint row, float value, const float *errors)
{
    const guint classes = learner->options->classes;
    const float times = (float)g_array_index(learner->times, guint, row);
    const float ridge = row > 0 ? learner->options->ridge + learner->options->share / times : 0;

    for (guint c = 0; c < classes; c++) {
        float *weight = &learner->weights[row * classes + c];
        float *square = &learner->squares[row * classes + c];
        const float slope = errors[c] * value + ridge * *weight;

        *square += slope * slope;
        *weight -= learner->options->rate * slope / (sqrtf(*square) + 1e-6f);
    }
}

static void learn_from(Learner *learner, const LogisticExample *example)
{
    const LogisticPartner *partner = learner->options->partner;
    float errors[ISR_CLASSIFIER_LANES];

    take(learner, example);
    judge(learner, example, errors);
    errors[example->class] -= 1;
    for (guint c = 0; c < learner->options->classes; c++)
        errors[c] *= example->weight;
    step(learner, 0, 1, errors);
    for (guint n = 0; n < learner->taken->len; n++) {
        const Taken *taken = &g_array_index(learner->taken, Taken, n);

        step(learner, taken->row, taken->value, errors);
    }
    if (partner != NULL)
        partner->learn(partner->self, example, errors);
}

/* A copy of @examples, without those held out, in an order by @chance. */
static GPtrArray *shuffled(const GPtrArray *examples, guint held, guint folds, Chance *chance)
{
    GPtrArray *order = g_ptr_array_new();

    for (guint i = 0; i < examples->len; i++)
        if (!is_held(examples->pdata[i], held, folds))
            g_ptr_array_add(order, examples->pdata[i]);
    for (guint i = order->len; i > 1; i--) {
        const guint other = chance_below(chance, i);
        gpointer swap = order->pdata[i - 1];

        order->pdata[i - 1] = order->pdata[other];
        order->pdata[other] = swap;
    }
    return order;
}

static void begin_partner(const LogisticPartner *partner, const GPtrArray *examples, guint held,
                          guint folds)
{
    g_autoptr(GPtrArray) learnt = g_ptr_array_new();

    for (guint i = 0; partner != NULL && i < examples->len; i++)
        if (!is_held(examples->pdata[i], held, folds))
            g_ptr_array_add(learnt, examples->pdata[i]);
    if (partner != NULL)
        partner->begin(partner->self, learnt);
}

/* What was learnt, by feature. */
static ClassWeights *weights_of(const Learner *learner)
{
    const guint classes = learner->options->classes;
    const gsize length = classes * sizeof(float);
    ClassWeights *weights = class_weights_new(classes);
    GHashTableIter iter;
    gpointer feature, row;

    memcpy(class_weights_nth(weights, 0), learner->weights, length);
    g_hash_table_iter_init(&iter, learner->rows);
    while (g_hash_table_iter_next(&iter, &feature, &row))
        memcpy(class_weights_row(weights, GPOINTER_TO_UINT(feature)),
               learner->weights + (gsize)GPOINTER_TO_UINT(row) * classes, length);
    if (learner->options->heirs != NULL)
        class_weights_inherit(weights, learner->options->heirs);
    return weights;
}

GByteArray *logistic_learn(const GPtrArray *examples, const LogisticOptions *options, guint held,
                           guint folds)
{
    Learner learner = {
        .options = options,
        .times = g_array_new(FALSE, TRUE, sizeof(guint)),
        .taken = g_array_new(FALSE, FALSE, sizeof(Taken)),
        .chance = {options->seed},
    };

    number_rows(&learner, examples, held, folds);
    begin_partner(options->partner, examples, held, folds);
    find_rows(&learner, examples);
    const gsize n = (gsize)(learner.n_rows + 1) * options->classes;
    learner.weights = g_new0(float, n);
    learner.squares = g_new0(float, n);
    g_autofree float *sums = g_new0(float, n);
    for (guint epoch = 0; epoch < options->epochs; epoch++) {
        g_autoptr(GPtrArray) order = shuffled(examples, held, folds, &learner.chance);

        for (guint i = 0; i < order->len; i++)
            learn_from(&learner, order->pdata[i]);
        for (gsize i = 0; options->mean && epoch >= options->epochs / 2 && i < n; i++)
            sums[i] += learner.weights[i];
        if (options->partner != NULL && epoch >= options->epochs / 2)
            options->partner->rest(options->partner->self);
    }
    for (gsize i = 0; options->mean && i < n; i++)
        learner.weights[i] = sums[i] / (float)(options->epochs - options->epochs / 2);
    g_autoptr(ClassWeights) weights = weights_of(&learner);

    g_hash_table_unref(learner.rows);
    g_hash_table_unref(learner.known);
    g_array_unref(learner.times);
    g_array_unref(learner.taken);
    g_free(learner.weights);
    g_free(learner.squares);
    return class_weights_bytes(weights, options->use);
}

gboolean logistic_write_empty(const char *path, const LogisticOptions *options, GError **error)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autoptr(GByteArray) bytes = logistic_learn(none, options, G_MAXUINT, 1);

    return g_file_set_contents(path, (const char *)bytes->data, bytes->len, error);
}
