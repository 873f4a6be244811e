/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record of one run over one document: what was asked, found, decided and done. Summary and
 * manifest are two views of it. It holds no document text but the new texts that stand in the
 * copy. */
#pragma once

#include <isredact/finding.h>
#include <isredact/format.h>
#include <isredact/key.h>
#include <isredact/people.h>
#include <isredact/profile.h>

/* What became of one finding. */
typedef struct {
    IsrFinding finding;
    char *part;        /* where: part of the package */
    IsrAction asked;   /* what the profile says */
    IsrAction done;    /* what was done */
    char *now;         /* what stands there now; NULL when kept */
    char *commitment;  /* keyed; NULL without a key */
    gboolean still;    /* moved by less than it tells: a year by some weeks */
    gboolean ordinary; /* the same word also stands, rightly, in kept text */
} IsrOutcome;

typedef struct {
    char *name; /* owned copies of an IsrPart */
    IsrFate fate;
    char *reason;
    guint count;
    gboolean look;
} IsrPartRecord;

/* The decision record: what was given on the command line. Any may be NULL. */
typedef struct {
    char *recipient, *purpose, *basis, *originator, *decided_by, *reason;
} IsrDecision;

typedef struct {
    const char *format; /* IsrFormat.id */
    char *source_digest, *copy_digest;
    guint64 source_size, copy_size;
    char *name;    /* what remains of IsrJob.name, marks in place of what went; or NULL */
    char *imprint; /* of the document's sentences (src/imprint.h), for the guard; or NULL */
    const IsrProfile *profile;                          /* borrowed */
    const char *patterns_digest;                        /* borrowed */
    IsrPeople *people;                                  /* owned, or NULL */
    const IsrKey *key;                                  /* borrowed, or NULL */
    gboolean hide;                                      /* whereabouts were hidden */
    IsrDecision decision;                               /* owned */
    GPtrArray *outcomes;                                /* of IsrOutcome *, in order */
    GPtrArray *parts;                                   /* of IsrPartRecord * */
    guint blocks;                                       /* seen */
    guint verify_blocks, verify_values, verify_excused; /* what verification looked at */
    guint64 verify_bytes;
    char *quasi; /* JSON of isr_quasis_json(): what the copy tells of people with codes; NULL: not
                    asked (profile->k, or no key) */
    guint tables, cells; /* that count people; of them, suppressed (profile->min_cell) */
    gboolean unsought[ISR_N_CATEGORIES]; /* the profile would remove it, but nothing looks for it */
    GArray *undated; /* of guint: blocks whose months, terms or holidays could not be moved with the
                        dates */
    GPtrArray *checks; /* of char *: sentences on what a person must look at */
} IsrRecord;

/* A record of nothing; free with isr_record_free() (accepts NULL). */
IsrRecord *isr_record_new(void);
void isr_record_free(IsrRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrRecord, isr_record_free)

/* Adds a sentence (no document text) unless it is there already. */
void isr_record_check(IsrRecord *record, const char *sentence);

/* Copies what was given on the command line. */
void isr_record_set_decision(IsrRecord *record, const IsrDecision *decision);

/* Adds a part's fate; equal name, fate and reason add up their counts. */
void isr_record_part(IsrRecord *record, const IsrPart *part);

/* After the last stage: says in record->checks what a person must look at, from the outcomes
 * (labelled values that fail their check, unsure ones), the people whose role is unsure and the
 * parts that were not inspected. */
void isr_record_settle(IsrRecord *record);

/* The manifest of docs/manifest.schema.json, UTF-8, ending in a newline; free with g_free(). */
char *isr_manifest_text(const IsrRecord *record);

/* Frees what it owns. */
void isr_decision_clear(IsrDecision *decision);

/* TRUE if everything that @profile demands was given; else USAGE, naming the options. */
gboolean isr_decision_is_complete(const IsrDecision *decision, const IsrProfile *profile,
                                  gboolean has_key, gboolean has_subject, GError **error);

/* A short table for people: removed, coarsened and kept by category and whose it is, what to look
 * at first, where the copy and the manifest are (@copy, @manifest: paths, or NULL when nothing was
 * written). @colour: with ANSI colours. Free with g_free(). */
char *isr_summary_text(const IsrRecord *record, const char *copy, const char *manifest,
                       gboolean colour);
