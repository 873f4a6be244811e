/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All expressions are one machine (nfa.h). The sets of its nodes that can be reached by reading
 * from a place become states, made when a text first leads to them and kept for the next time. */
#include "sieve.h"

#include "largetable.h"
#include "sievestate.h"

#include <string.h>

/* Bytes read from a place; what is then still possible is tried in earnest. */
#define DEPTH 12
#define MOST_STATES 32000
#define ROOM (4 * DEPTH) /* states that sifting from one place can add */
#define NO_BYTE 0x80     /* stands for one before a text's first: nothing is told of either */
#define ANY_LETTER 20    /* letters in one set with which an expression for any word begins */

/* Expressions that begin with any word are read apart from the others: together each would be
 * carried on through all that the others can tell apart, in a state for each combination. */
typedef enum { GROUP_OWN_WORDS, GROUP_ANY_WORD, N_GROUPS } Group;

enum { UNKNOWN = 0, DEAD = 1, FIRST_STATE = 2 };
#define SETTLED 0x8000u

/* With room for all nodes, each of which is in it once at most. */
typedef struct {
    guint32 *nodes;
    guint n;
} NodeList;

struct IsrSieve {
    Nfa *nfa;
    GArray *starts;                  /* of guint32, of each expression; 0: not understood */
    GPtrArray *places;               /* of GArray of guint32, of each expression */
    GArray *touched;                 /* of guint16: expressions that have places */
    GString *sifted;                 /* the text that the places are in */
    gboolean ready, fresh;           /* fresh: nothing was sifted since it was made ready */
    IsrByteClasses read, behind;     /* of bytes that are read; of those before a place */
    guint8 *groups;                  /* of each expression */
    guint32 roots[N_GROUPS][2][256]; /* by whether the place is inside a word, and by that class */
    GPtrArray *states;               /* of SieveState *; the first two are none */
    guint16 *moves;    /* from each state by each class of byte: a state, UNKNOWN, DEAD; SETTLED is
                          added where all that is possible there has matched */
    GHashTable *known; /* set of SieveState * */
    NodeList gathered, stack, moving;
    guint32 **follow; /* of each node that reads a byte, once asked for: the number of the
                         nodes that can come behind it, and these */
    guint n_follow;
    guint32 *marks, mark;     /* of each node: when it was last gathered */
    guint32 *accepted, round; /* of each expression: when it was last seen to match */
};

