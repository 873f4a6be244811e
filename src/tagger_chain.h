/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chain of labels: the best one, and how probable each label is at each token. Plain
 * arithmetic in single precision, so that every machine comes to the same bytes. */
#pragma once

#include <glib.h>

enum { LABEL_O, LABEL_B_PER, LABEL_I_PER, LABEL_B_LOC, LABEL_I_LOC, LABEL_B_ORG, LABEL_I_ORG };
#define LABELS 7
#define LANES 8 /* labels and one lane that is not used */

typedef float Lanes[LANES];

/* Weights of one label after another; forbidden ones are very low. */
typedef struct {
    Lanes begin;
    Lanes end;
    Lanes move[LANES]; /* [from][to] */
} Moves;

/* Makes the steps of @moves that no tag sequence can take impossible: I- after another kind. */
void isr_chain_forbid(Moves *moves);

/* Writes to @steps what isr_chain_shares() multiplies with: the exponentials of @moves. */
void isr_chain_steps(const Moves *moves, Moves *steps);

/* Writes to @best the @n labels whose weights, @emissions and @moves, sum highest. @back is room
 * for @n rows. */
void isr_chain_best(const Moves *moves, Lanes *emissions, guint n, guint8 (*back)[LANES],
                    guint8 *best);

/* Writes to @shares how probable each label is at each of the @n tokens. @room is room for 2 * @n
 * Lanes. If @pairs is not NULL, adds to it how often each step is to be expected. */
void isr_chain_shares(const Moves *steps, Lanes *emissions, guint n, Lanes *room, Lanes *shares,
                      Moves *pairs);
