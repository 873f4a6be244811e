/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word set: which words, and beginnings of words, a text holds; a quick way to know that a
 * search is in vain. It can say "perhaps" where the answer is no, never "no" where it is yes. */
#pragma once

#include <glib.h>

#define ISR_WORDSET_BITS (1 << 17)

typedef struct {
    guint8 bits[ISR_WORDSET_BITS / 8];
    guint16 used[ISR_WORDSET_BITS / 8]; /* which of those bytes are not 0: few in most texts */
    guint n_used;
} IsrWordset;

/* Empties @set, which is all zeros at first. */
void isr_wordset_clear(IsrWordset *set);

/* Adds the words of @text, which are its runs of ASCII letters, and all their beginnings. */
void isr_wordset_add(IsrWordset *set, const char *text, gsize length);

/* The key by which a phrase of a rule file ("NHS number", "tax*", "e-mail") is looked up: of its
 * longest word that begins where a word of the text must begin. 0: it has none, so nothing can be
 * said. */
guint32 isr_wordset_key(const char *phrase);

/* TRUE if what has @key may be in the set. */
gboolean isr_wordset_may_hold(const IsrWordset *set, guint32 key);
