/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each line of the outcome calls people by their codes and facts by their kinds. */
#include "metering.h"

#include "../worker.h"
#include "concerns.h"
#include "facts.h"
#include "meter.h"

#include <isredact/action.h>
#include <isredact/error.h>

/* Seconds: ten thousand people take half of one. */
#define PATIENCE 3600

typedef struct {
    const IsrBatch *batch;
    IsrMeter *meter;
} Metering;

static gboolean read_one(gpointer self, const IsrEntry *entry, GError **error)
{
    g_autofree char *quasis = entry->copy ? isr_facts_line(entry->answer, ISR_FACTS_QUASIS) : NULL;

    return !quasis || isr_meter_read(((Metering *)self)->meter, quasis, error);
}

static const char *role_prefix(const IsrMeterPerson *person)
{
    return person->subject ? "subject" : "other";
}

/* "year of birth, sex": the kinds of fact that are left. */
static char *kinds_left(guint kinds)
{
    GString *text = g_string_new(NULL);

    for (guint kind = 0; kind < ISR_N_QUASI; kind++) {
        if (kinds & (1u << kind))
            g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "",
                                   isr_quasi_words((IsrQuasiKind)kind));
    }
    return g_string_free(text, FALSE);
}

/* "age less exact and without place"; NULL for no remedy. */
static char *remedy_text(const IsrMeter *meter, guint number)
{
    const IsrMeterRemedy *remedy;
    GString *text;

    if (number == ISR_METER_NONE)
        return NULL;
    remedy = &g_array_index(isr_meter_remedies(meter), IsrMeterRemedy, number);
    text = g_string_new(NULL);
    for (guint i = 0; i < remedy->n; i++) {
        const char *words = isr_quasi_words(remedy->changes[i].kind);

        g_string_append(text, i > 0 ? " and " : "");
        if (remedy->changes[i].drop)
            g_string_append_printf(text, "without %s", words);
        else
            g_string_append_printf(text, "%s less exact", words);
    }
    return g_string_free(text, FALSE);
}

static void add_single(IsrConcerns *concerns, const Metering *metering,
                       const IsrMeterPerson *person)
{
    g_autofree char *code = isr_action_code(metering->batch->job->key, metering->batch->job->audit,
                                            ISR_ACTION_PERSON, person->identity);
    g_autofree char *kinds = kinds_left(person->kinds);
    g_autofree char *left = g_strdup_printf("%s: %s", role_prefix(person), kinds);
    g_autofree char *coarser = remedy_text(metering->meter, person->remedy);
    IsrConcernSingle single = {.left = left, .shared = person->alike, .coarser = coarser};

    g_strlcpy(single.code, code, sizeof single.code);
    isr_concerns_add_single(concerns, &single);
}

static gboolean meter_all(gpointer self, gpointer work, GString *answer, GError **error)
{
    const IsrBatch *batch = self;
    g_autoptr(IsrJournal) journal = isr_journal_again(batch->journal, error);
    g_autoptr(IsrMeter) meter = isr_meter_new(batch->job->profile->k);
    g_autoptr(IsrConcerns) concerns = isr_concerns_new();
    Metering metering = {batch, meter};
    g_autofree char *text = NULL;

    (void)work;
    (void)answer;
    if (!journal || !isr_journal_each(journal, read_one, &metering, error))
        return FALSE;
    isr_meter_settle(meter);
    concerns->least = batch->job->profile->k;
    for (guint i = 0; i < isr_meter_singled(meter)->len; i++)
        add_single(concerns, &metering,
                   &g_array_index(isr_meter_singled(meter), IsrMeterPerson, i));
    text = isr_concerns_text(concerns);
    return isr_journal_set(journal, ISR_CONCERNS_SINGLES, text, error);
}

gboolean isr_metering_run(const IsrBatch *batch, GError **error)
{
    const IsrWorkerOrder order = {.task = meter_all, .self = (gpointer)batch, .seconds = PATIENCE};
    g_autofree char *answer = NULL;

    if (!batch->job->key || batch->job->profile->k < 2)
        return TRUE;
    answer = isr_worker_do(&order, error);
    g_prefix_error(error, "a stage of the batch failed: ");
    return answer != NULL;
}
