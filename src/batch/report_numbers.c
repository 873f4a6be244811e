/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums as charts, each with a table that says the same. */
#include "report_page.h"

#include "markup.h"

#define MOST_BARS 15

void isr_report_begin_table(GString *text, const char *caption, const char *const *columns, guint n)
{
    g_string_append(text, "<div class=\"wide\"><table>\n");
    isr_markup_element(text, "caption", caption);
    g_string_append(text, "<thead><tr>");
    for (guint i = 0; i < n; i++) {
        gboolean number = columns[i][0] == '#';

        isr_markup_element(text, number ? "th scope=\"col\" class=\"n\"" : "th scope=\"col\"",
                           columns[i] + number);
    }
    g_string_append(text, "</tr></thead>\n<tbody>\n");
}

void isr_report_end_table(GString *text)
{
    g_string_append(text, "</tbody></table></div>\n");
}

static const char *role_words(guint role)
{
    static const char *const words[ISR_N_ROLES + 1] = {
        [ISR_ROLE_SUBJECT] = "The child",
        [ISR_ROLE_FAMILY] = "Family",
        [ISR_ROLE_THIRD_PARTY] = "Other people",
        [ISR_ROLE_PROFESSIONAL] = "Professionals",
        [ISR_ROLE_REFERRER] = "Told in confidence",
        [ISR_ROLE_UNSURE] = "Not said whose",
        [ISR_N_ROLES] = "Everybody",
    };

    return words[role];
}

static guint64 sum_of(const IsrReportBar *bar)
{
    return bar->values[ISR_REPORT_REMOVED] + bar->values[ISR_REPORT_CHANGED] +
           bar->values[ISR_REPORT_KEPT];
}

/* --- by kind --- */

static gint by_sum(gconstpointer a, gconstpointer b)
{
    guint64 one = sum_of(a), other = sum_of(b);

    if (one != other)
        return one > other ? -1 : 1;
    return g_strcmp0(((const IsrReportBar *)a)->label, ((const IsrReportBar *)b)->label);
}

/* A bar for each kind of which there is something, the longest first. */
static GArray *kinds(const IsrReport *report)
{
    GArray *bars = g_array_new(FALSE, TRUE, sizeof(IsrReportBar));

    for (guint c = 0; c < ISR_N_CATEGORIES; c++) {
        IsrReportBar bar = {.label = isr_category_words((IsrCategory)c)};

        for (guint i = 0; i < ISR_N_REPORT; i++)
            bar.values[i] = isr_report_sum(report, (IsrCategory)c, ISR_N_ROLES, (IsrReportGroup)i);
        if (sum_of(&bar) > 0)
            g_array_append_val(bars, bar);
    }
    g_array_sort(bars, by_sum);
    return bars;
}

static void add_bar_table(GString *text, const char *caption, const char *what,
                          const IsrReportBar *bars, guint n)
{
    const char *const columns[] = {what, "#Removed", "#Coded or made less exact", "#Kept",
                                   "#Together"};

    isr_report_begin_table(text, caption, columns, G_N_ELEMENTS(columns));
    for (guint k = 0; k < n; k++) {
        g_string_append(text, "<tr>");
        isr_markup_element(text, "th scope=\"row\"", bars[k].label);
        for (guint i = 0; i < ISR_N_REPORT; i++)
            isr_markup_cell(text, bars[k].values[i]);
        isr_markup_cell(text, sum_of(&bars[k]));
        g_string_append(text, "</tr>\n");
    }
    isr_report_end_table(text);
}

static void add_kinds(GString *text, const IsrReport *report)
{
    g_autoptr(GArray) bars = kinds(report);
    const IsrReportBar *first = (const IsrReportBar *)(gpointer)bars->data;

    isr_markup_element(text, "h3", "By kind");
    isr_report_add_chart(
        text, "kinds",
        "How many places in the documents were removed, coded or made less exact, and kept, "
        "by kind",
        "A bar for each kind of thing, the most frequent first. The table below "
        "says the same in numbers.",
        first, MIN(bars->len, MOST_BARS));
    add_bar_table(text, "Places in the documents, by kind", "Kind", first, bars->len);
}

/* --- by whose --- */

static void add_owners(GString *text, const IsrReport *report)
{
    IsrReportBar bars[ISR_N_ROLES];

    for (guint r = 0; r < ISR_N_ROLES; r++) {
        bars[r] = (IsrReportBar){.label = role_words(r)};
        for (guint i = 0; i < ISR_N_REPORT; i++)
            for (guint c = 0; c < ISR_N_CATEGORIES; c++)
                bars[r].values[i] +=
                    isr_report_sum(report, (IsrCategory)c, (IsrRole)r, (IsrReportGroup)i);
    }
    isr_markup_element(text, "h3", "By whose it is");
    isr_report_add_chart(
        text, "owners",
        "How many places in the documents were removed, coded or made less exact, and kept, "
        "by whose they are",
        "A bar for each role that people have in the documents. The table below "
        "says the same in numbers.",
        bars, ISR_N_ROLES);
    add_bar_table(text, "Places in the documents, by whose they are", "Whose", bars, ISR_N_ROLES);
}

