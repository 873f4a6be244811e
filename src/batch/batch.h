/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A batch: many documents, one profile, one key. Each is opened by a worker of its own; the result
 * depends on the set of documents and on what is asked, never on who is done first. */
#pragma once

#include "escrow.h"
#include "journal.h"

#include <isredact/error.h>
#include <isredact/pipeline.h>

typedef struct {
    const IsrJob *job;     /* what holds for every document; name and identities are set for each */
    const IsrLists *lists; /* of job->patterns */
    char **paths;          /* the sources: files and folders */
    const char *folder;    /* where the copies go; made if it is not there */
    guint jobs, seconds;   /* workers at a time; what one of them may take */
    guint shard, shards;   /* the documents of which part are redacted; 1 of 1: all */
    char **parts;          /* outputs of other runs of this batch, to be taken over; or NULL */
    gboolean survey_only;  /* read only, and of a part only its own documents */
    gboolean retry;        /* refused documents are tried again */
    int progress;          /* descriptor for it, or -1 */
    const IsrEscrow *escrow; /* seals what codes stand for; NULL: nobody will know */
    const char *deposit;     /* the file of the escrow */
    IsrJournal *journal;     /* open, its terms those of isr_batch_terms() */
} IsrBatch;

/* What came of it. */
typedef struct {
    guint64 documents, copies, looks, refused, others, hidden;
    guint64 worked; /* documents of the copies that this run made or sought to make */
    double seconds; /* that this run took */
    IsrExit status; /* of the whole: the worst of all documents' */
} IsrBatchSum;

/* All that a batch's results depend on besides its documents, for its journal. Free with
 * g_free(). */
char *isr_batch_terms(const IsrBatch *batch);

/* The key for what the batch derives: the user's, or the journal's own; borrowed. */
const IsrKey *isr_batch_key(const IsrBatch *batch);
/* The name of the audit, "" for none; borrowed. */
const char *isr_batch_audit(const IsrBatch *batch);

/* The place of the journal of a batch whose output is @folder: beside it. Free with g_free(). */
char *isr_batch_journal_path(const char *folder);

/* Does all that is not done yet. A document that cannot be redacted is refused in the journal and
 * costs nothing else. Ends with the report, as report.h says. Errors: of the sources (USAGE, IO),
 * the output or the journal (IO). */
gboolean isr_batch_run(const IsrBatch *batch, IsrBatchSum *sum, GError **error);

/* How many documents a minute such a run does. */
guint64 isr_batch_rate(const IsrBatchSum *sum);
