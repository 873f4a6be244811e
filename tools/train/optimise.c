/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each weight the sum of its gradients G and of their squares H are kept; after t steps it is
 * -rate * sign(G) * max(0, |G| - sparse * t) / sqrt(H + DAMPING) (Xiao 2010, Duchi et al. 2011). */
#include "optimise.h"

#include "scene.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define DAMPING 0.001f
#define NO_CELL G_MAXUINT32

/* The sums of one feature's weights: one line of the processor's cache. */
typedef struct {
    Lanes g;
    Lanes h;
} Cell;

typedef struct {
    const Model *model;
    const OptimiseOptions *options;
    Chance *chance;
    guint32 *cell_of; /* feature -> its cell; NO_CELL */
    Cell *cells;
    guint32 n_cells;
    Moves g, h; /* the same sums for the steps from label to label */
    guint64 step;
    Scene *scene;
    GArray *used;      /* of guint32: cells of the sentence's tokens, FEATURE_COUNT each */
    GArray *emissions; /* of Lanes */
    GArray *room;
    GArray *shares;
} Work;

void weights_free(Weights *weights)
{
    if (weights == NULL)
        return;
    g_array_unref(weights->features);
    g_array_unref(weights->weights);
    g_free(weights);
}

/* Gives a cell to each feature that is seen often enough. */
static void count_features(Work *work, const GPtrArray *corpus)
{
    gsize all = (gsize)1 << FEATURE_BITS;
    g_autofree guint8 *seen = g_malloc0(all);
    guint32 features[FEATURE_COUNT];

    for (guint i = 0; i < corpus->len; i++) {
        const Sentence *sentence = corpus->pdata[i];
        scene_read(work->scene, work->model, sentence);
        for (guint k = 0; k < sentence->n; k++) {
            scene_features(work->scene, k, features);
            for (guint f = 0; f < FEATURE_COUNT; f++)
                if (features[f] != FEATURE_NONE && seen[features[f]] < G_MAXUINT8)
                    seen[features[f]]++;
        }
    }
    work->cell_of = g_malloc(all * sizeof *work->cell_of);
    for (gsize f = 0; f < all; f++)
        work->cell_of[f] = seen[f] >= work->options->fewest ? work->n_cells++ : NO_CELL;
    work->cells = g_malloc0((gsize)work->n_cells * sizeof *work->cells);
}

static float weight_of(float g, float h, float threshold, float rate)
{
    float size = fabsf(g) - threshold;

    size = size > 0 ? size : 0;
    return -rate * copysignf(size, g) / sqrtf(h + DAMPING);
}

static void read_moves(const Work *work, Moves *moves)
{
    const float *g = (const float *)&work->g, *h = (const float *)&work->h;
    float *out = (float *)moves;

    for (gsize i = 0; i < sizeof *moves / sizeof *out; i++)
        out[i] = weight_of(g[i], h[i], 0, work->options->rate);
    isr_chain_forbid(moves);
}

/* Sums the weights of the features of @n tokens from @from on, some of them dropped, and keeps
 * which were used. */
static void weigh(Work *work, guint from, guint n)
{
    float threshold = work->options->sparse * (float)work->step, rate = work->options->rate;
    guint32 features[FEATURE_COUNT];

    for (guint i = 0; i < n; i++) {
        guint32 *used = &g_array_index(work->used, guint32, i * FEATURE_COUNT);
        Lanes sums = {0};
        scene_features(work->scene, from + i, features);
        for (guint f = 0; f < FEATURE_COUNT; f++) {
            used[f] = features[f] != FEATURE_NONE ? work->cell_of[features[f]] : NO_CELL;
            if (used[f] != NO_CELL && f > 0 && chance_is(work->chance, work->options->drop_percent))
                used[f] = NO_CELL;
            if (used[f] != NO_CELL)
                __builtin_prefetch(&work->cells[used[f]], 1);
        }
        for (guint f = 0; f < FEATURE_COUNT; f++) {
            if (used[f] == NO_CELL)
                continue;
            const Cell *cell = &work->cells[used[f]];
            for (guint y = 0; y < LANES; y++)
                sums[y] += weight_of(cell->g[y], cell->h[y], threshold, rate);
        }
        memcpy(g_array_index(work->emissions, Lanes, i), sums, sizeof sums);
    }
}

