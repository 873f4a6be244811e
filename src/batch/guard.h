/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guard of a batch: finds copies that would undo each other, because what one hides stands in
 * the other where the same passage does, and says what must go as well. It reads the imprints of
 * all documents three times and keeps only sentences of which something is hidden; where something
 * must go it reads them again, as if it had, until what goes gives nothing else away. */
#pragma once

#include <isredact/holdback.h>

typedef struct IsrGuard IsrGuard;

/* What one copy shows that another hides. A document can be both: it holds the passage twice. */
typedef struct {
    guint hides, shows;      /* numbers of documents */
    guint values, sentences; /* so many places in the one that shows */
} IsrGuardPair;

/* Free with isr_guard_free() (accepts NULL). */
IsrGuard *isr_guard_new(void);
void isr_guard_free(IsrGuard *guard);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrGuard, isr_guard_free)

/* Begins the next pass over all documents; FALSE when there was the last, and all is known: after
 * three, if no copy undoes another, after at most three times ISR_GUARD_ROUNDS. */
#define ISR_GUARD_ROUNDS 8
gboolean isr_guard_next_pass(IsrGuard *guard);
/* Reads the @imprint (IsrRecord.imprint) of the document of this number: each document once in
 * each pass, in any order. Error: MALFORMED, and the document counts for nothing. */
gboolean isr_guard_read(IsrGuard *guard, guint document, const char *imprint, GError **error);

/* After the last pass, as of all below. GArray of IsrGuardPair, by the document that shows, then
 * the one that hides, be it only after what is held back has gone. Of many that hide the same, the
 * sixteen of the least numbers. Borrowed. */
const GArray *isr_guard_pairs(const IsrGuard *guard);
/* The numbers of the documents from which something must go: GArray of guint, ordered. Borrowed. */
const GArray *isr_guard_documents(const IsrGuard *guard);
/* What must go from @document besides what its imprint says is gone; NULL: nothing. Borrowed. */
const IsrHoldback *isr_guard_holdback(const IsrGuard *guard, guint document);
