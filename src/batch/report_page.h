/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sections of report.html; each appends to the page. Serves report_html.c. */
#pragma once

#include "report.h"

typedef struct {
    const IsrReport *report;
    IsrOutput *output;
    GString *text; /* poured into output from time to time */
} IsrReportPage;

/* Documents without a copy, and those that a person must look at. Errors: IO, MALFORMED. */
gboolean isr_report_add_refused(IsrReportPage *page, GError **error);
gboolean isr_report_add_looks(IsrReportPage *page, GError **error);

/* What the batch as a whole shows. Errors: IO. */
gboolean isr_report_add_doubts(IsrReportPage *page, GError **error);
gboolean isr_report_add_linkages(IsrReportPage *page, GError **error);
gboolean isr_report_add_singles(IsrReportPage *page, GError **error);

/* What was done, in numbers. */
void isr_report_add_numbers(IsrReportPage *page);

/* Begins a table with a caption and columns; a name that begins with '#' is of numbers. */
void isr_report_begin_table(GString *text, const char *caption, const char *const *columns,
                            guint n);
void isr_report_end_table(GString *text);

/* One bar of a chart: so many of each group. */
typedef struct {
    const char *label;
    guint64 values[ISR_N_REPORT];
} IsrReportBar;

/* A chart of @n bars, each in parts that differ in colour and in texture. @id: of this chart, a
 * word; @description: what it shows, for those who do not see it. */
void isr_report_add_chart(GString *text, const char *id, const char *title, const char *description,
                          const IsrReportBar *bars, guint n);
/* What the parts of bars mean, and their textures: once, before the first chart. */
void isr_report_add_legend(GString *text);
/* "Removed", "Coded or made less exact", "Kept"; borrowed. */
const char *isr_report_group_words(IsrReportGroup group);
