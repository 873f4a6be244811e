/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report of a batch: what needs a person, and what was done, in numbers; as a page for people
 * and as JSON (docs/report.schema.json). It calls documents by their copies and holds neither what
 * was removed nor the name of a source. It depends on the documents alone, but for time and
 * rate, which are left out where SOURCE_DATE_EPOCH is set. */
#pragma once

#include "batch.h"
#include "concerns.h"
#include "facts.h"
#include "reasons.h"

#define ISR_REPORT_HTML "report.html"
#define ISR_REPORT_JSON "report.json"
/* More formats than there are. */
#define ISR_REPORT_FORMATS 16

/* What of the documents fits into memory, however many they are. */
typedef struct {
    const IsrBatch *batch;               /* borrowed */
    const IsrBatchSum *sum;              /* borrowed */
    guint64 formats[ISR_REPORT_FORMATS]; /* copies of each format of isr_formats */
    guint64 counts[ISR_N_CATEGORIES][ISR_N_ROLES][ISR_N_ACTIONS];
    guint64 cells, tabled; /* suppressed in tables of counts; copies in which there are such */
    IsrReasons *refusals, *looks;
    const IsrConcerns *concerns; /* borrowed */
} IsrReport;

/* Writes both files into the batch's output, whole or not at all. Errors: IO, MALFORMED. */
gboolean isr_report_write(const IsrBatch *batch, const IsrBatchSum *sum,
                          const IsrConcerns *concerns, GError **error);

/* The two forms; the rows that are many go through @output as they come. Errors: IO. */
gboolean isr_report_json(const IsrReport *report, IsrOutput *output, GError **error);
gboolean isr_report_html(const IsrReport *report, IsrOutput *output, GError **error);

/* --- for both --- */

/* Writes @text to @output and empties it, if it has grown long or there is no more (@last). */
gboolean isr_report_pour(GString *text, IsrOutput *output, gboolean last, GError **error);
/* What the worker told of the copy that @entry has. Error: MALFORMED. */
IsrFacts *isr_report_facts(const IsrEntry *entry, GError **error);
/* Why @entry has no copy, a sentence that the document begins; NULL if it has one or none was
 * sought. Borrowed. */
const char *isr_report_refusal(const IsrEntry *entry, int *status);
/* How many of @category, of one role's or (ISR_N_ROLES) everybody's, had a thing done to them that
 * is one of @group. */
typedef enum {
    ISR_REPORT_REMOVED,
    ISR_REPORT_CHANGED,
    ISR_REPORT_KEPT,
    ISR_N_REPORT
} IsrReportGroup;
guint64 isr_report_sum(const IsrReport *report, IsrCategory category, IsrRole role,
                       IsrReportGroup group);
/* TRUE if time and rate are told. */
gboolean isr_report_is_timed(void);
