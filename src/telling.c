/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the classifier and the network weigh is put on one list, and taken from the top. */
#include "telling.h"

#include <isredact/patterns.h>

static gboolean is_of_the_words(const IsrSign *sign)
{
    return sign->kind <= ISR_SIGN_FAMILY;
}

static gboolean touches(const GArray *signs, const IsrSign *sign)
{
    for (guint i = 0; i < signs->len; i++) {
        const IsrSign *other = &g_array_index(signs, IsrSign, i);

        if (other->first <= sign->last && sign->first <= other->last)
            return TRUE;
    }
    return FALSE;
}

/* A sign, and how much it speaks for the matter. */
typedef struct {
    IsrSign sign;
    float weight;
} Weighed;

/* Appends to @all (of Weighed) the words as signs, by what the network makes of them. */
static void weigh_words(const IsrGist *gist, const IsrPatterns *patterns, guint n, guint class,
                        GArray *all)
{
    const guint from = g_array_index(gist->sentences, IsrGistSentence, n).from;
    g_autoptr(IsrWording) wording = isr_evidence_wording(gist, patterns, n);
    g_autofree float *credits = g_new(float, wording->words->len + 1);

    isr_network_credit(patterns->network, wording, class, credits);
    for (guint i = 0; i < wording->words->len; i++) {
        const Weighed weighed = {{0, ISR_SIGN_MEANING, from + i, from + i}, credits[i]};

        g_array_append_val(all, weighed);
    }
}

/* All that speaks for @class or against it (of Weighed). */
static GArray *weigh(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                     guint n, guint class)
{
    g_autoptr(GArray) signs = g_array_new(FALSE, FALSE, sizeof(IsrSign));
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Weighed));

    isr_evidence_gather(gist, patterns, block, n, signs);
    for (guint i = 0; i < signs->len; i++) {
        const IsrSign *sign = &g_array_index(signs, IsrSign, i);
        const Weighed weighed = {*sign,
                                 isr_classifier_weight(patterns->matters, sign->feature, class)};

        if (is_of_the_words(sign))
            g_array_append_val(all, weighed);
    }
    weigh_words(gist, patterns, n, class, all);
    return all;
}

void isr_telling_find(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                      guint n, IsrCategory topic, guint most, GArray *signs)
{
    g_autoptr(GArray) all = weigh(gist, patterns, block, n, isr_evidence_class(topic));

    while (signs->len < most) {
        const Weighed *best = NULL;

        for (guint i = 0; i < all->len; i++) {
            const Weighed *other = &g_array_index(all, Weighed, i);

            if (other->weight > (best != NULL ? best->weight : 0) && !touches(signs, &other->sign))
                best = other;
        }
        if (best == NULL)
            return;
        g_array_append_vals(signs, &best->sign, 1);
    }
}
