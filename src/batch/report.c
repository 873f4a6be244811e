/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the journal once for the sums; the forms read it again for what they list. */
#include "report.h"

#include <isredact/error.h>

#include <string.h>

#define MUCH 65536

static void count_facts(IsrReport *report, const IsrFacts *facts)
{
    for (guint i = 0; isr_formats[i] && i < ISR_REPORT_FORMATS; i++)
        report->formats[i] += g_str_equal(isr_formats[i]->id, facts->format);
    for (guint i = 0; i < facts->counts->len; i++) {
        const IsrFactsCount *one = &g_array_index(facts->counts, IsrFactsCount, i);

        report->counts[one->category][one->role][one->action] += one->count;
    }
    for (guint i = 0; i < facts->checks->len; i++) {
        const char *sentence = facts->checks->pdata[i], *colon = strstr(sentence, ": ");

        /* what follows names places in this document */
        isr_reasons_add(report->looks, sentence, colon ? colon - sentence : -1);
    }
    report->cells += facts->cells;
    report->tabled += facts->cells > 0;
}

static gboolean count_entry(gpointer self, const IsrEntry *entry, GError **error)
{
    IsrReport *report = self;
    int status;
    const char *refusal = isr_report_refusal(entry, &status);
    g_autoptr(IsrFacts) facts = NULL;

    if (refusal)
        isr_reasons_add(report->refusals, refusal, -1);
    if (!entry->copy)
        return TRUE;
    facts = isr_report_facts(entry, error);
    if (facts)
        count_facts(report, facts);
    return facts != NULL;
}

IsrFacts *isr_report_facts(const IsrEntry *entry, GError **error)
{
    g_autofree char *line = isr_facts_line(entry->answer, ISR_FACTS_COUNTS);

    return isr_facts_read(line, error);
}

const char *isr_report_refusal(const IsrEntry *entry, int *status)
{
    gboolean early = entry->surveyed > ISR_EXIT_CHECK;

    *status = early ? entry->surveyed : entry->status;
    return *status > ISR_EXIT_CHECK ? (early ? entry->survey : entry->answer) : NULL;
}

guint64 isr_report_sum(const IsrReport *report, IsrCategory category, IsrRole role,
                       IsrReportGroup group)
{
    static const IsrAction bounds[ISR_N_REPORT][2] = {
        [ISR_REPORT_REMOVED] = {ISR_ACTION_REMOVE, ISR_ACTION_DROP},
        [ISR_REPORT_CHANGED] = {ISR_ACTION_GENERALISE, ISR_ACTION_NUMBER},
        [ISR_REPORT_KEPT] = {ISR_ACTION_KEEP, ISR_ACTION_KEEP},
    };
    guint64 sum = 0;

    for (guint r = 0; r < ISR_N_ROLES; r++) {
        for (guint a = bounds[group][0]; a <= (guint)bounds[group][1]; a++) {
            if (role == ISR_N_ROLES || r == role)
                sum += report->counts[category][r][a];
        }
    }
    return sum;
}

gboolean isr_report_pour(GString *text, IsrOutput *output, gboolean last, GError **error)
{
    if (!last && text->len < MUCH)
        return TRUE;
    if (!isr_output_write(output, text->str, text->len, error))
        return FALSE;
    g_string_truncate(text, 0);
    return TRUE;
}

gboolean isr_report_is_timed(void)
{
    return g_getenv("SOURCE_DATE_EPOCH") == NULL;
}

static IsrOutput *open_output(const IsrBatch *batch, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(batch->folder, name, NULL);

    return isr_output_new(path, TRUE, error);
}

static gboolean write_forms(const IsrReport *report, GError **error)
{
    g_autoptr(IsrOutput) json = open_output(report->batch, ISR_REPORT_JSON, error);
    g_autoptr(IsrOutput) html = json ? open_output(report->batch, ISR_REPORT_HTML, error) : NULL;

    return html && isr_report_json(report, json, error) && isr_report_html(report, html, error) &&
           isr_output_commit(json, error) && isr_output_commit(html, error);
}

gboolean isr_report_write(const IsrBatch *batch, const IsrBatchSum *sum,
                          const IsrConcerns *concerns, GError **error)
{
    IsrReport *report = g_new0(IsrReport, 1);
    gboolean written;

    report->batch = batch;
    report->sum = sum;
    report->concerns = concerns;
    report->refusals = isr_reasons_new();
    report->looks = isr_reasons_new();
    written =
        isr_journal_each(batch->journal, count_entry, report, error) && write_forms(report, error);
    isr_reasons_free(report->refusals);
    isr_reasons_free(report->looks);
    g_free(report);
    return written;
}
