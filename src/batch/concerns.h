/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only a look at all documents of a batch shows and a person should know: who may be one or
 * two, copies that hold the same passage, people who could be picked out. No removed value is in
 * it. */
#pragma once

#include "batch.h"

/* "NNNN-NNNN", or "". */
#define ISR_CONCERN_CODE 10

typedef enum {
    ISR_CONCERN_APART,  /* two codes that may stand for one person */
    ISR_CONCERN_JOINED, /* one code that may stand for two people */
    ISR_CONCERN_SAME,   /* two people to whom one code fell */
    ISR_N_CONCERNS
} IsrConcernKind;

/* A doubt about who somebody is. */
typedef struct {
    IsrConcernKind kind;
    char code[ISR_CONCERN_CODE], other[ISR_CONCERN_CODE]; /* other: "" for nobody in particular */
    guint document;                                       /* number, in which it arose */
} IsrConcernDoubt;

/* Two copies, one of which hides what the other shows. */
typedef struct {
    guint hides, shows;      /* numbers of documents */
    guint values, sentences; /* places in the one that shows */
    gboolean mended;         /* it was redacted once more, so that it no longer shows them */
} IsrConcernLinkage;

/* Somebody who could be picked out by what is left of them. */
typedef struct {
    char code[ISR_CONCERN_CODE];
    char *left;    /* what is left: "age 12, girl, district ZZ9" */
    guint shared;  /* how many people of the batch have all of it, the one included */
    char *coarser; /* the cheapest way to reach the least number: "age as a band"; or NULL: none */
} IsrConcernSingle;

typedef struct {
    GArray *doubts;   /* of IsrConcernDoubt */
    GArray *linkages; /* of IsrConcernLinkage */
    GArray *singles;  /* of IsrConcernSingle, whose strings it owns */
    guint least;      /* so many people should share what is left of each; 0: nobody asked */
} IsrConcerns;

/* Nothing; free with isr_concerns_free() (accepts NULL). */
IsrConcerns *isr_concerns_new(void);
void isr_concerns_free(IsrConcerns *concerns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrConcerns, isr_concerns_free)

/* Each copies what it is given. */
void isr_concerns_add_doubt(IsrConcerns *concerns, const IsrConcernDoubt *doubt);
void isr_concerns_add_linkage(IsrConcerns *concerns, const IsrConcernLinkage *linkage);
void isr_concerns_add_single(IsrConcerns *concerns, const IsrConcernSingle *single);

/* JSON of the singles and the least number, for the journal; free with g_free(). */
char *isr_concerns_text(const IsrConcerns *concerns);
/* Adds what isr_concerns_text() wrote, and nothing else. Errors: MALFORMED, also for more than
 * limits.h allows. */
gboolean isr_concerns_read(IsrConcerns *concerns, const char *text, GError **error);

/* The name of that text in the journal (isr_journal_set()). */
#define ISR_CONCERNS_SINGLES "singles"
/* All that the stages of @batch left in its journal, in an order that depends on it alone. Errors:
 * IO, MALFORMED. */
IsrConcerns *isr_concerns_load(const IsrBatch *batch, GError **error);
/* TRUE if there is something for a person to look at. */
gboolean isr_concerns_ask(const IsrConcerns *concerns);

/* Of doubts as isr_concerns_load() orders them: the first behind @from that is another than that
 * one, not the same in another document. */
guint isr_concerns_same(const IsrConcerns *concerns, guint from);
/* How many different ones there are. */
guint isr_concerns_doubts(const IsrConcerns *concerns);

/* "apart", "joined", "same-code"; borrowed. */
const char *isr_concern_id(IsrConcernKind kind);
