/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All expressions are one machine (nfa.h). The sets of its nodes that can be reached by reading
 * from a place become states, made when a text first leads to them and kept for the next time. */
#include "sieve.h"

#include "nfa.h"

#include <string.h>

/* Bytes read from a place; what is then still possible is tried in earnest. */
#define DEPTH 12
#define MOST_STATES 32000
/* States that sifting from one place can add. */
#define ROOM (2 * DEPTH)
/* "The byte" before a text's first. */
#define NO_BYTE 256

enum { UNKNOWN = 0, DEAD = 1, FIRST_STATE = 2 };
#define SETTLED 0x8000u

typedef struct {
    guint32 *nodes; /* NFA_BYTE and NFA_ACCEPT, in order */
    guint n_nodes, hash;
    guint16 *live; /* expressions that are still possible */
    guint n_live;
    gboolean settled; /* all of them have matched */
} State;

struct IsrSieve {
    Nfa *nfa;
    GArray *starts;    /* of guint32, of each expression; 0: not understood */
    GPtrArray *places; /* of GArray of guint32, of each expression */
    GArray *touched;   /* of guint16: expressions that have places */
    gboolean ready;
    guint8 class_of[256];
    guint n_classes;
    guint8 sample[256];    /* of each class: one byte of it */
    guint8 behind_of[257]; /* classes of bytes before a place */
    guint8 behind_sample[256];
    guint32 roots[2][256]; /* by whether the place is inside a word, and by that class */
    GPtrArray *states;     /* of State *; the first two are none */
    guint16 *moves;    /* from each state by each class of byte: a state, UNKNOWN, DEAD; SETTLED is
                          added where all that is possible there has matched */
    GHashTable *known; /* set of State * */
    GArray *gathered, *stack; /* of guint32 */
    guint32 **follow;         /* of each node that reads a byte, once asked for: the number of the
                                 nodes that can come behind it, and these */
    guint n_follow;
    guint32 *marks, mark;     /* of each node: when it was last gathered */
    guint32 *accepted, round; /* of each expression: when it was last seen to match */
};

static guint state_hash(gconstpointer key)
{
    return ((const State *)key)->hash;
}

static gboolean states_equal(gconstpointer a, gconstpointer b)
{
    const State *x = a, *y = b;

    return x->hash == y->hash && x->n_nodes == y->n_nodes &&
           memcmp(x->nodes, y->nodes, x->n_nodes * sizeof *x->nodes) == 0;
}

static void state_free(gpointer data)
{
    State *state = data;

    if (!state)
        return;
    g_free(state->nodes);
    g_free(state->live);
    g_free(state);
}

static void forget_states(IsrSieve *sieve)
{
    g_hash_table_remove_all(sieve->known);
    g_ptr_array_set_size(sieve->states, 0);
    g_ptr_array_set_size(sieve->states, FIRST_STATE);
    memset(sieve->roots, 0, sizeof sieve->roots);
    memset(sieve->moves, 0, (MOST_STATES + ROOM) * sieve->n_classes * sizeof *sieve->moves);
}

static void free_follow(IsrSieve *sieve)
{
    for (guint i = 0; sieve->follow && i < sieve->n_follow; i++)
        g_free(sieve->follow[i]);
    g_clear_pointer(&sieve->follow, g_free);
}

IsrSieve *isr_sieve_new(void)
{
    IsrSieve *sieve = g_new0(IsrSieve, 1);

    sieve->nfa = isr_nfa_new();
    sieve->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
    sieve->places = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    sieve->touched = g_array_new(FALSE, FALSE, sizeof(guint16));
    sieve->states = g_ptr_array_new_with_free_func(state_free);
    sieve->known = g_hash_table_new(state_hash, states_equal);
    sieve->gathered = g_array_new(FALSE, FALSE, sizeof(guint32));
    sieve->stack = g_array_new(FALSE, FALSE, sizeof(guint32));
    return sieve;
}

void isr_sieve_free(IsrSieve *sieve)
{
    if (!sieve)
        return;
    isr_nfa_free(sieve->nfa);
    g_array_unref(sieve->starts);
    g_ptr_array_unref(sieve->places);
    g_array_unref(sieve->touched);
    g_hash_table_unref(sieve->known);
    g_ptr_array_unref(sieve->states);
    g_array_unref(sieve->gathered);
    g_array_unref(sieve->stack);
    free_follow(sieve);
    g_free(sieve->moves);
    g_free(sieve->marks);
    g_free(sieve->accepted);
    g_free(sieve);
}

