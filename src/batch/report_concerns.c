/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only all documents together show. */
#include "report_page.h"

#include "markup.h"

/* Documents that are named for one doubt. */
#define MOST_PLACES 5

/* The document of this number, by its copy. */
static gboolean add_document(IsrReportPage *page, guint number, GError **error)
{
    g_auto(IsrEntry) entry = {0};
    GError *problem = NULL;

    if (!isr_journal_nth(page->report->batch->journal, number, &entry, &problem) && problem) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    if (entry.copy)
        isr_markup_element(page->text, "span class=\"path\"", entry.copy);
    else
        g_string_append_printf(page->text, "document %u, which has no copy", number);
    return TRUE;
}

/* --- who is who --- */

static void add_doubt_words(GString *text, const IsrConcernDoubt *doubt)
{
    g_string_append_printf(text, "<code>%s</code>", doubt->code);
    if (*doubt->other)
        g_string_append_printf(text, " and <code>%s</code>", doubt->other);
    switch (doubt->kind) {
    case ISR_CONCERN_APART:
        g_string_append(text, *doubt->other ? " may be one person who has two codes."
                                            : " may be a person who has another code too.");
        break;
    case ISR_CONCERN_JOINED:
        g_string_append(text, " may stand for two people who were taken for one.");
        break;
    default:
        g_string_append(text, " fell to two different people by chance. Make the batch again "
                              "under another name with <code>--audit</code>.");
    }
}

/* The doubts from @from to before @to are one, met in several documents. */
static gboolean add_doubt(IsrReportPage *page, const IsrConcernDoubt *doubts, guint from, guint to,
                          GError **error)
{
    g_string_append(page->text, "<tr><td>");
    add_doubt_words(page->text, &doubts[from]);
    g_string_append(page->text, "</td><td><ul>");
    for (guint i = from; i < MIN(to, from + MOST_PLACES); i++) {
        g_string_append(page->text, "<li>");
        if (!add_document(page, doubts[i].document, error))
            return FALSE;
        g_string_append(page->text, "</li>\n");
    }
    if (to - from > MOST_PLACES)
        g_string_append_printf(page->text, "<li>and %u more</li>\n", to - from - MOST_PLACES);
    g_string_append(page->text, "</ul></td></tr>\n");
    return isr_report_pour(page->text, page->output, FALSE, error);
}

gboolean isr_report_add_doubts(IsrReportPage *page, GError **error)
{
    static const char *const columns[] = {"Who", "Met in"};
    const IsrConcerns *concerns = page->report->concerns;
    const GArray *all = concerns->doubts;
    const IsrConcernDoubt *doubts = (const IsrConcernDoubt *)(gconstpointer)all->data;

    if (all->len == 0)
        return TRUE;
    g_string_append(page->text,
                    "<section id=\"doubts\">\n<h2>Who may be one person, or two</h2>\n"
                    "<p>One person has one code in all copies. Where the documents do not say "
                    "surely who is who, two people may share a code, or one may have two. Somebody "
                    "who knows the cases should look before numbers are drawn from them.</p>\n");
    isr_report_begin_table(page->text, "Doubts about who is who", columns, G_N_ELEMENTS(columns));
    for (guint from = 0, to; from < all->len; from = to) {
        to = isr_concerns_same(concerns, from);
        if (!add_doubt(page, doubts, from, to, error))
            return FALSE;
    }
    isr_report_end_table(page->text);
    g_string_append(page->text, "</section>\n");
    return TRUE;
}

/* --- the same passage --- */

static gboolean add_linkage(IsrReportPage *page, const IsrConcernLinkage *linkage, GError **error)
{
    g_string_append(page->text, "<tr><td>");
    if (!add_document(page, linkage->hides, error))
        return FALSE;
    g_string_append(page->text, "</td><td>");
    if (!add_document(page, linkage->shows, error))
        return FALSE;
    g_string_append(page->text, "</td>");
    isr_markup_cell(page->text, (guint64)linkage->values + linkage->sentences);
    isr_markup_element(page->text, "td",
                       linkage->mended ? "Yes: it goes from both"
                                       : "No: do not share the two together");
    g_string_append(page->text, "</tr>\n");
    return isr_report_pour(page->text, page->output, FALSE, error);
}

gboolean isr_report_add_linkages(IsrReportPage *page, GError **error)
{
    static const char *const columns[] = {"Hidden in", "Also stood in", "#Places", "Made alike"};
    const GArray *linkages = page->report->concerns->linkages;

    if (linkages->len == 0)
        return TRUE;
    g_string_append(page->text,
                    "<section id=\"passages\">\n<h2>Copies that hold the same passage</h2>\n"
                    "<p>If one copy hides what another shows, whoever lays them side by side can "
                    "read what was removed. Such pairs were looked for, and what one hides was "
                    "taken out of the other too.</p>\n");
    isr_report_begin_table(page->text, "Pairs of copies with the same passage", columns,
                           G_N_ELEMENTS(columns));
    for (guint i = 0; i < linkages->len; i++) {
        if (!add_linkage(page, &g_array_index(linkages, IsrConcernLinkage, i), error))
            return FALSE;
    }
    isr_report_end_table(page->text);
    g_string_append(page->text, "</section>\n");
    return TRUE;
}

/* --- singling out --- */

static void add_single(GString *text, const IsrConcernSingle *single)
{
    g_string_append_printf(text, "<tr><th scope=\"row\"><code>%s</code></th>", single->code);
    isr_markup_element(text, "td", single->left);
    isr_markup_cell(text, single->shared);
    isr_markup_element(text, "td",
                       single->coarser ? single->coarser : "Nothing that this program can do");
    g_string_append(text, "</tr>\n");
}

gboolean isr_report_add_singles(IsrReportPage *page, GError **error)
{
    static const char *const columns[] = {"Person", "What is left of them", "#People who share it",
                                          "What would help most cheaply"};
    const IsrConcerns *concerns = page->report->concerns;

    if (concerns->singles->len == 0)
        return TRUE;
    g_string_append_printf(page->text,
                           "<section id=\"singles\">\n<h2>People who could be picked out</h2>\n"
                           "<p>No name is left of these people, but what is left together fits "
                           "fewer than %u people of this batch. Somebody who knows them could "
                           "tell who they are.</p>\n",
                           concerns->least);
    isr_report_begin_table(page->text, "People who could be picked out", columns,
                           G_N_ELEMENTS(columns));
    for (guint i = 0; i < concerns->singles->len; i++) {
        add_single(page->text, &g_array_index(concerns->singles, IsrConcernSingle, i));
        if (!isr_report_pour(page->text, page->output, FALSE, error))
            return FALSE;
    }
    isr_report_end_table(page->text);
    g_string_append(page->text, "</section>\n");
    return TRUE;
}
