/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of words with open slots, at most half of them taken. It grows until it holds so many
 * words that a record's everyday ones stay in it, and forgets all when it is full: a long list of
 * odd words must not take the memory. */
#include "vocabulary.h"

#include "fingerprint.h"

#include <string.h>

#define FIRST_SLOTS (1u << 9)
#define MOST_SLOTS (1u << 16)
/* Longer words are met once; they share a slot that is emptied for each. */
#define LONGEST 46

typedef struct {
    Vocable known;
    guint8 length; /* 0: free */
    char text[LONGEST + 1];
} Slot;

struct IsrVocabulary {
    Slot *slots;
    guint n_slots, used;
    Vocable other;
};

IsrVocabulary *isr_vocabulary_new(void)
{
    IsrVocabulary *vocabulary = g_new0(IsrVocabulary, 1);

    vocabulary->n_slots = FIRST_SLOTS;
    vocabulary->slots = g_new0(Slot, FIRST_SLOTS);
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
    const guint n = vocabulary->n_slots;
    guint at = (guint)(isr_fingerprint(text, length) % n);

    while (vocabulary->slots[at].length > 0 &&
           (vocabulary->slots[at].length != length ||
            memcmp(vocabulary->slots[at].text, text, length) != 0))
        at = (at + 1) % n;
    return &vocabulary->slots[at];
}

static void grow(IsrVocabulary *vocabulary)
{
    g_autofree Slot *before = vocabulary->slots;
    const guint n = vocabulary->n_slots;

    vocabulary->n_slots = 2 * n;
    vocabulary->slots = g_new0(Slot, vocabulary->n_slots);
    for (guint i = 0; i < n; i++)
        if (before[i].length > 0)
            *slot_for(vocabulary, before[i].text, before[i].length) = before[i];
}

/* There is room for one more word. */
static void make_room(IsrVocabulary *vocabulary)
{
    if (2 * (vocabulary->used + 1) <= vocabulary->n_slots)
        return;
    if (vocabulary->n_slots < MOST_SLOTS) {
        grow(vocabulary);
        return;
    }
    memset(vocabulary->slots, 0, vocabulary->n_slots * sizeof(Slot));
    vocabulary->used = 0;
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
    make_room(vocabulary);
    slot = slot_for(vocabulary, text, length);
    vocabulary->used++;
    slot->length = (guint8)length;
    memcpy(slot->text, text, length);
    return &slot->known;
}
