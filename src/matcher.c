/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many patterns at once: Aho-Corasick on bytes. It knows nothing of text, words or documents. */
#include <isredact/matcher.h>

#include <string.h>

/* Nodes near the root are met at nearly every byte; they get a full table of steps. */
#define DENSE_NODES 4096

/* While patterns are added. */
typedef struct {
    guint child;   /* first child, 0: none */
    guint sibling; /* next child of the same parent, 0: none */
    guint ends;    /* the pattern that ends here, or NONE */
    guint8 byte;   /* by which the parent reaches it */
} Node;

typedef struct {
    guint shorter;
    gsize length;
} Pattern;

struct IsrMatcher {
    GArray *nodes;    /* of Node, 0 is the root; NULL once compiled */
    GArray *patterns; /* of Pattern */
    /* Compiled: states are nodes in the order of their depth, so that the children of each stand
     * together and the first ones are those near the root. */
    guint n_dense, n_classes;
    guint16 class_of[256]; /* of each byte: 0 for those that no pattern holds */
    guint *dense;          /* [state][class]: steps of the first n_dense states */
    guint32 *ending;       /* a bit for each state in which a pattern ends: few, and soon asked */
    guint *first;  /* the first child of each state; they end where those of the next begin */
    guint8 *bytes; /* by which its parent reaches each state */
    guint *fail;   /* of each state: the longest proper suffix that is one */
    guint *ends;   /* of each state: the longest pattern that ends there, or NONE */
};

static Node *node_at(const IsrMatcher *matcher, guint node)
{
    return &g_array_index(matcher->nodes, Node, node);
}

static Pattern *pattern_at(const IsrMatcher *matcher, guint pattern)
{
    return &g_array_index(matcher->patterns, Pattern, pattern);
}

static guint node_new(IsrMatcher *matcher, guint8 byte)
{
    Node node = {.byte = byte, .ends = ISR_MATCHER_NONE};

    g_array_append_val(matcher->nodes, node);
    return matcher->nodes->len - 1;
}

IsrMatcher *isr_matcher_new(void)
{
    IsrMatcher *matcher = g_new0(IsrMatcher, 1);

    matcher->nodes = g_array_new(FALSE, FALSE, sizeof(Node));
    matcher->patterns = g_array_new(FALSE, FALSE, sizeof(Pattern));
    node_new(matcher, 0);
    return matcher;
}

void isr_matcher_free(IsrMatcher *matcher)
{
    if (!matcher)
        return;
    g_clear_pointer(&matcher->nodes, g_array_unref);
    g_array_unref(matcher->patterns);
    g_free(matcher->dense);
    g_free(matcher->ending);
    g_free(matcher->first);
    g_free(matcher->bytes);
    g_free(matcher->fail);
    g_free(matcher->ends);
    g_free(matcher);
}

static guint child_for(const IsrMatcher *matcher, guint node, guint8 byte)
{
    guint child = node_at(matcher, node)->child;

    while (child && node_at(matcher, child)->byte != byte)
        child = node_at(matcher, child)->sibling;
    return child;
}

guint isr_matcher_add(IsrMatcher *matcher, const char *bytes, gsize length)
{
    guint node = 0;

    for (gsize i = 0; i < length; i++) {
        guint child = child_for(matcher, node, (guint8)bytes[i]);

        if (!child) {
            child = node_new(matcher, (guint8)bytes[i]);
            node_at(matcher, child)->sibling = node_at(matcher, node)->child;
            node_at(matcher, node)->child = child;
        }
        node = child;
    }
    if (node_at(matcher, node)->ends == ISR_MATCHER_NONE) {
        Pattern pattern = {ISR_MATCHER_NONE, length};

        g_array_append_val(matcher->patterns, pattern);
        node_at(matcher, node)->ends = matcher->patterns->len - 1;
    }
    return node_at(matcher, node)->ends;
}

