/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many patterns at once: Aho-Corasick on bytes. It knows nothing of text, words or documents. */
#include <isredact/matcher.h>

/* Nodes near the root are met at nearly every byte; they get a full table of steps. */
#define DENSE_NODES 2048

typedef struct {
    guint child;   /* first child, 0: none */
    guint sibling; /* next child of the same parent, 0: none */
    guint fail;    /* longest proper suffix that is a node */
    guint ends;    /* longest pattern that ends here, or NONE */
    guint row;     /* its dense row, or NONE; beside what is asked of each node that is met */
    guint8 byte;   /* by which the parent reaches it */
} Node;

typedef struct {
    guint shorter;
    gsize length;
} Pattern;

struct IsrMatcher {
    GArray *nodes;    /* of Node; 0 is the root */
    GArray *patterns; /* of Pattern */
    guint *dense;     /* [dense row][byte]: steps of the nodes that have a row */
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
    Node node = {.byte = byte, .ends = ISR_MATCHER_NONE, .row = ISR_MATCHER_NONE};

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
    g_array_unref(matcher->nodes);
    g_array_unref(matcher->patterns);
    g_free(matcher->dense);
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

/* Takes the dense rows of @node from its suffix, which is shallower and therefore done. */
static void fill_row(IsrMatcher *matcher, guint node, guint row)
{
    guint *steps = matcher->dense + (gsize)row * 256;
    guint fail = node_at(matcher, node)->fail;

    for (guint byte = 0; byte < 256; byte++)
        steps[byte] = node ? isr_matcher_step(matcher, fail, (guint8)byte) : 0;
    for (guint child = node_at(matcher, node)->child; child;
         child = node_at(matcher, child)->sibling)
        steps[node_at(matcher, child)->byte] = child;
    node_at(matcher, node)->row = row;
}

/* Gives @node's children their suffix; what ends in the suffix ends in the child too. */
static void link_children(IsrMatcher *matcher, guint node, GArray *order)
{
    for (guint at = node_at(matcher, node)->child; at; at = node_at(matcher, at)->sibling) {
        Node *child = node_at(matcher, at);
        guint suffix;

        child->fail =
            node ? isr_matcher_step(matcher, node_at(matcher, node)->fail, child->byte) : 0;
        suffix = node_at(matcher, child->fail)->ends;
        if (child->ends == ISR_MATCHER_NONE)
            child->ends = suffix;
        else
            pattern_at(matcher, child->ends)->shorter = suffix;
        g_array_append_val(order, at);
    }
}

void isr_matcher_compile(IsrMatcher *matcher)
{
    g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(guint));
    guint rows = MIN(matcher->nodes->len, DENSE_NODES), root = 0;

    matcher->dense = g_new(guint, (gsize)rows * 256);
    g_array_append_val(order, root);
    for (guint i = 0; i < order->len; i++) {
        guint node = g_array_index(order, guint, i);

        if (i < rows)
            fill_row(matcher, node, i);
        link_children(matcher, node, order);
    }
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
    for (;;) {
        guint child, row = node_at(matcher, state)->row;

        if (row != ISR_MATCHER_NONE)
            return matcher->dense[(gsize)row * 256 + byte];
        child = child_for(matcher, state, byte);
        if (child)
            return child;
        state = node_at(matcher, state)->fail;
    }
}

guint isr_matcher_longest(const IsrMatcher *matcher, guint state)
{
    return node_at(matcher, state)->ends;
}

guint isr_matcher_shorter(const IsrMatcher *matcher, guint pattern)
{
    return pattern_at(matcher, pattern)->shorter;
}
