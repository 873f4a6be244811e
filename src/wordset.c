/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word sets, as one bit for the hash of each beginning of each word. */
#include "wordset.h"

#include <string.h>

/* FNV-1a, which grows by one letter at a time. */
#define HASH_START 2166136261u

static guint32 hash_on(guint32 hash, char letter)
{
    return (hash ^ (guint8)(letter | 0x20)) * 16777619u; /* | 0x20: lower case */
}

static guint32 bit_of(guint32 hash)
{
    return (hash ^ hash >> 15) % ISR_WORDSET_BITS;
}

void isr_wordset_clear(IsrWordset *set)
{
    for (guint i = 0; i < set->n_used; i++)
        set->bits[set->used[i]] = 0;
    set->n_used = 0;
}

void isr_wordset_add(IsrWordset *set, const char *text, gsize length)
{
    guint32 hash = HASH_START, bit;

    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isalpha(text[i])) {
            hash = HASH_START;
            continue;
        }
        hash = hash_on(hash, text[i]);
        bit = bit_of(hash);
        if (set->bits[bit / 8] == 0)
            set->used[set->n_used++] = (guint16)(bit / 8);
        set->bits[bit / 8] |= (guint8)(1 << bit % 8);
    }
}

guint32 isr_wordset_key(const char *phrase)
{
    gsize longest = 0;
    guint32 key = 0;

    for (const char *p = phrase; *p;) {
        const char *word = p;
        guint32 hash = HASH_START;

        while (g_ascii_isalpha(*p))
            hash = hash_on(hash, *p++);
        /* Behind a hyphen or star a word need not begin: "e-mail" is also written "email". */
        if ((gsize)(p - word) > longest && (word == phrase || !strchr("-*", word[-1]))) {
            longest = (gsize)(p - word);
            key = hash ? hash : 1;
        }
        if (p == word)
            p++;
    }
    return key;
}

gboolean isr_wordset_may_hold(const IsrWordset *set, guint32 key)
{
    return key == 0 || set->bits[bit_of(key) / 8] >> bit_of(key) % 8 & 1;
}