guint isr_sieve_add(IsrSieve *sieve, const char *expression)
{
    guint number = sieve->starts->len;
    guint32 start = 0;

    if (number < G_MAXUINT16)
        start = isr_nfa_add(sieve->nfa, expression, (guint16)number);
    g_array_append_val(sieve->starts, start);
    g_ptr_array_add(sieve->places, g_array_new(FALSE, FALSE, sizeof(guint32)));
    sieve->ready = FALSE;
    return number;
}

gboolean isr_sieve_is_blind(const IsrSieve *sieve, guint number)
{
    return g_array_index(sieve->starts, guint32, number) == 0;
}

static const NfaNode *node_at(const IsrSieve *sieve, guint32 node)
{
    return &g_array_index(sieve->nfa->nodes, NfaNode, node);
}

static gboolean set_has(const IsrSieve *sieve, guint set, guint8 byte)
{
    return isr_nfa_set_has(&g_array_index(sieve->nfa->sets, NfaSet, set), byte);
}

/* Parts each class of @classes, of which there are *@n, by whether @set has its bytes. */
static void part_classes(const NfaSet *set, guint8 classes[256], guint *n)
{
    guint parts[2 * 256] = {0}, next = 0;

    for (guint byte = 0; byte < 256; byte++) {
        guint *part = &parts[2u * classes[byte] + (isr_nfa_set_has(set, (guint8)byte) ? 1 : 0)];

        if (*part == 0)
            *part = ++next;
        classes[byte] = (guint8)(*part - 1);
    }
    *n = next;
}

/* Bytes that no set tells apart are one class; before a place only few sets ask. */
static void class_bytes(IsrSieve *sieve)
{
    const Nfa *nfa = sieve->nfa;
    g_autofree gboolean *asks = g_new0(gboolean, nfa->sets->len);
    guint behinds = 1;

    memset(sieve->class_of, 0, sizeof sieve->class_of);
    memset(sieve->behind_of, 0, sizeof sieve->behind_of);
    sieve->n_classes = 1;
    for (guint i = 1; i < nfa->nodes->len; i++) {
        const NfaNode *node = node_at(sieve, i);

        if (node->kind == NFA_BEHIND)
            asks[node->set] = TRUE;
    }
    for (guint i = 0; i < nfa->sets->len; i++) {
        const NfaSet *set = &g_array_index(nfa->sets, NfaSet, i);

        part_classes(set, sieve->class_of, &sieve->n_classes);
        if (asks[i])
            part_classes(set, sieve->behind_of, &behinds);
    }
    for (guint byte = 0; byte < 256; byte++) {
        sieve->sample[sieve->class_of[byte]] = (guint8)byte;
        sieve->behind_sample[sieve->behind_of[byte]] = (guint8)byte;
    }
    sieve->behind_of[NO_BYTE] = sieve->behind_of[0x80]; /* nothing is told of either */
}

static void get_ready(IsrSieve *sieve)
{
    class_bytes(sieve);
    free_follow(sieve);
    sieve->n_follow = sieve->nfa->nodes->len;
    sieve->follow = g_new0(guint32 *, sieve->n_follow);
    g_free(sieve->marks);
    g_free(sieve->accepted);
    sieve->marks = g_new0(guint32, sieve->nfa->nodes->len);
    sieve->accepted = g_new0(guint32, sieve->starts->len);
    sieve->mark = sieve->round = 0;
    g_free(sieve->moves);
    sieve->moves = g_new0(guint16, (MOST_STATES + ROOM) * sieve->n_classes);
    g_hash_table_remove_all(sieve->known);
    g_ptr_array_set_size(sieve->states, 0);
    g_ptr_array_set_size(sieve->states, FIRST_STATE);
    memset(sieve->roots, 0, sizeof sieve->roots);
    sieve->ready = TRUE;
}

/* Where a place is: what only the beginning of a match can ask. */
typedef struct {
    gboolean beginning; /* else it is inside a match, and nothing is asked */
    gboolean in_word;
    guint8 behind; /* a byte of its class */
} Place;

static void push(IsrSieve *sieve, guint32 node)
{
    if (sieve->marks[node] == sieve->mark)
        return;
    sieve->marks[node] = sieve->mark;
    g_array_append_val(sieve->stack, node);
}

