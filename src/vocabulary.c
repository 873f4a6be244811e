/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of words with open slots. It holds so many words that a record's everyday ones stay in
 * it, and forgets all when it is full: a long list of odd words must not take the memory. */
#include "vocabulary.h"

#include "fingerprint.h"

#include <string.h>

#define SLOTS (1u << 16)
#define MOST_WORDS (SLOTS / 2)
/* Longer words are met once; they share a slot that is emptied for each. */
#define LONGEST 46

typedef struct {
    Vocable known;
    guint8 length; /* 0: free */
    char text[LONGEST + 1];
} Slot;

struct IsrVocabulary {
    Slot *slots;
    guint used;
    Vocable other;
};

IsrVocabulary *isr_vocabulary_new(void)
{
    IsrVocabulary *vocabulary = g_new0(IsrVocabulary, 1);

    vocabulary->slots = g_new0(Slot, SLOTS);
    return vocabulary;
}

void isr_vocabulary_free(IsrVocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    g_free(vocabulary->slots);
    g_free(vocabulary);
}

static Slot *slot_for(const IsrVocabulary *vocabulary, const char *text, gsize length)
{
    guint at = (guint)(isr_fingerprint(text, length) % SLOTS);

    while (vocabulary->slots[at].length > 0 &&
           (vocabulary->slots[at].length != length ||
            memcmp(vocabulary->slots[at].text, text, length) != 0))
        at = (at + 1) % SLOTS;
    return &vocabulary->slots[at];
}

Vocable *isr_vocabulary_find(IsrVocabulary *vocabulary, const char *text, gsize length)
{
    Slot *slot;

    if (length == 0 || length > LONGEST) {
        vocabulary->other = (Vocable){0};
        return &vocabulary->other;
    }
    slot = slot_for(vocabulary, text, length);
    if (slot->length > 0)
        return &slot->known;
    if (vocabulary->used == MOST_WORDS) {
        memset(vocabulary->slots, 0, SLOTS * sizeof(Slot));
        vocabulary->used = 0;
        slot = slot_for(vocabulary, text, length);
    }
    vocabulary->used++;
    slot->length = (guint8)length;
    memcpy(slot->text, text, length);
    return &slot->known;
}
