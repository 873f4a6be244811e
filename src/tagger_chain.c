/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Viterbi and forward-backward over seven labels. Probabilities are kept in plain space, each
 * token's scaled to a sum of one. */
#include "tagger_chain.h"

#include "processor.h"

#include <string.h>

/* Rows are handed on within this file alone: nobody else need agree on how. */
#pragma GCC diagnostic ignored "-Wpsabi"

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

/* A row of labels side by side, for the processor's vector instructions: what is done to one is
 * done to all, each as it would be alone. */
typedef float Row __attribute__((vector_size(sizeof(Lanes))));
typedef gint32 Whole __attribute__((vector_size(sizeof(Lanes))));

WITHIN Row row_of(const float *lanes)
{
    Row row;

    memcpy(&row, lanes, sizeof row);
    return row;
}

WITHIN void put_row(float *lanes, Row row)
{
    memcpy(lanes, &row, sizeof row);
}

/* @a where @which is all ones, @b where it is zero. */
WITHIN Row chosen(Whole which, Row a, Row b)
{
    return (Row)((which & (Whole)a) | (~which & (Whole)b));
}

/* The exponential: 2^f for f in 0..1 by a polynomial, the whole part put into the exponent's
 * bits. What is very small stays above zero, so that no sum vanishes. */
WITHIN Row power_of(Row x)
{
    const Row zero = {0}, least = zero - 50.0f, most = zero + 50.0f;

    x = chosen(x < least, least, chosen(x > most, most, x));
    Row y = x * 1.44269504f;
    Whole whole = __builtin_convertvector(y, Whole);
    whole += __builtin_convertvector(whole, Row) > y; /* down, also below zero */
    Row f = y - __builtin_convertvector(whole, Row);
    Row p = 1.0f +
            f * (0.693147180f +
                 f * (0.240226507f + f * (0.0555041087f + f * (0.00961812911f + f * 0.00133981f))));
    return p * (Row)((whole + 127) << 23);
}

FOR_EACH_PROCESSOR void isr_chain_best(const Moves *moves, Lanes *emissions, guint n,
                                       guint8 (*back)[LANES], guint8 *best)
{
    Row now = row_of(moves->begin) + row_of(emissions[0]);
    guint last = 0;

    for (guint i = 1; i < n; i++) {
        Row top = now[0] + row_of(moves->move[0]);
        Whole from = {0};

        for (guint x = 1; x < LABELS; x++) {
            Row sum = now[x] + row_of(moves->move[x]);
            Whole better = sum > top;

            from = (better & (gint32)x) | (~better & from);
            top = chosen(better, sum, top);
        }
        now = top + row_of(emissions[i]);
        for (guint y = 0; y < LABELS; y++)
            back[i][y] = (guint8)from[y];
    }
    for (guint y = 1; y < LABELS; y++)
        last = now[y] + moves->end[y] > now[last] + moves->end[last] ? y : last;
    for (guint i = n; i-- > 0;) {
        best[i] = (guint8)last;
        last = i > 0 ? back[i][last] : last;
    }
}

/* @emission less its highest, as factors. */
WITHIN void factors_of(const float *emission, float *factors)
{
    float top = emission[0];

    for (guint y = 1; y < LABELS; y++)
        top = emission[y] > top ? emission[y] : top;
    put_row(factors, power_of(row_of(emission) - top));
    factors[LABELS] = 0;
}

/* @values, of which the lane that is not used is zero, scaled to a sum of one. */
WITHIN Row scaled(Row values)
{
    static const Row even = {1.0f / LABELS, 1.0f / LABELS, 1.0f / LABELS, 1.0f / LABELS,
                             1.0f / LABELS, 1.0f / LABELS, 1.0f / LABELS, 0};
    float sum = 0;

    for (guint y = 0; y < LABELS; y++)
        sum += values[y];
    return sum > 0 ? values / sum : even;
}

static float step_of(float move)
{
    Row moves = {move};

    return move > NEVER / 2 ? power_of(moves)[0] : 0;
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
WITHIN void forward(const Moves *steps, Lanes *emissions, guint n, Lanes *factors, Lanes *ahead)
{
    for (guint i = 0; i < n; i++) {
        Row sums = {0};

        factors_of(emissions[i], factors[i]);
        if (i == 0)
            sums = row_of(steps->begin);
        for (guint x = 0; i > 0 && x < LABELS; x++)
            sums += ahead[i - 1][x] * row_of(steps->move[x]);
        put_row(ahead[i], scaled(sums * row_of(factors[i])));
    }
}

/* Writes to @turned the moves of @steps by where they lead. */
WITHIN void turn(const Moves *steps, Lanes *turned)
{
    for (guint x = 0; x < LANES; x++)
        for (guint y = 0; y < LANES; y++)
            turned[y][x] = steps->move[x][y];
}

FOR_EACH_PROCESSOR void isr_chain_shares(const Moves *steps, Lanes *emissions, guint n, Lanes *room,
                                         Lanes *shares, Moves *pairs)
{
    Lanes *factors = room, *ahead = room + n, turned[LANES];
    Row behind = row_of(steps->end);

    forward(steps, emissions, n, factors, ahead);
    turn(steps, turned);
    for (guint i = n; i-- > 0;) {
        Row before = {0};

        put_row(shares[i], scaled(row_of(ahead[i]) * behind));
        if (i == 0)
            break;
        if (pairs != NULL)
            add_pairs(steps, ahead[i - 1], (const float *)&behind, factors[i], pairs);
        behind *= row_of(factors[i]);
        for (guint y = 0; y < LABELS; y++)
            before += row_of(turned[y]) * behind[y];
        behind = scaled(before);
    }
    for (guint y = 0; pairs != NULL && y < LABELS; y++) {
        pairs->begin[y] += shares[0][y];
        pairs->end[y] += shares[n - 1][y];
    }
}
