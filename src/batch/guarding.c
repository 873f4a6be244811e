/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The imprint of a document redacted by itself is kept apart from that of its copy as it is. */
#include "guarding.h"

#include "../linkage.h"
#include "../worker.h"
#include "facts.h"
#include "guard.h"

#include <isredact/error.h>
#include <isredact/holdback.h>

#include <stdio.h>
#include <string.h>

/* Seconds: thousands of documents are compared in one of them. */
#define PATIENCE 3600

typedef struct {
    IsrJournal *journal; /* of the worker */
    IsrGuard *guard;
    guint round, open;
} Guarding;

typedef struct {
    const IsrBatch *batch;
    guint round;
} Order;

guint8 *isr_guarding_secret(const IsrBatch *batch)
{
    guint8 *secret = g_malloc(ISR_LINKAGE_SECRET_BYTES);

    isr_linkage_secret(isr_batch_key(batch), secret);
    return secret;
}

/* Free with g_free(). */
static char *imprint_of(const Guarding *guarding, const IsrEntry *entry)
{
    if (!entry->copy)
        return NULL;
    return guarding->round == 1 ? g_strdup(entry->imprint)
                                : isr_facts_line(entry->answer, ISR_FACTS_IMPRINT);
}

static gboolean read_one(gpointer self, const IsrEntry *entry, GError **error)
{
    Guarding *guarding = self;
    g_autofree char *imprint = imprint_of(guarding, entry);

    return !imprint || isr_guard_read(guarding->guard, (guint)entry->number, imprint, error);
}

/* What @entry must hold back after this round; NULL for nothing. Free with g_free(). */
static char *wanted(const Guarding *guarding, const IsrEntry *entry, GError **error)
{
    const IsrHoldback *more = isr_guard_holdback(guarding->guard, (guint)entry->number);
    g_autoptr(IsrHoldback) all = NULL;

    if (guarding->round == 1)
        return more ? isr_holdback_text(more) : NULL;
    if (!more)
        return g_strdup(entry->withhold);
    all = entry->withhold ? isr_holdback_read(entry->withhold, error) : isr_holdback_new();
    if (!all)
        return NULL;
    isr_holdback_join(all, more);
    return isr_holdback_text(all);
}

static gboolean write_one(gpointer self, const IsrEntry *entry, GError **error)
{
    Guarding *guarding = self;
    GError *cause = NULL;
    g_autofree char *text = entry->copy ? wanted(guarding, entry, &cause) : NULL;

    if (cause) {
        g_propagate_error(error, cause);
        return FALSE;
    }
    guarding->open += entry->copy && g_strcmp0(text, entry->held) != 0;
    return g_strcmp0(text, entry->withhold) == 0 ||
           isr_journal_set_withhold(guarding->journal, entry->place, text, error);
}

static gboolean write_pairs(Guarding *guarding, GError **error)
{
    const GArray *pairs = isr_guard_pairs(guarding->guard);
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < pairs->len; i++) {
        const IsrGuardPair *pair = &g_array_index(pairs, IsrGuardPair, i);

        g_string_append_printf(text, "%u %u %u %u\n", pair->hides, pair->shows, pair->values,
                               pair->sentences);
    }
    return isr_journal_set(guarding->journal, "linkage", text->str, error);
}

static gboolean guard_all(gpointer self, gpointer work, GString *answer, GError **error)
{
    const Order *order = self;
    g_autoptr(IsrJournal) journal = isr_journal_again(order->batch->journal, error);
    g_autoptr(IsrGuard) guard = isr_guard_new();
    Guarding guarding = {journal, guard, order->round, 0};

    (void)work;
    if (!journal)
        return FALSE;
    while (isr_guard_next_pass(guard)) {
        if (!isr_journal_each(journal, read_one, &guarding, error))
            return FALSE;
    }
    if (!isr_journal_begin(journal, error) ||
        !isr_journal_each(journal, write_one, &guarding, error) ||
        (order->round == 1 && !write_pairs(&guarding, error)) ||
        !isr_journal_commit(journal, error))
        return FALSE;
    g_string_append_printf(answer, "%u", guarding.open);
    return TRUE;
}

gboolean isr_guarding_run(const IsrBatch *batch, guint round, guint *open, GError **error)
{
    Order order = {batch, round};
    const IsrWorkerOrder work = {.task = guard_all, .self = &order, .seconds = PATIENCE};
    g_autofree char *answer = isr_worker_do(&work, error);

    g_prefix_error(error, "a stage of the batch failed: ");
    *open = answer ? (guint)g_ascii_strtoull(answer, NULL, 10) : 0;
    return answer != NULL;
}

GArray *isr_guarding_pairs(const IsrBatch *batch, GError **error)
{
    GError *cause = NULL;
    g_autofree char *text = isr_journal_get(batch->journal, "linkage", &cause);
    g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
    GArray *pairs;

    if (cause) {
        g_propagate_error(error, cause);
        return NULL;
    }
    pairs = g_array_new(FALSE, TRUE, sizeof(IsrGuardingPair));
    for (guint i = 0; lines[i]; i++) {
        IsrGuardingPair pair = {0};

        if (sscanf(lines[i], "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u", &pair.hides,
                   &pair.shows, &pair.values, &pair.sentences) == 4)
            g_array_append_val(pairs, pair);
    }
    return pairs;
}
