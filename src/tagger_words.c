/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each word has one place, from which it drives another: frequent ones are soon back. */
#include "tagger_words.h"

#include "fingerprint.h"

#define WORDS_BITS 14

typedef struct {
    guint64 print; /* of the word, 1 added to its bits; 0: free */
    Trait trait;
} Known;

struct TaggerWords {
    const Model *model;
    Known known[1u << WORDS_BITS]; /* by the first bits of the fingerprint */
};

TaggerWords *isr_tagger_words_new(const Model *model)
{
    TaggerWords *words = g_new0(TaggerWords, 1);

    words->model = model;
    return words;
}

void isr_tagger_words_free(TaggerWords *words)
{
    g_free(words);
}

void isr_tagger_words_read(TaggerWords *words, const char *text, gsize length, Trait *trait)
{
    const guint64 print = isr_fingerprint(text, length) | 1;
    Known *known = &words->known[print >> (64 - WORDS_BITS)];

    if (known->print != print) {
        isr_trait_read(words->model, text, length, &known->trait);
        known->print = print;
    }
    *trait = known->trait;
}
