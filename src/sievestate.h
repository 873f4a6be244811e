/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A state of a sieve: the nodes of its machine (nfa.h) in which reading from a place can have
 * arrived, and of which expressions they are. Serves sieve.c. */
#pragma once

#include "byteclass.h"

typedef struct {
    guint32 *nodes; /* NFA_BYTE and NFA_ACCEPT, in order */
    guint n_nodes, hash;
    guint16 *live; /* expressions that are still possible, those that have matched first */
    guint n_live, n_matched;
    gboolean settled;  /* all of them have matched */
    guint asked;       /* how often what goes on was looked for */
    guint32 *by_class; /* of a large state, if often asked: what goes on by each class of bytes */
    guint32 *starts;   /* where those of each class begin, and the end */
} SieveState;

/* Which state @n nodes are; compares alike with SieveState as keys of a table. */
SieveState isr_sieve_state_probe(guint32 *nodes, guint n);
guint isr_sieve_state_hash(gconstpointer state);
gboolean isr_sieve_state_equal(gconstpointer a, gconstpointer b);

/* The state that @probe stands for, whose nodes are copied; free with isr_sieve_state_free()
 * (accepts NULL). */
SieveState *isr_sieve_state_new(const SieveState *probe, const Nfa *nfa);
void isr_sieve_state_free(gpointer state);

/* Writes to @going, which has room for all of them, the nodes of @state that read a byte of @class
 * or have accepted; returns how many. */
guint isr_sieve_state_going(SieveState *state, const Nfa *nfa, const IsrByteClasses *classes,
                            guint8 class, guint32 *going);
