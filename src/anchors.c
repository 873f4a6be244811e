/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each word has one place, from which it drives another: frequent ones are soon back. */
#include "anchors.h"

#include "fingerprint.h"

#include <isredact/matcher.h>

#define WORDS_BITS 14
/* Numbers of anchors that are kept for all words together. */
#define MOST_NUMBERS 65536

typedef struct {
    guint64 print; /* of the word, 1 added to its bits; 0: free */
    guint from, n; /* its anchors among the numbers */
} Known;

struct IsrAnchors {
    IsrMatcher *matcher; /* of " word " and, if open, " word" */
    Known *known;        /* by the first bits of the fingerprint */
    GArray *numbers;     /* of guint */
};

IsrAnchors *isr_anchors_new(void)
{
    IsrAnchors *anchors = g_new0(IsrAnchors, 1);

    anchors->matcher = isr_matcher_new();
    anchors->known = g_new0(Known, 1u << WORDS_BITS);
    anchors->numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    return anchors;
}

void isr_anchors_free(IsrAnchors *anchors)
{
    if (anchors == NULL)
        return;
    isr_matcher_free(anchors->matcher);
    g_free(anchors->known);
    g_array_unref(anchors->numbers);
    g_free(anchors);
}

guint isr_anchors_add(IsrAnchors *anchors, const char *word, gsize length, gboolean open)
{
    g_autoptr(GString) bytes = g_string_new(" ");

    g_string_append_len(bytes, word, (gssize)length);
    if (!open)
        g_string_append_c(bytes, ' ');
    return isr_matcher_add(anchors->matcher, bytes->str, bytes->len);
}

void isr_anchors_compile(IsrAnchors *anchors)
{
    isr_matcher_compile(anchors->matcher);
}

/* Adds the anchors that end with @byte; returns the state behind it. */
static guint step(IsrAnchors *anchors, guint state, guint8 byte)
{
    state = isr_matcher_step(anchors->matcher, state, byte);
    for (guint number = isr_matcher_longest(anchors->matcher, state); number != ISR_MATCHER_NONE;
         number = isr_matcher_shorter(anchors->matcher, number))
        g_array_append_val(anchors->numbers, number);
    return state;
}

static void search(IsrAnchors *anchors, const char *word, gsize length, Known *known)
{
    guint state = isr_matcher_step(anchors->matcher, ISR_MATCHER_START, ' ');

    known->from = anchors->numbers->len;
    for (gsize i = 0; i < length; i++)
        state = step(anchors, state, (guint8)word[i]);
    step(anchors, state, ' ');
    known->n = anchors->numbers->len - known->from;
}

static void forget(IsrAnchors *anchors)
{
    for (guint i = 0; i < 1u << WORDS_BITS; i++)
        anchors->known[i].print = 0;
    g_array_set_size(anchors->numbers, 0);
}

const guint *isr_anchors_find(IsrAnchors *anchors, const char *word, gsize length, guint *n)
{
    const guint64 print = isr_fingerprint(word, length) | 1;
    Known *known = &anchors->known[print >> (64 - WORDS_BITS)];

    if (known->print != print) {
        if (anchors->numbers->len > MOST_NUMBERS)
            forget(anchors);
        search(anchors, word, length, known);
        known->print = print;
    }
    *n = known->n;
    return known->n > 0 ? &g_array_index(anchors->numbers, guint, known->from) : NULL;
}
