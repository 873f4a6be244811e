/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents for which a person is needed, row by row from the journal. */
#include "report_page.h"

#include "markup.h"

static void add_reasons(GString *text, const char *caption, const char *why,
                        const IsrReasons *reasons)
{
    const char *const columns[] = {why, "#Documents"};
    g_autoptr(GArray) ordered = isr_reasons_ordered(reasons);

    isr_report_begin_table(text, caption, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < ordered->len; i++) {
        const IsrReason *reason = &g_array_index(ordered, IsrReason, i);

        g_string_append(text, "<tr>");
        isr_markup_element(text, "th scope=\"row\"", reason->sentence);
        isr_markup_cell(text, reason->count);
        g_string_append(text, "</tr>\n");
    }
    isr_report_end_table(text);
}

static gboolean add_refused_row(gpointer self, const IsrEntry *entry, GError **error)
{
    IsrReportPage *page = self;
    int status;
    const char *refusal = isr_report_refusal(entry, &status);
    g_autofree char *digest = entry->digest ? g_strndup(entry->digest, 8) : NULL;

    if (!refusal)
        return TRUE;
    g_string_append(page->text, "<tr><th scope=\"row\" class=\"n\">");
    isr_markup_number(page->text, (guint64)entry->number);
    g_string_append(page->text, "</th><td><code>");
    isr_markup_text(page->text, digest ? digest : "not read");
    g_string_append(page->text, "</code></td>");
    isr_markup_element(page->text, "td", refusal);
    g_string_append(page->text, "</tr>\n");
    return isr_report_pour(page->text, page->output, FALSE, error);
}

gboolean isr_report_add_refused(IsrReportPage *page, GError **error)
{
    static const char *const columns[] = {"#Number", "Source begins with", "The document …"};

    if (page->report->sum->refused == 0)
        return TRUE;
    g_string_append(
        page->text,
        "<section id=\"refused\">\n<h2>Documents without a copy</h2>\n<p>Nothing of these "
        "documents is in this folder. A document is called here by its number in the order of the "
        "sources, and by the first eight digits of its digest, which <code>sha256sum</code> shows. "
        "The terminal named them when the batch ran; <code>--dry-run</code> names most of them "
        "again. When the cause is mended, run the same command once more.</p>\n");
    add_reasons(page->text, "Why, and how often", "The document …", page->report->refusals);
    isr_report_begin_table(page->text, "Each document without a copy", columns,
                           G_N_ELEMENTS(columns));
    if (!isr_journal_each(page->report->batch->journal, add_refused_row, page, error))
        return FALSE;
    isr_report_end_table(page->text);
    g_string_append(page->text, "</section>\n");
    return TRUE;
}

static gboolean add_look_row(gpointer self, const IsrEntry *entry, GError **error)
{
    IsrReportPage *page = self;
    g_autoptr(IsrFacts) facts = NULL;

    if (!entry->copy || entry->status != ISR_EXIT_CHECK)
        return TRUE;
    if (!(facts = isr_report_facts(entry, error)))
        return FALSE;
    g_string_append(page->text, "<tr>");
    isr_markup_element(page->text, "th scope=\"row\" class=\"path\"", entry->copy);
    g_string_append(page->text, "<td><ul>");
    for (guint i = 0; i < facts->checks->len; i++)
        isr_markup_element(page->text, "li", facts->checks->pdata[i]);
    g_string_append(page->text, "</ul></td></tr>\n");
    return isr_report_pour(page->text, page->output, FALSE, error);
}

gboolean isr_report_add_looks(IsrReportPage *page, GError **error)
{
    static const char *const columns[] = {"Copy", "Look at"};

    if (page->report->sum->looks == 0)
        return TRUE;
    g_string_append(page->text,
                    "<section id=\"looks\">\n<h2>Copies to look at before they are shared</h2>\n"
                    "<p>These copies are proved like all others: what was to go is gone. But "
                    "something in them was unsure, or nobody has looked into it, and then the "
                    "strictest rule was taken. Paragraphs are counted as in the manifest that "
                    "stands beside each copy.</p>\n");
    add_reasons(page->text, "What there is to look at, and in how many copies", "Look at",
                page->report->looks);
    isr_report_begin_table(page->text, "Each copy to look at", columns, G_N_ELEMENTS(columns));
    if (!isr_journal_each(page->report->batch->journal, add_look_row, page, error))
        return FALSE;
    isr_report_end_table(page->text);
    g_string_append(page->text, "</section>\n");
    return TRUE;
}