/* Gathers the nodes that read a byte or accept and can be reached from @node without reading. */
static void gather(IsrSieve *sieve, guint32 node, const Place *place)
{
    push(sieve, node);
    while (sieve->stack->len > 0) {
        guint32 at = g_array_index(sieve->stack, guint32, sieve->stack->len - 1);
        const NfaNode *now = node_at(sieve, at);

        g_array_set_size(sieve->stack, sieve->stack->len - 1);
        switch ((NfaKind)now->kind) {
        case NFA_SPLIT:
            push(sieve, now->other);
            push(sieve, now->next);
            break;
        case NFA_BEHIND:
            if (!place->beginning || set_has(sieve, now->set, place->behind))
                push(sieve, now->next);
            break;
        case NFA_EDGE:
            if (!place->beginning || !place->in_word)
                push(sieve, now->next);
            break;
        case NFA_EMPTY:
            push(sieve, now->next);
            break;
        case NFA_ACCEPT:
        case NFA_BYTE:
            g_array_append_val(sieve->gathered, at);
            break;
        }
    }
}

/* Of an expression that has matched nothing more need be known. */
static void drop_settled(IsrSieve *sieve)
{
    guint32 *nodes = (guint32 *)(gpointer)sieve->gathered->data;
    guint kept = 0;

    sieve->round++;
    for (guint i = 0; i < sieve->gathered->len; i++) {
        if (node_at(sieve, nodes[i])->kind == NFA_ACCEPT)
            sieve->accepted[node_at(sieve, nodes[i])->expression] = sieve->round;
    }
    for (guint i = 0; i < sieve->gathered->len; i++) {
        const NfaNode *node = node_at(sieve, nodes[i]);

        if (node->kind == NFA_ACCEPT || sieve->accepted[node->expression] != sieve->round)
            nodes[kept++] = nodes[i];
    }
    g_array_set_size(sieve->gathered, kept);
}

/* Nodes of an expression stand together, since it was so in the state before. */
static void list_live(const IsrSieve *sieve, State *state)
{
    state->live = g_new(guint16, state->n_nodes);
    state->settled = TRUE;
    for (guint i = 0; i < state->n_nodes; i++) {
        const NfaNode *node = node_at(sieve, state->nodes[i]);

        state->settled = state->settled && node->kind == NFA_ACCEPT;
        if (state->n_live == 0 || state->live[state->n_live - 1] != node->expression)
            state->live[state->n_live++] = node->expression;
    }
}

/* The state of the nodes that were gathered. */
static guint32 state_for(IsrSieve *sieve)
{
    State probe = {.hash = 2166136261u}, *state;

    drop_settled(sieve);
    if (sieve->gathered->len == 0)
        return DEAD;
    probe.nodes = (guint32 *)(gpointer)sieve->gathered->data;
    probe.n_nodes = sieve->gathered->len;
    for (guint i = 0; i < probe.n_nodes; i++)
        probe.hash = (probe.hash ^ probe.nodes[i]) * 16777619u;
    gpointer number;

    if (g_hash_table_lookup_extended(sieve->known, &probe, NULL, &number))
        return GPOINTER_TO_UINT(number);
    state = g_new0(State, 1);
    state->nodes = g_memdup2(probe.nodes, probe.n_nodes * sizeof *probe.nodes);
    state->n_nodes = probe.n_nodes;
    state->hash = probe.hash;
    list_live(sieve, state);
    g_hash_table_insert(sieve->known, state, GUINT_TO_POINTER(sieve->states->len));
    g_ptr_array_add(sieve->states, state);
    return sieve->states->len - 1;
}

static void begin_gathering(IsrSieve *sieve)
{
    g_array_set_size(sieve->gathered, 0);
    sieve->mark++;
}

/* The state in which a match can begin behind the byte @behind. */
static guint32 root_for(IsrSieve *sieve, guint8 behind, gboolean in_word)
{
    guint32 *root = &sieve->roots[in_word][behind];
    Place place = {TRUE, in_word, sieve->behind_sample[behind]};

    if (*root != UNKNOWN)
        return *root;
    begin_gathering(sieve);
    for (guint i = 0; i < sieve->starts->len; i++) {
        if (!isr_sieve_is_blind(sieve, i))
            gather(sieve, g_array_index(sieve->starts, guint32, i), &place);
    }
    return *root = state_for(sieve);
}

/* What can come behind the byte that @node reads; made when it is first asked for. Leaves nothing
 * gathered. */
static const guint32 *follow_of(IsrSieve *sieve, guint32 node)
{
    static const Place inside = {FALSE, FALSE, 0};
    guint32 **follow = &sieve->follow[node];

    if (*follow)
        return *follow;
    begin_gathering(sieve);
    gather(sieve, node_at(sieve, node)->next, &inside);
    *follow = g_new(guint32, sieve->gathered->len + 1);
    **follow = sieve->gathered->len;
    memcpy(*follow + 1, sieve->gathered->data, sieve->gathered->len * sizeof **follow);
    return *follow;
}

