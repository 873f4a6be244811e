/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Viterbi and forward-backward over seven labels. Probabilities are kept in plain space, each
 * token's scaled to a sum of one. */
#include "tagger_chain.h"

#include <math.h>
#include <string.h>

#define NEVER (-1000.0f)

void isr_chain_forbid(Moves *moves)
{
    for (guint to = LABEL_I_PER; to < LABELS; to += 2) {
        moves->begin[to] = NEVER;
        for (guint from = 0; from < LABELS; from++)
            if (from != to && from != to - 1)
                moves->move[from][to] = NEVER;
    }
}

/* The exponential: 2^f for f in 0..1 by a polynomial, the whole part put into the exponent's
 * bits. What is very small stays above zero, so that no sum vanishes. */
static float power_of(float x)
{
    x = x < -50.0f ? -50.0f : x > 50.0f ? 50.0f : x;
    float y = x * 1.44269504f;
    float whole = floorf(y);
    float f = y - whole;
    float p =
        1.0f +
        f * (0.693147180f +
             f * (0.240226507f + f * (0.0555041087f + f * (0.00961812911f + f * 0.00133981f))));
    guint32 bits = (guint32)((gint32)whole + 127) << 23;
    float power;

    memcpy(&power, &bits, sizeof power);
    return p * power;
}

void isr_chain_best(const Moves *moves, Lanes *emissions, guint n, guint8 (*back)[LANES],
                    guint8 *best)
{
    Lanes now, next;
    guint last = 0;

    for (guint y = 0; y < LABELS; y++)
        now[y] = moves->begin[y] + emissions[0][y];
    for (guint i = 1; i < n; i++) {
        for (guint y = 0; y < LABELS; y++) {
            guint from = 0;
            float top = now[0] + moves->move[0][y];
            for (guint x = 1; x < LABELS; x++) {
                float sum = now[x] + moves->move[x][y];
                from = sum > top ? x : from;
                top = sum > top ? sum : top;
            }
            next[y] = top + emissions[i][y];
            back[i][y] = (guint8)from;
        }
        memcpy(now, next, sizeof now);
    }
    for (guint y = 1; y < LABELS; y++)
        last = now[y] + moves->end[y] > now[last] + moves->end[last] ? y : last;
    for (guint i = n; i-- > 0;) {
        best[i] = (guint8)last;
        last = i > 0 ? back[i][last] : last;
    }
}

/* @emission less its highest, as factors. */
static void factors_of(const float *emission, float *factors)
{
    float top = emission[0];

    for (guint y = 1; y < LABELS; y++)
        top = emission[y] > top ? emission[y] : top;
    for (guint y = 0; y < LABELS; y++)
        factors[y] = power_of(emission[y] - top);
    factors[LABELS] = 0;
}

static void scale(float *values)
{
    float sum = 0;

    for (guint y = 0; y < LABELS; y++)
        sum += values[y];
    for (guint y = 0; y < LABELS; y++)
        values[y] = sum > 0 ? values[y] / sum : 1.0f / LABELS;
}

static float step_of(float move)
{
    return move > NEVER / 2 ? power_of(move) : 0;
}

void isr_chain_steps(const Moves *moves, Moves *steps)
{
    memset(steps, 0, sizeof *steps);
    for (guint y = 0; y < LABELS; y++) {
        steps->begin[y] = step_of(moves->begin[y]);
        steps->end[y] = step_of(moves->end[y]);
        for (guint to = 0; to < LABELS; to++)
            steps->move[y][to] = step_of(moves->move[y][to]);
    }
}

static void add_pairs(const Moves *steps, const float *ahead, const float *behind,
                      const float *factors, Moves *pairs)
{
    Lanes weights[LABELS];
    float sum = 0;

    for (guint x = 0; x < LABELS; x++)
        for (guint y = 0; y < LABELS; y++) {
            weights[x][y] = ahead[x] * steps->move[x][y] * factors[y] * behind[y];
            sum += weights[x][y];
        }
    for (guint x = 0; sum > 0 && x < LABELS; x++)
        for (guint y = 0; y < LABELS; y++)
            pairs->move[x][y] += weights[x][y] / sum;
}

/* Fills @factors and the shares @ahead of what stands up to each token. */
static void forward(const Moves *steps, Lanes *emissions, guint n, Lanes *factors, Lanes *ahead)
{
    for (guint i = 0; i < n; i++) {
        Lanes sums = {0};

        factors_of(emissions[i], factors[i]);
        if (i == 0)
            memcpy(sums, steps->begin, sizeof sums);
        for (guint x = 0; i > 0 && x < LABELS; x++)
            for (guint y = 0; y < LANES; y++)
                sums[y] += ahead[i - 1][x] * steps->move[x][y];
        for (guint y = 0; y < LANES; y++)
            ahead[i][y] = sums[y] * factors[i][y];
        scale(ahead[i]);
    }
}

void isr_chain_shares(const Moves *steps, Lanes *emissions, guint n, Lanes *room, Lanes *shares,
                      Moves *pairs)
{
    Lanes *factors = room, *ahead = room + n, behind;

    forward(steps, emissions, n, factors, ahead);
    memcpy(behind, steps->end, sizeof behind);
    for (guint i = n; i-- > 0;) {
        Lanes before = {0};

        for (guint y = 0; y < LABELS; y++)
            shares[i][y] = ahead[i][y] * behind[y];
        scale(shares[i]);
        if (i == 0)
            break;
        if (pairs != NULL)
            add_pairs(steps, ahead[i - 1], behind, factors[i], pairs);
        for (guint y = 0; y < LABELS; y++)
            behind[y] *= factors[i][y];
        for (guint x = 0; x < LABELS; x++)
            for (guint y = 0; y < LABELS; y++)
                before[x] += steps->move[x][y] * behind[y];
        scale(before);
        memcpy(behind, before, sizeof behind);
    }
    for (guint y = 0; pairs != NULL && y < LABELS; y++) {
        pairs->begin[y] += shares[0][y];
        pairs->end[y] += shares[n - 1][y];
    }
}