/* Numbers the states: breadth first. @order has room for the node of each state. */
static void order_states(IsrMatcher *matcher, guint *order)
{
    guint n = matcher->nodes->len, known = 1;

    order[0] = 0;
    for (guint state = 0; state < n; state++) {
        const Node *node = node_at(matcher, order[state]);

        matcher->bytes[state] = node->byte;
        matcher->ends[state] = node->ends;
        matcher->first[state] = known;
        for (guint child = node->child; child; child = node_at(matcher, child)->sibling)
            order[known++] = child;
    }
    matcher->first[n] = known;
}

/* Each byte that some pattern holds is a class of its own. */
static void class_bytes(IsrMatcher *matcher, guint n_states)
{
    matcher->n_classes = 1;
    for (guint state = 1; state < n_states; state++) {
        guint16 *class = &matcher->class_of[matcher->bytes[state]];

        if (*class == 0)
            *class = (guint16)matcher->n_classes++;
    }
}

/* Takes the dense row of @state from its suffix, which is shallower and therefore done. */
static void fill_row(IsrMatcher *matcher, guint state)
{
    guint n = matcher->n_classes, *steps = matcher->dense + (gsize)state * n;

    if (state)
        memcpy(steps, matcher->dense + (gsize)matcher->fail[state] * n, n * sizeof *steps);
    for (guint child = matcher->first[state]; child < matcher->first[state + 1]; child++)
        steps[matcher->class_of[matcher->bytes[child]]] = child;
}

/* Gives the children of @state their suffix; what ends in the suffix ends in the child too. */
static void link_children(IsrMatcher *matcher, guint state)
{
    for (guint child = matcher->first[state]; child < matcher->first[state + 1]; child++) {
        guint fail =
            state ? isr_matcher_step(matcher, matcher->fail[state], matcher->bytes[child]) : 0;
        guint suffix = matcher->ends[fail];

        matcher->fail[child] = fail;
        if (matcher->ends[child] == ISR_MATCHER_NONE)
            matcher->ends[child] = suffix;
        else
            pattern_at(matcher, matcher->ends[child])->shorter = suffix;
        if (matcher->ends[child] != ISR_MATCHER_NONE)
            matcher->ending[child / 32] |= 1u << child % 32;
    }
}

void isr_matcher_compile(IsrMatcher *matcher)
{
    guint n = matcher->nodes->len;
    g_autofree guint *order = g_new(guint, n);

    matcher->n_dense = MIN(n, DENSE_NODES);
    matcher->ending = g_new0(guint32, n / 32 + 1);
    matcher->first = g_new(guint, n + 1);
    matcher->bytes = g_new(guint8, n);
    matcher->fail = g_new0(guint, n);
    matcher->ends = g_new(guint, n);
    order_states(matcher, order);
    class_bytes(matcher, n);
    matcher->dense = g_new0(guint, (gsize)matcher->n_dense * matcher->n_classes);
    for (guint state = 0; state < n; state++) {
        if (state < matcher->n_dense)
            fill_row(matcher, state);
        link_children(matcher, state);
    }
    g_clear_pointer(&matcher->nodes, g_array_unref);
}

guint isr_matcher_size(const IsrMatcher *matcher)
{
    return matcher->patterns->len;
}

gsize isr_matcher_length(const IsrMatcher *matcher, guint pattern)
{
    return pattern_at(matcher, pattern)->length;
}

guint isr_matcher_step(const IsrMatcher *matcher, guint state, guint8 byte)
{
    while (state >= matcher->n_dense) {
        guint end = matcher->first[state + 1];

        for (guint child = matcher->first[state]; child < end; child++) {
            if (matcher->bytes[child] == byte)
                return child;
        }
        state = matcher->fail[state];
    }
    return matcher->dense[(gsize)state * matcher->n_classes + matcher->class_of[byte]];
}

guint isr_matcher_longest(const IsrMatcher *matcher, guint state)
{
    if (!(matcher->ending[state / 32] >> state % 32 & 1))
        return ISR_MATCHER_NONE;
    return matcher->ends[state];
}

guint isr_matcher_shorter(const IsrMatcher *matcher, guint pattern)
{
    return pattern_at(matcher, pattern)->shorter;
}
