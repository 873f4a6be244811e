/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of a document: learn, settle, rewrite, verify. The only file that knows all stages. */
#pragma once

#include <isredact/codebook.h>
#include <isredact/holdback.h>
#include <isredact/record.h>

#define ISR_LINKAGE_SECRET_BYTES 16

typedef struct {
    const IsrPatterns *patterns;
    const IsrProfile *profile;
    const IsrKey *key;      /* or NULL */
    const char *audit;      /* name of the audit for which pseudonyms and offsets are; NULL: none */
    GHashTable *identities; /* person's number (GUINT_TO_POINTER) to char *: identity, as a batch
                               knows them from all its documents; under 0 whose offset moves all
                               dates of this one; NULL: told by this document */
    IsrCodebook *codebook;  /* notes what codes stand for; NULL: nobody does */
    GHashTable *callings;   /* person's number to GUINT_TO_POINTER(role + 1): after which role their
                               code is called in a batch; NULL: after that in this document */
    char **subjects;        /* NAME or NAME=ALIAS..., or NULL */
    gboolean hide;          /* every way to a location goes, whatever the profile keeps; wants
                               patterns->whereabouts */
    const char *reader;     /* the person in the document who will receive the copy, or NULL */
    IsrPages pages;         /* how pages and pictures are read and written */
    IsrDecision decision;
    const char *name;      /* the file's, without folder and suffix, in UTF-8; NULL: not known */
    const guint8 *linkage; /* of a batch: ISR_LINKAGE_SECRET_BYTES bytes under which the record's
                              imprint is made; NULL: none is */
    const IsrHoldback *holdback; /* what must go for another copy's sake, or NULL */
    guint most;                  /* findings that a document may have; 0: ISR_LIMIT_FINDINGS */
} IsrJob;

/* Redacts @input into @output, verified but not yet committed. NULL with @error set: nothing of
 * @output may be used. Free the record with isr_record_free(). */
IsrRecord *isr_pipeline_redact(const IsrJob *job, IsrInput *input, IsrOutput *output,
                               GError **error);

/* Learns who is who in @input: JSON of isr_identities_json(), which takes job->key. @names (ends in
 * NULL, or NULL): names of folders in which the document stands; telling[i] says whether the i-th
 * holds something that @job's profile does not let stay. @words (or NULL) gets every word,
 * squeezed, of the names that the profile does not let stay: char *, to be freed. Free with
 * g_free(). */
char *isr_pipeline_survey(const IsrJob *job, IsrInput *input, char *const *names, gboolean *telling,
                          GPtrArray *words, GError **error);

/* Detects only; the record's outcomes say what @job's profile would do. */
IsrRecord *isr_pipeline_scan(const IsrJob *job, IsrInput *input, GError **error);