static void forget_states(IsrSieve *sieve)
{
    g_hash_table_remove_all(sieve->known);
    memset(sieve->moves, 0, (gsize)sieve->states->len * sieve->read.n * sizeof *sieve->moves);
    g_ptr_array_set_size(sieve->states, 0);
    g_ptr_array_set_size(sieve->states, FIRST_STATE);
    memset(sieve->roots, 0, sizeof sieve->roots);
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
    sieve->sifted = g_string_new(NULL);
    sieve->states = g_ptr_array_new_with_free_func(isr_sieve_state_free);
    sieve->known = g_hash_table_new(isr_sieve_state_hash, isr_sieve_state_equal);
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
    g_string_free(sieve->sifted, TRUE);
    g_hash_table_unref(sieve->known);
    g_ptr_array_unref(sieve->states);
    g_free(sieve->gathered.nodes);
    g_free(sieve->stack.nodes);
    g_free(sieve->moving.nodes);
    free_follow(sieve);
    isr_byte_classes_clear(&sieve->read);
    g_free(sieve->groups);
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

/* Before a place only few sets ask. */
static void class_bytes(IsrSieve *sieve)
{
    const Nfa *nfa = sieve->nfa;
    g_autofree gboolean *asks = g_new0(gboolean, nfa->sets->len);

    isr_byte_classes_clear(&sieve->read);
    isr_byte_classes_init(&sieve->read);
    isr_byte_classes_init(&sieve->behind);
    for (guint i = 1; i < nfa->n_nodes; i++) {
        const NfaNode *node = isr_nfa_node(sieve->nfa, i);

        if (node->kind == NFA_BEHIND)
            asks[node->set] = TRUE;
    }
    for (guint i = 0; i < nfa->sets->len; i++) {
        const NfaSet *set = &g_array_index(nfa->sets, NfaSet, i);

        isr_byte_classes_part(&sieve->read, set);
        if (asks[i])
            isr_byte_classes_part(&sieve->behind, set);
    }
    isr_byte_classes_list(&sieve->read, nfa);
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
    sieve->stack.nodes[sieve->stack.n++] = node;
}

/* Gathers the nodes that read a byte or accept and can be reached from @node without reading. */
static void gather(IsrSieve *sieve, guint32 node, const Place *place)
{
    push(sieve, node);
    while (sieve->stack.n > 0) {
        guint32 at = sieve->stack.nodes[--sieve->stack.n];
        const NfaNode *now = isr_nfa_node(sieve->nfa, at);

        switch ((NfaKind)now->kind) {
        case NFA_SPLIT:
            push(sieve, now->other);
            /* fall through */
        case NFA_EMPTY:
            push(sieve, now->next);
            break;
        case NFA_BEHIND:
            if (!place->beginning || isr_nfa_has(sieve->nfa, now->set, place->behind))
                push(sieve, now->next);
            break;
        case NFA_EDGE:
            if (!place->beginning || !place->in_word)
                push(sieve, now->next);
            break;
        case NFA_ACCEPT:
        case NFA_BYTE:
            sieve->gathered.nodes[sieve->gathered.n++] = at;
            break;
        }
    }
}

static void begin_gathering(IsrSieve *sieve)
{
    sieve->gathered.n = 0;
    sieve->mark++;
}

/* The group of an expression of which what can be read first was gathered. */
static Group group_of(const IsrSieve *sieve)
{
    for (guint i = 0; i < sieve->gathered.n; i++) {
        const NfaNode *node = isr_nfa_node(sieve->nfa, sieve->gathered.nodes[i]);
        guint letters = 0;

        for (guint8 byte = 'A'; node->kind == NFA_BYTE && byte <= 'z'; byte++)
            letters += g_ascii_isalpha((char)byte) && isr_nfa_has(sieve->nfa, node->set, byte);
        if (letters >= ANY_LETTER)
            return GROUP_ANY_WORD;
    }
    return GROUP_OWN_WORDS;
}

static void group_expressions(IsrSieve *sieve)
{
    static const Place anywhere = {FALSE, FALSE, 0};

    g_free(sieve->groups);
    sieve->groups = g_new0(guint8, sieve->starts->len);
    for (guint i = 0; i < sieve->starts->len; i++) {
        begin_gathering(sieve);
        gather(sieve, g_array_index(sieve->starts, guint32, i), &anywhere);
        sieve->groups[i] = (guint8)group_of(sieve);
    }
}

static void make_room(NodeList *list, guint n)
{
    g_free(list->nodes);
    *list = (NodeList){g_new(guint32, n), 0};
}

static void get_ready(IsrSieve *sieve)
{
    guint n = sieve->nfa->n_nodes;

    class_bytes(sieve);
    free_follow(sieve);
    sieve->n_follow = n;
    sieve->follow = g_new0(guint32 *, n);
    g_free(sieve->marks);
    g_free(sieve->accepted);
    sieve->marks = g_new0(guint32, n);
    sieve->accepted = g_new0(guint32, sieve->starts->len);
    sieve->mark = sieve->round = 0;
    make_room(&sieve->gathered, n);
    make_room(&sieve->stack, n);
    make_room(&sieve->moving, n);
    group_expressions(sieve);
    g_free(sieve->moves);
    sieve->moves = isr_large_table_new((MOST_STATES + ROOM) * sieve->read.n * sizeof *sieve->moves);
    forget_states(sieve);
    sieve->ready = sieve->fresh = TRUE;
}

/* Of an expression that has matched nothing more need be known. */
static void drop_settled(IsrSieve *sieve)
{
    guint32 *nodes = sieve->gathered.nodes;
    guint kept = 0, accepted = 0;

    sieve->round++;
    for (guint i = 0; i < sieve->gathered.n; i++) {
        const NfaNode *node = isr_nfa_node(sieve->nfa, nodes[i]);

        if (node->kind == NFA_ACCEPT) {
            sieve->accepted[node->expression] = sieve->round;
            accepted++;
        }
    }
    for (guint i = 0; accepted > 0 && i < sieve->gathered.n; i++) {
        const NfaNode *node = isr_nfa_node(sieve->nfa, nodes[i]);

        if (node->kind == NFA_ACCEPT || sieve->accepted[node->expression] != sieve->round)
            nodes[kept++] = nodes[i];
    }
    if (accepted > 0)
        sieve->gathered.n = kept;
}

/* The state of the nodes that were gathered. */
static guint32 state_for(IsrSieve *sieve)
{
    SieveState probe;
    gpointer number;

    drop_settled(sieve);
    if (sieve->gathered.n == 0)
        return DEAD;
    probe = isr_sieve_state_probe(sieve->gathered.nodes, sieve->gathered.n);
    if (g_hash_table_lookup_extended(sieve->known, &probe, NULL, &number))
        return GPOINTER_TO_UINT(number);
    SieveState *state = isr_sieve_state_new(&probe, sieve->nfa);

    g_hash_table_insert(sieve->known, state, GUINT_TO_POINTER(sieve->states->len));
    g_ptr_array_add(sieve->states, state);
    return sieve->states->len - 1;
}

/* The state in which a match can begin behind the byte @behind. Inside a word few can, and all of
 * them are read together. */
static guint32 root_for(IsrSieve *sieve, Group group, guint8 behind, gboolean in_word)
{
    guint32 *root = &sieve->roots[group][in_word][behind];
    Place place = {TRUE, in_word, sieve->behind.samples[behind]};

    if (*root != UNKNOWN)
        return *root;
    begin_gathering(sieve);
    for (guint i = 0; i < sieve->starts->len; i++) {
        if (!isr_sieve_is_blind(sieve, i) && (in_word || sieve->groups[i] == group))
            gather(sieve, g_array_index(sieve->starts, guint32, i), &place);
    }
    return *root = state_for(sieve);
}

/* Finds what can come behind the byte that @node reads, or itself if it accepts; made when it is
 * first asked for. Leaves nothing gathered. */
static void find_follow(IsrSieve *sieve, guint32 node)
{
    static const Place inside = {FALSE, FALSE, 0};
    guint32 **follow = &sieve->follow[node];

    if (*follow)
        return;
    begin_gathering(sieve);
    gather(sieve,
           isr_nfa_node(sieve->nfa, node)->kind == NFA_ACCEPT
               ? node
               : isr_nfa_node(sieve->nfa, node)->next,
           &inside);
    *follow = g_new(guint32, sieve->gathered.n + 1);
    **follow = sieve->gathered.n;
    memcpy(*follow + 1, sieve->gathered.nodes, sieve->gathered.n * sizeof **follow);
}

static void add_follow(IsrSieve *sieve, const guint32 *follow)
{
    for (guint i = 1; i <= *follow; i++) {
        if (sieve->marks[follow[i]] == sieve->mark)
            continue;
        sieve->marks[follow[i]] = sieve->mark;
        sieve->gathered.nodes[sieve->gathered.n++] = follow[i];
    }
}

/* Gathers where the nodes of @state go by @class. */
static void gather_next(IsrSieve *sieve, SieveState *state, guint8 class)
{
    NodeList *moving = &sieve->moving;

    moving->n = isr_sieve_state_going(state, sieve->nfa, &sieve->read, class, moving->nodes);
    for (guint i = 0; i < moving->n; i++)
        find_follow(sieve, moving->nodes[i]);
    begin_gathering(sieve);
    for (guint i = 0; i < moving->n; i++)
        add_follow(sieve, sieve->follow[moving->nodes[i]]);
}

/* Where state @from goes by the bytes of class @class. */
static guint32 step(IsrSieve *sieve, guint32 from, guint8 class)
{
    guint32 next;

    gather_next(sieve, sieve->states->pdata[from], class);
    next = state_for(sieve);
    if (next != DEAD && ((const SieveState *)sieve->states->pdata[next])->settled)
        next |= SETTLED;
    sieve->moves[(gsize)from * sieve->read.n + class] = (guint16)next;
    return next;
}

static void note(IsrSieve *sieve, guint16 expression, guint32 at)
{
    GArray *places = sieve->places->pdata[expression];

    if (places->len == 0)
        g_array_append_val(sieve->touched, expression);
    g_array_append_val(places, at);
}

/* Reads from @at as far as anything is possible, and notes what still is. */
static void sift_from(IsrSieve *sieve, const guint8 *text, gsize length, gsize at, guint32 root)
{
    gsize end = MIN(length, at + DEPTH), i = at;
    guint32 now = root;

    while (i < end && !(now & SETTLED)) {
        guint8 class = sieve->read.of[text[i++]];
        guint32 next = sieve->moves[(gsize)now * sieve->read.n + class];

        now = next == UNKNOWN ? step(sieve, now, class) : next;
        if (now == DEAD)
            return;
    }
    const SieveState *state = sieve->states->pdata[now & ~SETTLED];

    /* At the text's end only what has matched stays. */
    for (guint n = 0; n < (i == length ? state->n_matched : state->n_live); n++)
        note(sieve, state->live[n], (guint32)at);
}

/* One text is sifted for several purposes, one after the other. */
static gboolean is_sifted(const IsrSieve *sieve, const char *text, gsize length)
{
    return !sieve->fresh && sieve->sifted->len == length &&
           memcmp(sieve->sifted->str, text, length) == 0;
}

static void begin_sifting(IsrSieve *sieve, const char *text, gsize length)
{
    g_string_truncate(sieve->sifted, 0);
    g_string_append_len(sieve->sifted, text, (gssize)length);
    sieve->fresh = FALSE;
    for (guint i = 0; i < sieve->touched->len; i++)
        g_array_set_size(sieve->places->pdata[g_array_index(sieve->touched, guint16, i)], 0);
    g_array_set_size(sieve->touched, 0);
}

void isr_sieve_sift(IsrSieve *sieve, const char *text, gsize length)
{
    const guint8 *bytes = (const guint8 *)text;

    if (!sieve->ready)
        get_ready(sieve);
    if (is_sifted(sieve, text, length))
        return;
    begin_sifting(sieve, text, length);
    for (gsize at = 0; at <= length; at++) {
        guint behind = at ? bytes[at - 1] : NO_BYTE;
        gboolean in_word = behind < 128 && at < length && bytes[at] < 128 &&
                           g_ascii_isalnum((char)behind) && g_ascii_isalnum((char)bytes[at]);

        if (at < length && (bytes[at] & 0xC0) == 0x80)
            continue;
        if (sieve->states->len > MOST_STATES)
            forget_states(sieve);
        for (Group group = 0; group < (in_word ? 1 : N_GROUPS); group++) {
            guint32 root = root_for(sieve, group, sieve->behind.of[behind], in_word);

            if (root != DEAD)
                sift_from(sieve, bytes, length, at, root);
        }
    }
}

const guint16 *isr_sieve_touched(const IsrSieve *sieve, guint *n)
{
    *n = sieve->touched->len;
    return (const guint16 *)(gconstpointer)sieve->touched->data;
}

gboolean isr_sieve_has_places(const IsrSieve *sieve, guint number)
{
    return ((const GArray *)sieve->places->pdata[number])->len > 0;
}

const guint32 *isr_sieve_places(const IsrSieve *sieve, guint number, guint *n)
{
    const GArray *places = sieve->places->pdata[number];

    *n = places->len;
    return (const guint32 *)(gconstpointer)places->data;
}
