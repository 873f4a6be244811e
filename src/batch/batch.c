/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stages of a batch, one after another over all documents. */
#include "batch.h"

#include "deposit.h"
#include "guarding.h"
#include "linking.h"
#include "metering.h"
#include "parts.h"
#include "redaction.h"
#include "rehearsal.h"
#include "report.h"
#include "sources.h"
#include "survey.h"

#include <isredact/error.h>

#include <string.h>

const IsrKey *isr_batch_key(const IsrBatch *batch)
{
    return batch->job->key ? batch->job->key : isr_journal_key(batch->journal);
}

const char *isr_batch_audit(const IsrBatch *batch)
{
    return batch->job->audit ? batch->job->audit : "";
}

char *isr_batch_journal_path(const char *folder)
{
    g_autofree char *plain = g_canonicalize_filename(folder, NULL);

    return g_strconcat(plain, ".journal", NULL);
}

static void add_term(GString *terms, const char *name, const char *value)
{
    g_string_append_printf(terms, "%s: %s\n", name, value ? value : "");
}

/* What was typed may hold names; the journal needs to tell only whether it is the same. */
static void add_secret_term(GString *terms, const char *name, const char *value)
{
    g_autofree char *digest =
        value ? g_compute_checksum_for_string(G_CHECKSUM_SHA256, value, -1) : NULL;

    add_term(terms, name, digest);
}

static void add_decision(GString *terms, const IsrDecision *decision)
{
    add_secret_term(terms, "recipient", decision->recipient);
    add_secret_term(terms, "purpose", decision->purpose);
    add_secret_term(terms, "basis", decision->basis);
    add_secret_term(terms, "originator", decision->originator);
    add_secret_term(terms, "decided by", decision->decided_by);
    add_secret_term(terms, "reason", decision->reason);
}

char *isr_batch_terms(const IsrBatch *batch)
{
    const IsrJob *job = batch->job;
    GString *terms = g_string_new(NULL);
    g_autofree char *key = job->key ? isr_key_fingerprint(job->key) : NULL;
    g_autofree char *pages = g_strdup_printf("%d %u", (int)job->pages.ocr, job->pages.dpi);

    add_term(terms, "version", ISREDACT_VERSION);
    add_term(terms, "profile", job->profile->digest);
    add_term(terms, "patterns", job->patterns->digest);
    add_term(terms, "key", key);
    add_secret_term(terms, "audit", job->audit);
    add_term(terms, "whereabouts", job->hide ? "hidden" : "as the profile says");
    add_term(terms, "pages", pages);
    add_term(terms, "epoch", g_getenv("SOURCE_DATE_EPOCH"));
    add_decision(terms, &job->decision);
    return g_string_free(terms, FALSE);
}

typedef struct {
    const IsrBatch *batch;
    IsrBatchSum *sum;
} Count;

static gboolean count_entry(gpointer self, const IsrEntry *entry, GError **error)
{
    IsrBatchSum *sum = ((Count *)self)->sum;
    int status = entry->surveyed > ISR_EXIT_CHECK ? entry->surveyed : entry->status;

    (void)error;
    sum->documents++;
    if (status < 0) {
        sum->others++; /* another part's */
        return TRUE;
    }
    sum->copies += entry->copy != NULL;
    sum->looks += status == ISR_EXIT_CHECK;
    sum->refused += status > ISR_EXIT_CHECK;
    if (status > (int)sum->status)
        sum->status = (IsrExit)status;
    return TRUE;
}

static gboolean take_parts(const IsrBatch *batch, GError **error)
{
    for (guint i = 0; batch->parts && batch->parts[i]; i++) {
        if (!isr_parts_take(batch, batch->parts[i], error))
            return FALSE;
    }
    return TRUE;
}

/* Rounds of making copies once more: what one of them holds back may show another what it must. */
#define MOST_ROUNDS 3

/* Parts cannot see each other's copies: they are guarded when they are put together. */
static gboolean guard_all(const IsrBatch *batch, guint64 total, guint64 *worked, GError **error)
{
    guint open = batch->shards == 1;

    for (guint round = 1; open > 0 && round <= MOST_ROUNDS; round++) {
        if (!isr_guarding_run(batch, round, &open, error) ||
            (open > 0 && !isr_redaction_again(batch, total, worked, error)))
            return FALSE;
    }
    return TRUE;
}

static gboolean redact_all(const IsrBatch *batch, guint64 total, guint64 *worked, GError **error)
{
    return isr_linking_run(batch, error) && isr_redaction_run(batch, total, worked, error) &&
           guard_all(batch, total, worked, error) && isr_metering_run(batch, error);
}

guint64 isr_batch_rate(const IsrBatchSum *sum)
{
    return sum->seconds > 0 ? (guint64)((double)sum->worked * 60 / sum->seconds + 0.5) : 0;
}

static gboolean run_stages(const IsrBatch *batch, IsrBatchSum *sum, GError **error)
{
    guint64 total = 0;
    guint hidden = 0;

    isr_rehearse(batch->job);
    if (!isr_sources_note(batch, &total, &hidden, error) || !take_parts(batch, error) ||
        !isr_survey_run(batch, total, error) ||
        (!batch->survey_only && !redact_all(batch, total, &sum->worked, error)))
        return FALSE;
    sum->hidden = hidden;
    return TRUE;
}

/* What only all documents together show is for a person too. */
static gboolean report(const IsrBatch *batch, IsrBatchSum *sum, GError **error)
{
    g_autoptr(IsrConcerns) concerns = isr_concerns_load(batch, error);

    if (!concerns || !isr_report_write(batch, sum, concerns, error))
        return FALSE;
    if (isr_concerns_ask(concerns) && sum->status == ISR_EXIT_CLEAN)
        sum->status = ISR_EXIT_CHECK;
    return TRUE;
}

/* Whoever does all parts alone must have reached all documents: what is not there when it is looked
 * for again was moved meanwhile. */
static gboolean is_complete(const IsrBatch *batch, const IsrBatchSum *sum, GError **error)
{
    if (sum->others == 0 || batch->shards > 1 || batch->parts || batch->survey_only)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                "%" G_GUINT64_FORMAT " documents were no longer there when it was their turn; run "
                "the command again",
                sum->others);
    return FALSE;
}

gboolean isr_batch_run(const IsrBatch *batch, IsrBatchSum *sum, GError **error)
{
    gint64 begun = g_get_monotonic_time();
    Count count = {batch, sum};

    *sum = (IsrBatchSum){0};
    if (!isr_deposit_agree(batch, error) || !run_stages(batch, sum, error) ||
        !isr_journal_each(batch->journal, count_entry, &count, error) ||
        !is_complete(batch, sum, error))
        return FALSE;
    sum->seconds = (double)(g_get_monotonic_time() - begun) / G_USEC_PER_SEC;
    if (batch->survey_only)
        return TRUE;
    return (!batch->escrow || isr_deposit_write(batch, error)) && report(batch, sum, error);
}
