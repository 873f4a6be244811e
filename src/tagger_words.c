/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tagger_words.h"

#include "fingerprint.h"
#include "memo.h"

/* Words that are remembered. */
#define MOST_WORDS (1u << 14)

struct TaggerWords {
    const Model *model;
    IsrMemo *known; /* Trait */
};

TaggerWords *isr_tagger_words_new(const Model *model)
{
    TaggerWords *words = g_new0(TaggerWords, 1);

    words->model = model;
    words->known = isr_memo_new(sizeof(Trait), MOST_WORDS);
    return words;
}

void isr_tagger_words_free(TaggerWords *words)
{
    if (words == NULL)
        return;
    isr_memo_free(words->known);
    g_free(words);
}

void isr_tagger_words_read(TaggerWords *words, const char *text, gsize length, Trait *trait)
{
    gboolean known;
    Trait *kept = isr_memo_find(words->known, isr_fingerprint(text, length), &known);

    if (!known)
        isr_trait_read(words->model, text, length, kept);
    *trait = *kept;
}