static void add_follow(IsrSieve *sieve, const guint32 *follow)
{
    for (guint i = 1; i <= *follow; i++) {
        if (sieve->marks[follow[i]] == sieve->mark)
            continue;
        sieve->marks[follow[i]] = sieve->mark;
        g_array_append_val(sieve->gathered, follow[i]);
    }
}

/* Where state @from goes by the bytes of class @class. */
static guint32 step(IsrSieve *sieve, guint32 from, guint8 class)
{
    const State *state = sieve->states->pdata[from];
    guint32 next;
    guint8 byte = sieve->sample[class];

    for (guint i = 0; i < state->n_nodes; i++) {
        const NfaNode *node = node_at(sieve, state->nodes[i]);

        if (node->kind == NFA_BYTE && set_has(sieve, node->set, byte))
            follow_of(sieve, state->nodes[i]);
    }
    begin_gathering(sieve);
    for (guint i = 0; i < state->n_nodes; i++) {
        const NfaNode *node = node_at(sieve, state->nodes[i]);

        if (node->kind == NFA_ACCEPT) {
            sieve->marks[state->nodes[i]] = sieve->mark;
            g_array_append_val(sieve->gathered, state->nodes[i]);
        } else if (set_has(sieve, node->set, byte))
            add_follow(sieve, sieve->follow[state->nodes[i]]);
    }
    next = state_for(sieve);
    if (next != DEAD && ((const State *)sieve->states->pdata[next])->settled)
        next |= SETTLED;
    sieve->moves[(gsize)from * sieve->n_classes + class] = (guint16)next;
    return next;
}

static void note(IsrSieve *sieve, guint16 expression, guint32 at)
{
    GArray *places = sieve->places->pdata[expression];

    if (places->len == 0)
        g_array_append_val(sieve->touched, expression);
    g_array_append_val(places, at);
}

/* At the text's end only what has matched stays. */
static void note_matched(IsrSieve *sieve, const State *state, guint32 at)
{
    for (guint i = 0; i < state->n_nodes; i++) {
        const NfaNode *node = node_at(sieve, state->nodes[i]);

        if (node->kind == NFA_ACCEPT)
            note(sieve, node->expression, at);
    }
}

/* Reads from @at as far as anything is possible, and notes what still is. */
static void sift_from(IsrSieve *sieve, const guint8 *text, gsize length, gsize at, guint32 root)
{
    gsize end = MIN(length, at + DEPTH), i = at;
    guint32 now = root;

    while (i < end && !(now & SETTLED)) {
        guint8 class = sieve->class_of[text[i++]];
        guint32 next = sieve->moves[(gsize)now * sieve->n_classes + class];

        now = next == UNKNOWN ? step(sieve, now, class) : next;
        if (now == DEAD)
            return;
    }
    const State *state = sieve->states->pdata[now & ~SETTLED];

    if (i == length) {
        note_matched(sieve, state, (guint32)at);
        return;
    }
    for (guint n = 0; n < state->n_live; n++)
        note(sieve, state->live[n], (guint32)at);
}

void isr_sieve_sift(IsrSieve *sieve, const char *text, gsize length)
{
    const guint8 *bytes = (const guint8 *)text;

    if (!sieve->ready)
        get_ready(sieve);
    for (guint i = 0; i < sieve->touched->len; i++)
        g_array_set_size(sieve->places->pdata[g_array_index(sieve->touched, guint16, i)], 0);
    g_array_set_size(sieve->touched, 0);
    for (gsize at = 0; at <= length; at++) {
        guint behind = at ? bytes[at - 1] : NO_BYTE;
        gboolean in_word = behind < 128 && at < length && bytes[at] < 128 &&
                           g_ascii_isalnum((char)behind) && g_ascii_isalnum((char)bytes[at]);
        guint32 root;

        if (at < length && (bytes[at] & 0xC0) == 0x80)
            continue;
        if (sieve->states->len > MOST_STATES)
            forget_states(sieve);
        root = root_for(sieve, sieve->behind_of[behind], in_word);
        if (root != DEAD)
            sift_from(sieve, bytes, length, at, root);
    }
}

const guint32 *isr_sieve_places(const IsrSieve *sieve, guint number, guint *n)
{
    const GArray *places = sieve->places->pdata[number];

    *n = places->len;
    return (const guint32 *)(gconstpointer)places->data;
}
