/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blanks: the different sentences of which some copy of a batch hides something, and in which
 * copies. Serves guard.c. */
#pragma once

#include "../imprint.h"

/* Copies that are told by number; of the others only that there are more. */
#define ISR_BLANK_DOCUMENTS 16

typedef struct {
    IsrImprintSentence sentence; /* as all of these copies have it */
    guint n_documents;
    guint documents[ISR_BLANK_DOCUMENTS]; /* the least numbers of them, in order */
} IsrBlank;

typedef struct IsrBlanks IsrBlanks;

IsrBlanks *isr_blanks_new(void);
/* Accepts NULL. */
void isr_blanks_free(IsrBlanks *blanks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrBlanks, isr_blanks_free)

/* Notes @sentence of @document, unless it hides nothing. */
void isr_blanks_note(IsrBlanks *blanks, const IsrImprintSentence *sentence, guint document);
/* After the last was noted: makes them ready to be looked up. */
void isr_blanks_order(IsrBlanks *blanks);

/* The @n-th blank. Its number depends on the order of noting. Borrowed. */
const IsrBlank *isr_blanks_nth(const IsrBlanks *blanks, guint n);

/* Sets @found (GArray of guint) to the numbers, ordered, each once, of the blanks that may be
 * @sentence and hide a word that @sentence shows, or all of what it says. */
void isr_blanks_find(const IsrBlanks *blanks, const IsrImprintSentence *sentence, GArray *found);

/* TRUE if a word that one of the two hides would be recognised in the other: they share marks, or
 * are short, say the same and stand in the same surroundings. @match is theirs. */
gboolean isr_blank_is_like(const IsrImprintSentence *a, const IsrImprintSentence *b,
                           const IsrImprintMatch *match);
/* TRUE if the two say the same, but for a word or two. */
gboolean isr_blank_is_same(const IsrImprintSentence *a, const IsrImprintSentence *b,
                           const IsrImprintMatch *match);
/* Two sentences that share fewer marks are neither. */
#define ISR_BLANK_LEAST 2
