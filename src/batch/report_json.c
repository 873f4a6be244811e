/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report as docs/report.schema.json describes it. */
#include "report.h"

#include "../jsontext.h"
#include "../provenance.h"

#include <string.h>

typedef struct {
    const IsrReport *report;
    IsrOutput *output;
    JsonText json;
} Form;

/* JSON is UTF-8, whatever names of files are. */
static void put_path(JsonText *json, const char *name, const char *path)
{
    g_autofree char *text = path ? g_utf8_make_valid(path, -1) : NULL;

    isr_json_put_string(json, name, text);
}

static void put_documents(JsonText *json, const IsrReport *report)
{
    const IsrBatchSum *sum = report->sum;

    isr_json_put_begin(json, "documents", '{');
    isr_json_put_number(json, "all", sum->documents);
    isr_json_put_number(json, "copies", sum->copies);
    isr_json_put_number(json, "look_at", sum->looks);
    isr_json_put_number(json, "refused", sum->refused);
    isr_json_put_number(json, "other_parts", sum->others);
    isr_json_put_number(json, "left_aside", sum->hidden);
    isr_json_end(json, '}');
    isr_json_put_begin(json, "formats", '[');
    for (guint i = 0; isr_formats[i] && i < ISR_REPORT_FORMATS; i++) {
        if (report->formats[i] == 0)
            continue;
        isr_json_begin(json, '{');
        isr_json_put_string(json, "format", isr_formats[i]->id);
        isr_json_put_number(json, "copies", report->formats[i]);
        isr_json_end(json, '}');
    }
    isr_json_end(json, ']');
}

static void put_found(JsonText *json, IsrCategory category, IsrRole role, IsrAction action,
                      guint64 count)
{
    if (count == 0)
        return;
    isr_json_begin(json, '{');
    isr_json_put_string(json, "category", isr_category_id(category));
    isr_json_put_string(json, "role", isr_role_id(role));
    isr_json_put_string(json, "action", isr_action_id(action));
    isr_json_put_number(json, "count", count);
    isr_json_end(json, '}');
}

static void put_counts(JsonText *json, const IsrReport *report)
{
    isr_json_put_begin(json, "found", '[');
    for (guint c = 0; c < ISR_N_CATEGORIES; c++)
        for (guint r = 0; r < ISR_N_ROLES; r++)
            for (guint a = 0; a < ISR_N_ACTIONS; a++)
                put_found(json, (IsrCategory)c, (IsrRole)r, (IsrAction)a, report->counts[c][r][a]);
    isr_json_end(json, ']');
    isr_json_put_begin(json, "suppressed", '{');
    isr_json_put_number(json, "copies", report->tabled);
    isr_json_put_number(json, "cells", report->cells);
    isr_json_end(json, '}');
}

static void put_reasons(JsonText *json, const char *name, const IsrReasons *reasons)
{
    g_autoptr(GArray) ordered = isr_reasons_ordered(reasons);

    isr_json_put_begin(json, name, '[');
    for (guint i = 0; i < ordered->len; i++) {
        const IsrReason *reason = &g_array_index(ordered, IsrReason, i);

        isr_json_begin(json, '{');
        isr_json_put_string(json, "because", reason->sentence);
        isr_json_put_number(json, "documents", reason->count);
        isr_json_end(json, '}');
    }
    isr_json_end(json, ']');
}

/* --- what is listed --- */

static gboolean put_refused(gpointer self, const IsrEntry *entry, GError **error)
{
    Form *form = self;
    int status;
    const char *refusal = isr_report_refusal(entry, &status);
    g_autofree char *digest = entry->digest ? g_strndup(entry->digest, 8) : NULL;

    if (!refusal)
        return TRUE;
    isr_json_begin(&form->json, '{');
    isr_json_put_number(&form->json, "number", (guint64)entry->number);
    isr_json_put_string(&form->json, "source", digest);
    isr_json_put_number(&form->json, "status", (guint64)status);
    isr_json_put_string(&form->json, "because", refusal);
    isr_json_end(&form->json, '}');
    return isr_report_pour(form->json.text, form->output, FALSE, error);
}

static gboolean put_look(gpointer self, const IsrEntry *entry, GError **error)
{
    Form *form = self;
    g_autoptr(IsrFacts) facts = NULL;

    if (!entry->copy || entry->status != ISR_EXIT_CHECK)
        return TRUE;
    if (!(facts = isr_report_facts(entry, error)))
        return FALSE;
    isr_json_begin(&form->json, '{');
    put_path(&form->json, "copy", entry->copy);
    put_path(&form->json, "manifest", entry->manifest);
    isr_json_put_begin(&form->json, "because", '[');
    for (guint i = 0; i < facts->checks->len; i++)
        isr_json_string(&form->json, facts->checks->pdata[i]);
    isr_json_end(&form->json, ']');
    isr_json_end(&form->json, '}');
    return isr_report_pour(form->json.text, form->output, FALSE, error);
}

