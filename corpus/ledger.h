/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ledger of one profile: over all documents, which sentences went, and how many words were
 * over-shared and over-removed. */
#pragma once

#include "sentence.h"
#include "sharing.h"

typedef struct IsrLedger IsrLedger;

IsrLedger *isr_ledger_new(void);
void isr_ledger_free(IsrLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLedger, isr_ledger_free)

/* Adds one document. @sentences: of IsrSentence. */
void isr_ledger_add(IsrLedger *ledger, const GPtrArray *sentences, const IsrSharing *sharing);

/* Per cent of the sentences that must go that are gone, and of all others; 100 and 0 when there
 * are none. */
double isr_ledger_sentences(const IsrLedger *ledger);
double isr_ledger_others(const IsrLedger *ledger);
/* Per cent of the words that must go that stand, and of the words that may stay that are gone. */
double isr_ledger_overshared(const IsrLedger *ledger);
double isr_ledger_overremoved(const IsrLedger *ledger);

/* The heading of the lines, and the line of the profile @id, identifiers counted in words; free
 * with g_free(). */
char *isr_ledger_heading(void);
char *isr_ledger_line(const IsrLedger *ledger, const char *id);
/* By topic, and by category and role; free with g_free(). */
char *isr_ledger_detail(const IsrLedger *ledger);
