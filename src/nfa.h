/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expressions as machines that read bytes: made for finding out where an expression cannot match,
 * so a machine lets through all that the expression matches, and some things more. What an
 * assertion asks beyond the byte before the beginning is not asked, long repeats have no end, and
 * characters beyond ASCII are all alike. */
#pragma once

#include <glib.h>

typedef enum {
    NFA_EMPTY,  /* on to next */
    NFA_SPLIT,  /* on to next and to other */
    NFA_BYTE,   /* a byte of the set, then on to next */
    NFA_BEHIND, /* on to next if the byte before the beginning is of the set */
    NFA_EDGE,   /* on to next unless the beginning is inside a word */
    NFA_ACCEPT  /* the expression has matched */
} NfaKind;

typedef struct {
    guint64 bits[4];
} NfaSet;

typedef struct {
    guint8 kind;         /* NfaKind */
    guint16 set;         /* number of a set */
    guint16 expression;  /* whose it is */
    guint32 next, other; /* nodes */
} NfaNode;

typedef struct {
    NfaNode *nodes;      /* 0 is nobody's */
    guint n_nodes, room; /* how many there are, and can be before more memory is had */
    GArray *sets;        /* of NfaSet, no two alike */
    GHashTable *numbers; /* of each of them (NfaSet *), and one more */
} Nfa;

Nfa *isr_nfa_new(void);
void isr_nfa_free(Nfa *nfa);

/* Adds the machine of the PCRE2 expression @text as number @expression; its first node, or 0 if
 * the expression holds something that is not understood here. */
guint32 isr_nfa_add(Nfa *nfa, const char *text, guint16 expression);

static inline gboolean isr_nfa_set_has(const NfaSet *set, guint8 byte)
{
    return set->bits[byte / 64] >> byte % 64 & 1;
}

/* The node with that number. */
static inline const NfaNode *isr_nfa_node(const Nfa *nfa, guint32 node)
{
    return &nfa->nodes[node];
}

/* TRUE if the set with number @set has @byte. */
static inline gboolean isr_nfa_has(const Nfa *nfa, guint set, guint8 byte)
{
    return isr_nfa_set_has(&g_array_index(nfa->sets, NfaSet, set), byte);
}
