/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A holdback: what must go from a document because another copy of its batch hides it where the
 * same passage stands. Places, not text: they mean nothing without the document. */
#pragma once

#include <isredact/category.h>

typedef struct IsrHoldback IsrHoldback;

/* Stands for all of a sentence where a word's number is asked for. */
#define ISR_HOLDBACK_SENTENCE 0xffffu

typedef struct {
    guint32 sentence;     /* its number in the document, from 0, as imprints count */
    guint16 word;         /* its number among the telling words of it, or ISR_HOLDBACK_SENTENCE */
    IsrCategory category; /* what it is in the other copy */
} IsrHoldbackPlace;

/* An empty one; free with isr_holdback_free() (accepts NULL). */
IsrHoldback *isr_holdback_new(void);
void isr_holdback_free(IsrHoldback *holdback);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrHoldback, isr_holdback_free)

/* Adds a place; one that is there stays as it is, but for the category, of which the lower number
 * is kept, so that no order of adding matters. */
void isr_holdback_add(IsrHoldback *holdback, IsrHoldbackPlace place);
/* Adds all places of @other. TRUE if any was new. */
gboolean isr_holdback_join(IsrHoldback *holdback, const IsrHoldback *other);

guint isr_holdback_size(const IsrHoldback *holdback);
/* The @n-th place, ordered by sentence and word. Borrowed. */
const IsrHoldbackPlace *isr_holdback_nth(const IsrHoldback *holdback, guint n);
/* The place of @word of @sentence, or NULL. Borrowed. */
const IsrHoldbackPlace *isr_holdback_find(const IsrHoldback *holdback, guint32 sentence,
                                          guint16 word);
/* TRUE if it has any place in @sentence. */
gboolean isr_holdback_touches(const IsrHoldback *holdback, guint32 sentence);

/* One line: equal holdbacks give equal texts. Free with g_free(). */
char *isr_holdback_text(const IsrHoldback *holdback);
/* Reads what isr_holdback_text() wrote. Error: MALFORMED. */
IsrHoldback *isr_holdback_read(const char *text, GError **error);