static void add_crossing_row(GString *text, const IsrReport *report, IsrCategory category,
                             IsrReportGroup group)
{
    if (isr_report_sum(report, category, ISR_N_ROLES, group) == 0)
        return;
    g_string_append(text, "<tr>");
    isr_markup_element(text, "th scope=\"row\"", isr_category_words(category));
    for (guint r = 0; r <= ISR_N_ROLES; r++)
        isr_markup_cell(text, isr_report_sum(report, category, (IsrRole)r, group));
    g_string_append(text, "</tr>\n");
}

static gboolean has_any(const IsrReport *report, IsrReportGroup group)
{
    for (guint c = 0; c < ISR_N_CATEGORIES; c++) {
        if (isr_report_sum(report, (IsrCategory)c, ISR_N_ROLES, group) > 0)
            return TRUE;
    }
    return FALSE;
}

static void add_crossing(GString *text, const IsrReport *report, IsrReportGroup group)
{
    const char *columns[ISR_N_ROLES + 2] = {"Kind"};
    g_autofree char *caption =
        g_strdup_printf("%s, by kind and whose", isr_report_group_words(group));
    char names[ISR_N_ROLES + 1][32];

    for (guint r = 0; r <= ISR_N_ROLES; r++) {
        g_snprintf(names[r], sizeof names[r], "#%s", role_words(r));
        columns[r + 1] = names[r];
    }
    isr_report_begin_table(text, caption, columns, G_N_ELEMENTS(columns));
    for (guint c = 0; c < ISR_N_CATEGORIES; c++)
        add_crossing_row(text, report, (IsrCategory)c, group);
    isr_report_end_table(text);
}

static void add_crossings(GString *text, const IsrReport *report)
{
    isr_markup_element(text, "h3", "By kind and whose");
    for (guint i = 0; i < ISR_N_REPORT; i++) {
        if (has_any(report, (IsrReportGroup)i))
            add_crossing(text, report, (IsrReportGroup)i);
    }
}

/* --- documents --- */

static void add_formats(GString *text, const IsrReport *report)
{
    static const char *const columns[] = {"Format", "#Copies"};

    isr_markup_element(text, "h3", "By format");
    isr_report_begin_table(text, "Copies, by format", columns, G_N_ELEMENTS(columns));
    for (guint i = 0; isr_formats[i] && i < ISR_REPORT_FORMATS; i++) {
        g_autofree char *name = g_ascii_strup(isr_formats[i]->id, -1);

        if (report->formats[i] == 0)
            continue;
        g_string_append(text, "<tr>");
        isr_markup_element(text, "th scope=\"row\"",
                           g_str_equal(name, "TEXT") ? "Plain text" : name);
        isr_markup_cell(text, report->formats[i]);
        g_string_append(text, "</tr>\n");
    }
    isr_report_end_table(text);
}

static void add_cells(GString *text, const IsrReport *report)
{
    if (report->cells == 0)
        return;
    isr_markup_element(text, "h3", "Small numbers");
    g_string_append(text, "<p>In tables that count people, ");
    isr_markup_count(text, report->cells, "cell was", "cells were");
    g_string_append(text, " left out of ");
    isr_markup_count(text, report->tabled, "copy", "copies");
    g_string_append(text, ": small numbers, since few people are easily told apart, and the "
                          "numbers by which a reader could have worked them out.</p>\n");
}

static void add_time(GString *text, const IsrBatchSum *sum)
{
    isr_markup_element(text, "h3", "Time");
    if (!isr_report_is_timed()) {
        isr_markup_element(text, "p",
                           "Not told: SOURCE_DATE_EPOCH was set, so that two runs over the same "
                           "documents give the same report.");
        return;
    }
    g_string_append(text, "<p>The last run worked on ");
    isr_markup_count(text, sum->worked, "document", "documents");
    g_string_append_printf(text, " and took %.1f seconds", sum->seconds);
    if (sum->worked > 0) {
        g_string_append(text, ": ");
        isr_markup_count(text, isr_batch_rate(sum), "document", "documents");
        g_string_append(text, " a minute");
    }
    g_string_append(text, ".</p>\n");
}

static void add_found(GString *text, const IsrReport *report)
{
    gboolean any = FALSE;

    for (guint i = 0; i < ISR_N_REPORT; i++)
        any = any || has_any(report, (IsrReportGroup)i);
    if (!any) {
        isr_markup_element(text, "p", "Nothing was found in any document.");
        return;
    }
    isr_markup_element(text, "p",
                       "Each place in a document at which something was found counts once: a name "
                       "that stands in five places counts five times.");
    isr_report_add_legend(text);
    add_kinds(text, report);
    add_owners(text, report);
    add_crossings(text, report);
}

void isr_report_add_numbers(IsrReportPage *page)
{
    GString *text = page->text;

    g_string_append(text, "<section id=\"numbers\">\n");
    isr_markup_element(text, "h2", "What was done, in numbers");
    add_found(text, page->report);
    add_formats(text, page->report);
    add_cells(text, page->report);
    add_time(text, page->report->sum);
    g_string_append(text, "</section>\n");
}
