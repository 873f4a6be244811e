/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * States in which a match can begin have thousands of nodes, and go on by nearly every class: their
 * nodes are put in order by class once. */
#include "sievestate.h"

#include <string.h>

/* Nodes of a state that is large, and times that make the order worth its while. */
#define LARGE 64
#define OFTEN 12

SieveState isr_sieve_state_probe(guint32 *nodes, guint n)
{
    SieveState probe = {.nodes = nodes, .n_nodes = n, .hash = 2166136261u};

    for (guint i = 0; i < n; i++)
        probe.hash = (probe.hash ^ nodes[i]) * 16777619u;
    return probe;
}

guint isr_sieve_state_hash(gconstpointer state)
{
    return ((const SieveState *)state)->hash;
}

gboolean isr_sieve_state_equal(gconstpointer a, gconstpointer b)
{
    const SieveState *x = a, *y = b;

    return x->hash == y->hash && x->n_nodes == y->n_nodes &&
           memcmp(x->nodes, y->nodes, x->n_nodes * sizeof *x->nodes) == 0;
}

/* Nodes of an expression stand together, since it was so in the state before; one that accepts
 * stands alone. */
static void list_live(SieveState *state, const Nfa *nfa)
{
    state->live = g_new(guint16, state->n_nodes);
    for (guint i = 0; i < state->n_nodes; i++) {
        const NfaNode *node = isr_nfa_node(nfa, state->nodes[i]);

        if (node->kind == NFA_ACCEPT)
            state->live[state->n_live++] = node->expression;
    }
    state->n_matched = state->n_live;
    state->settled = state->n_matched == state->n_nodes;
    for (guint i = 0; i < state->n_nodes; i++) {
        const NfaNode *node = isr_nfa_node(nfa, state->nodes[i]);

        if (node->kind != NFA_ACCEPT && (state->n_live == state->n_matched ||
                                         state->live[state->n_live - 1] != node->expression))
            state->live[state->n_live++] = node->expression;
    }
}

SieveState *isr_sieve_state_new(const SieveState *probe, const Nfa *nfa)
{
    SieveState *state = g_new0(SieveState, 1);

    state->nodes = g_memdup2(probe->nodes, probe->n_nodes * sizeof *probe->nodes);
    state->n_nodes = probe->n_nodes;
    state->hash = probe->hash;
    list_live(state, nfa);
    return state;
}

void isr_sieve_state_free(gpointer data)
{
    SieveState *state = data;

    if (state == NULL)
        return;
    g_free(state->nodes);
    g_free(state->live);
    g_free(state->by_class);
    g_free(state->starts);
    g_free(state);
}

static gboolean goes_on(const Nfa *nfa, guint32 node, guint8 byte)
{
    const NfaNode *it = isr_nfa_node(nfa, node);

    return it->kind == NFA_ACCEPT || isr_nfa_has(nfa, it->set, byte);
}

/* Writes the nodes of @state by class: first how many there are of each, then each to its place. */
static void order_by_class(SieveState *state, const Nfa *nfa, const IsrByteClasses *classes)
{
    guint32 *starts = state->starts = g_new0(guint32, classes->n + 2);

    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < state->n_nodes; i++) {
            const NfaNode *node = isr_nfa_node(nfa, state->nodes[i]);
            guint n = classes->n;
            const guint8 *of = NULL;

            if (node->kind == NFA_BYTE)
                of = isr_byte_classes_of(classes, node->set, &n);
            for (guint k = 0; k < n; k++) {
                guint class = of ? of[k] : k;

                if (pass == 0)
                    starts[class + 2]++;
                else
                    state->by_class[starts[class + 1]++] = state->nodes[i];
            }
        }
        for (guint class = 0; pass == 0 && class < classes->n; class ++)
            starts[class + 2] += starts[class + 1];
        if (pass == 0)
            state->by_class = g_new(guint32, starts[classes->n + 1] + 1);
    }
}

guint isr_sieve_state_going(SieveState *state, const Nfa *nfa, const IsrByteClasses *classes,
                            guint8 class, guint32 *going)
{
    guint n = 0;

    if (state->n_nodes > LARGE && ++state->asked > OFTEN) {
        if (!state->by_class)
            order_by_class(state, nfa, classes);
        n = state->starts[class + 1] - state->starts[class];
        memcpy(going, state->by_class + state->starts[class], n * sizeof *going);
        return n;
    }
    for (guint i = 0; i < state->n_nodes; i++)
        if (goes_on(nfa, state->nodes[i], classes->samples[class]))
            going[n++] = state->nodes[i];
    return n;
}