static void add_gradients(Work *work, const Sentence *sentence)
{
    for (guint i = 0; i < sentence->n - sentence->context; i++) {
        const guint32 *used = &g_array_index(work->used, guint32, i * FEATURE_COUNT);
        Lanes gradient, square;
        memcpy(gradient, g_array_index(work->shares, Lanes, i), sizeof gradient);
        gradient[LABELS] = 0;
        gradient[sentence->labels[sentence->context + i]] -= 1;
        for (guint y = 0; y < LANES; y++)
            square[y] = gradient[y] * gradient[y];
        for (guint f = 0; f < FEATURE_COUNT; f++) {
            if (used[f] == NO_CELL)
                continue;
            Cell *cell = &work->cells[used[f]];
            for (guint y = 0; y < LANES; y++) {
                cell->g[y] += gradient[y];
                cell->h[y] += square[y];
            }
        }
    }
}

static void add_move_gradients(Work *work, const Sentence *sentence, Moves *pairs)
{
    guint n = sentence->n;

    pairs->begin[sentence->labels[sentence->context]] -= 1;
    pairs->end[sentence->labels[n - 1]] -= 1;
    for (guint i = sentence->context + 1; i < n; i++)
        pairs->move[sentence->labels[i - 1]][sentence->labels[i]] -= 1;
    const float *gradient = (const float *)pairs;
    float *g = (float *)&work->g, *h = (float *)&work->h;
    for (gsize i = 0; i < sizeof *pairs / sizeof *g; i++) {
        g[i] += gradient[i];
        h[i] += gradient[i] * gradient[i];
    }
}

static void learn(Work *work, const Sentence *sentence)
{
    Moves moves, steps, pairs = {0};
    guint n = sentence->n - sentence->context;

    g_array_set_size(work->used, n * FEATURE_COUNT);
    g_array_set_size(work->emissions, n);
    g_array_set_size(work->shares, n);
    g_array_set_size(work->room, 2 * n);
    scene_read(work->scene, work->model, sentence);
    weigh(work, sentence->context, n);
    read_moves(work, &moves);
    isr_chain_steps(&moves, &steps);
    isr_chain_shares(&steps, (Lanes *)(void *)work->emissions->data, n,
                     (Lanes *)(void *)work->room->data, (Lanes *)(void *)work->shares->data,
                     &pairs);
    add_gradients(work, sentence);
    add_move_gradients(work, sentence, &pairs);
    work->step++;
}

static void shuffle(guint *order, guint n, Chance *chance)
{
    for (guint i = n; i > 1; i--) {
        guint other = chance_below(chance, i), kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

static Weights *take_weights(const Work *work)
{
    Weights *weights = g_new0(Weights, 1);
    float threshold = work->options->sparse * (float)work->step;

    weights->features = g_array_new(FALSE, FALSE, sizeof(guint32));
    weights->weights = g_array_new(FALSE, FALSE, sizeof(Lanes));
    for (guint32 f = 0; f < 1u << FEATURE_BITS; f++) {
        if (work->cell_of[f] == NO_CELL)
            continue;
        const Cell *cell = &work->cells[work->cell_of[f]];
        Lanes lanes = {0};
        gboolean any = FALSE;
        for (guint y = 0; y < LABELS; y++) {
            lanes[y] = weight_of(cell->g[y], cell->h[y], threshold, work->options->rate);
            any = any || lanes[y] > 0 || lanes[y] < 0;
        }
        if (any) {
            g_array_append_val(weights->features, f);
            g_array_append_vals(weights->weights, &lanes, 1);
        }
    }
    read_moves(work, &weights->moves);
    return weights;
}

Weights *optimise(const GPtrArray *corpus, const Model *model, const OptimiseOptions *options,
                  Chance *chance)
{
    g_autoptr(Scene) scene = scene_new();
    g_autoptr(GArray) used = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(GArray) emissions = g_array_new(FALSE, FALSE, sizeof(Lanes));
    g_autoptr(GArray) room = g_array_new(FALSE, FALSE, sizeof(Lanes));
    g_autoptr(GArray) shares = g_array_new(FALSE, FALSE, sizeof(Lanes));
    g_autofree guint *order = g_new(guint, corpus->len);
    Work work = {.model = model, .options = options, .chance = chance, .scene = scene};

    work.used = used;
    work.emissions = emissions;
    work.room = room;
    work.shares = shares;
    count_features(&work, corpus);
    for (guint i = 0; i < corpus->len; i++)
        order[i] = i;
    for (guint epoch = 0; epoch < options->epochs; epoch++) {
        shuffle(order, corpus->len, chance);
        for (guint i = 0; i < corpus->len; i++)
            learn(&work, corpus->pdata[order[i]]);
        fprintf(stderr, "epoch %u of %u\n", epoch + 1, options->epochs);
    }
    Weights *weights = take_weights(&work);
    g_free(work.cells);
    g_free(work.cell_of);
    return weights;
}
