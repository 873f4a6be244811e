/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breaches: places at which a document shows what a blank hides, and whether they give it away.
 * Serves guard.c. */
#pragma once

#include "blank.h"

#include <isredact/holdback.h>

typedef struct {
    guint document;
    IsrHoldbackPlace place;
    guint blank;
    guint word; /* of the blank; ISR_HOLDBACK_SENTENCE: all of it */
} IsrBreach;

typedef struct IsrBreaches IsrBreaches;

/* @blanks must outlive them. */
IsrBreaches *isr_breaches_new(const IsrBlanks *blanks);
/* Accepts NULL. */
void isr_breaches_free(IsrBreaches *breaches);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrBreaches, isr_breaches_free)

/* Looks for breaches in sentence @number of @document. */
void isr_breaches_seek(IsrBreaches *breaches, const IsrImprintSentence *sentence, guint document,
                       guint32 number);

/* After the last was looked for: makes ready for isr_breaches_weigh(). */
void isr_breaches_order(IsrBreaches *breaches);
/* What @sentence, one of any document, says of the passages in which there are breaches.
 * isr_breaches_weighed() ends a document. */
void isr_breaches_weigh(IsrBreaches *breaches, const IsrImprintSentence *sentence);
void isr_breaches_weighed(IsrBreaches *breaches);

/* Those that count where there are @n_documents, ordered by document and place: neither a form in
 * which others have something else, nor a sentence that everybody has. GArray of IsrBreach; free
 * with g_array_unref(). */
GArray *isr_breaches_found(const IsrBreaches *breaches, guint n_documents);
