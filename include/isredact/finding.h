/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding: a range of one block, what it is, and why we say so. */
#pragma once

#include <isredact/block.h>
#include <isredact/category.h>
#include <isredact/role.h>

typedef enum {
    ISR_FINDING_PLAIN = 0,
    ISR_FINDING_LABELLED = 1 << 0, /* a label says what it is */
    ISR_FINDING_FAILED = 1 << 1,   /* labelled, but its check fails: probably mistyped, look */
    ISR_FINDING_SWEPT = 1 << 2,    /* found because the same value was found elsewhere */
    ISR_FINDING_UNSURE = 1 << 3,   /* what or whose it is is unsure: look */
    ISR_FINDING_PERHAPS = 1 << 4, /* a sentence that counts only if it is about one of the family */
    ISR_FINDING_LINKED = 1 << 5   /* must go: another copy of the batch hides it */
} IsrFindingFlags;

/* A finding owns nothing: strings are borrowed from patterns (rule) or interned (reason). */
typedef struct {
    guint block;    /* IsrBlock.index */
    IsrRange range; /* in the block's text */
    IsrCategory category;
    const char *rule;   /* id of the rule, label or detector that found it; borrowed */
    const char *reason; /* phrase for the manifest, no document text; interned */
    double score;       /* 0..1 */
    guint flags;        /* IsrFindingFlags */
    IsrRole role;       /* what the evidence at this place says; UNSURE if nothing */
    guint person;       /* number of the person it belongs to, from 1; 0: nobody's */
    const char *kin;    /* what a label or word beside it calls that person ("mother"); borrowed
                           from patterns, NULL if nothing does */
} IsrFinding;

/* An empty GArray of IsrFinding; free with g_array_unref(). */
GArray *isr_findings_new(void);

/* Drops names that were swept just where they were found, so that the record says what found them;
 * what was found there gets the better score, and the person if it has none. Orders by place. */
void isr_findings_absorb(GArray *findings);

/* Keeps, of findings that overlap, the best: labelled over plain, then higher score, then longer,
 * then lower category number; orders them by place. What is left of a loser outside the winner is
 * kept as long as it holds a letter or digit, so that nothing found comes back by losing. Pieces of
 * one reference that a stroke or hyphen parts are joined, for they would leave two labels.
 * Sentences (topics) overlap nothing: they follow behind, in order, each matter of each once. */
void isr_findings_resolve(GArray *findings, const IsrBlock *block);

/* Puts @findings into the order in which isr_findings_resolve() leaves them. */
void isr_findings_sort(GArray *findings);

/* Which of @findings, in that order, begin in @range: numbers from its start up to its end.
 * @sentences: of the sentences; else of all others. */
IsrRange isr_findings_in(const GArray *findings, IsrRange range, gboolean sentences);

/* A copy of @findings without the sentences: what says who somebody is stands in the layer below.
 * Free with g_array_unref(). */
GArray *isr_findings_identifiers(const GArray *findings);