static gboolean put_list(Form *form, const char *name, IsrEntryFunc each, GError **error)
{
    isr_json_put_begin(&form->json, name, '[');
    if (!isr_journal_each(form->report->batch->journal, each, form, error))
        return FALSE;
    isr_json_end(&form->json, ']');
    return TRUE;
}

/* --- what the batch as a whole shows --- */

/* The document of this number, by its copy. */
static gboolean put_document(Form *form, const char *name, guint number, GError **error)
{
    g_auto(IsrEntry) entry = {0};
    GError *problem = NULL;

    if (!isr_journal_nth(form->report->batch->journal, number, &entry, &problem) && problem) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    if (name)
        isr_json_name(&form->json, name);
    isr_json_begin(&form->json, '{');
    isr_json_put_number(&form->json, "number", number);
    put_path(&form->json, "copy", entry.copy);
    isr_json_end(&form->json, '}');
    return TRUE;
}

static gboolean put_doubts(Form *form, GError **error)
{
    const GArray *doubts = form->report->concerns->doubts;

    isr_json_put_begin(&form->json, "doubts", '[');
    for (guint i = 0; i < doubts->len; i++) {
        const IsrConcernDoubt *doubt = &g_array_index(doubts, IsrConcernDoubt, i);

        isr_json_begin(&form->json, '{');
        isr_json_put_string(&form->json, "kind", isr_concern_id(doubt->kind));
        isr_json_put_string(&form->json, "code", doubt->code);
        isr_json_put_string(&form->json, "other", *doubt->other ? doubt->other : NULL);
        if (!put_document(form, "document", doubt->document, error))
            return FALSE;
        isr_json_end(&form->json, '}');
        if (!isr_report_pour(form->json.text, form->output, FALSE, error))
            return FALSE;
    }
    isr_json_end(&form->json, ']');
    return TRUE;
}

static gboolean put_linkages(Form *form, GError **error)
{
    const GArray *linkages = form->report->concerns->linkages;

    isr_json_put_begin(&form->json, "same_passages", '[');
    for (guint i = 0; i < linkages->len; i++) {
        const IsrConcernLinkage *linkage = &g_array_index(linkages, IsrConcernLinkage, i);

        isr_json_begin(&form->json, '{');
        if (!put_document(form, "hides", linkage->hides, error) ||
            !put_document(form, "shows", linkage->shows, error))
            return FALSE;
        isr_json_put_number(&form->json, "values", linkage->values);
        isr_json_put_number(&form->json, "sentences", linkage->sentences);
        isr_json_name(&form->json, "made_alike");
        isr_json_flag(&form->json, linkage->mended);
        isr_json_end(&form->json, '}');
        if (!isr_report_pour(form->json.text, form->output, FALSE, error))
            return FALSE;
    }
    isr_json_end(&form->json, ']');
    return TRUE;
}

static void put_singles(JsonText *json, const IsrConcerns *concerns)
{
    isr_json_put_begin(json, "singled_out", '{');
    isr_json_put_number(json, "least", concerns->least);
    isr_json_put_begin(json, "people", '[');
    for (guint i = 0; i < concerns->singles->len; i++) {
        const IsrConcernSingle *single = &g_array_index(concerns->singles, IsrConcernSingle, i);

        isr_json_begin(json, '{');
        isr_json_put_string(json, "code", single->code);
        isr_json_put_string(json, "left", single->left);
        isr_json_put_number(json, "shared_by", single->shared);
        isr_json_put_string(json, "coarser", single->coarser);
        isr_json_end(json, '}');
    }
    isr_json_end(json, ']');
    isr_json_end(json, '}');
}

static void put_run(JsonText *json, const IsrBatchSum *sum)
{
    isr_json_name(json, "run");
    if (!isr_report_is_timed()) {
        isr_json_string(json, NULL);
        return;
    }
    isr_json_begin(json, '{');
    isr_json_put_number(json, "documents", sum->worked);
    isr_json_put_number(json, "milliseconds", (guint64)(sum->seconds * 1000));
    isr_json_put_number(json, "documents_per_minute", isr_batch_rate(sum));
    isr_json_end(json, '}');
}

gboolean isr_report_json(const IsrReport *report, IsrOutput *output, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    Form form = {report, output, {.text = text}};

    isr_json_begin(&form.json, '{');
    isr_json_put_number(&form.json, "report", 1);
    isr_json_put_tool(&form.json, report->batch->job->patterns->digest, report->batch->job->key);
    isr_json_put_profile(&form.json, report->batch->job->profile);
    put_documents(&form.json, report);
    put_reasons(&form.json, "refused_because", report->refusals);
    put_reasons(&form.json, "look_at_because", report->looks);
    put_counts(&form.json, report);
    if (!put_list(&form, "refused", put_refused, error) ||
        !put_list(&form, "look_at", put_look, error) || !put_doubts(&form, error) ||
        !put_linkages(&form, error))
        return FALSE;
    put_singles(&form.json, report->concerns);
    put_run(&form.json, report->sum);
    isr_json_end(&form.json, '}');
    g_string_append_c(text, '\n');
    return isr_report_pour(text, output, TRUE, error);
}
