/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a worker tells of the document that it redacted: counts, ids and the program's own words. */
#pragma once

#include <isredact/record.h>

/* How many findings of a category, of one role's, had one thing done to them. */
typedef struct {
    IsrCategory category;
    IsrRole role;
    IsrAction action;
    guint count;
} IsrFactsCount;

typedef struct {
    char *format;      /* IsrFormat.id */
    char *name;        /* what remains of the document's name; NULL: it had none */
    char *copy_digest; /* SHA-256 of the copy */
    GPtrArray *checks; /* of char *: what a person must look at */
    GArray *counts;    /* of IsrFactsCount, ordered */
    char *sealed;      /* what its codes stand for, as isr_escrow_seal() gives it; or NULL */
    guint cells;       /* suppressed in tables that count people */
} IsrFacts;

/* The lines of a redaction's answer. */
typedef enum {
    ISR_FACTS_COUNTS,  /* isr_facts_text() */
    ISR_FACTS_IMPRINT, /* IsrRecord.imprint, for the guard */
    ISR_FACTS_QUASIS   /* IsrRecord.quasi, for the meter */
} IsrFactsLine;

/* One line of @answer; NULL if it is empty or not there. Free with g_free(). */
char *isr_facts_line(const char *answer, IsrFactsLine line);

/* One line of JSON for @record and what was @sealed for the escrow (base64, or NULL); free with
 * g_free(). */
char *isr_facts_text(const IsrRecord *record, const char *sealed);

/* Reads what isr_facts_text() wrote; NULL with @error set (MALFORMED) for anything else: it comes
 * from a process that read a document of unknown origin. Free with isr_facts_free(). */
IsrFacts *isr_facts_read(const char *text, GError **error);
void isr_facts_free(IsrFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrFacts, isr_facts_free)
