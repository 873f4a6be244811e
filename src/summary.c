/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record as a short table for the person at the terminal: what went, what was changed, what
 * stayed, what to look at. */
#include <isredact/record.h>

#include "paragraph.h"

#include <string.h>

#define LABEL 26 /* "Immigration numbers: code" and some air */

#define BOLD "\033[1m"
#define ALERT "\033[1;33m"
#define PLAIN "\033[0m"

typedef struct {
    const IsrRecord *record;
    gboolean colour;
    GString *text;
    guint tally[ISR_N_CATEGORIES][ISR_N_ACTIONS][ISR_N_ROLES];
} Page;

/* The three groups of the table, by what was done. */
static const struct {
    const char *title;
    IsrAction from, to;
} groups[] = {
    {"Removed", ISR_ACTION_REMOVE, ISR_ACTION_DROP},
    {"Made less exact", ISR_ACTION_GENERALISE, ISR_ACTION_NUMBER},
    {"Kept", ISR_ACTION_KEEP, ISR_ACTION_KEEP},
};

static void add_title(Page *page, const char *style, const char *title)
{
    if (page->colour)
        g_string_append_printf(page->text, "%s%s" PLAIN "\n", style, title);
    else
        g_string_append_printf(page->text, "%s\n", title);
}

static void count(Page *page)
{
    for (guint i = 0; i < page->record->outcomes->len; i++) {
        const IsrOutcome *outcome = page->record->outcomes->pdata[i];

        page->tally[outcome->finding.category][outcome->done][outcome->finding.role]++;
    }
}

/* "family 2, others 1" */
static void add_owners(GString *text, const guint counts[ISR_N_ROLES])
{
    const char *before = "";

    for (guint role = 0; role < ISR_N_ROLES; role++) {
        if (counts[role] == 0)
            continue;
        g_string_append_printf(text, "%s%s %u", before,
                               role == ISR_ROLE_UNSURE ? "not said whose"
                                                       : isr_role_words((IsrRole)role),
                               counts[role]);
        before = ", ";
    }
}

static gboolean add_row(Page *page, const char *title, IsrCategory category, IsrAction from,
                        IsrAction to)
{
    guint counts[ISR_N_ROLES] = {0}, all = 0;
    const char *words = isr_category_words(category);
    g_autofree char *label = NULL;

    for (guint action = from; action <= (guint)to; action++)
        for (guint role = 0; role < ISR_N_ROLES; role++)
            counts[role] += page->tally[category][action][role];
    for (guint role = 0; role < ISR_N_ROLES; role++)
        all += counts[role];
    if (all == 0)
        return FALSE;
    if (title)
        add_title(page, BOLD, title);
    label = from == to && from > ISR_ACTION_KEEP
                ? g_strdup_printf("%s: %s", words, isr_action_words(from, category))
                : g_strdup(words);
    g_string_append_printf(page->text, "  %-*s%5u   ", LABEL, label, all);
    add_owners(page->text, counts);
    g_string_append_c(page->text, '\n');
    return TRUE;
}

/* What was made less exact has a line for each way in which it was. */
static void add_group(Page *page, guint group)
{
    const char *title = groups[group].title;
    IsrAction from = groups[group].from, to = groups[group].to;
    gboolean each = from != ISR_ACTION_REMOVE;

    for (guint c = 0; c < ISR_N_CATEGORIES; c++) {
        if (!each) {
            if (add_row(page, title, (IsrCategory)c, from, to))
                title = NULL;
            continue;
        }
        for (guint action = from; action <= (guint)to; action++)
            if (add_row(page, title, (IsrCategory)c, (IsrAction)action, (IsrAction)action))
                title = NULL;
    }
    if (!title)
        g_string_append_c(page->text, '\n');
}

static void add_cells(Page *page)
{
    const IsrRecord *record = page->record;

    if (record->tables == 0)
        return;
    add_title(page, BOLD, "Tables that count people");
    g_string_append_printf(page->text, "  %-*s%5u   below %u, or that would give those back\n\n",
                           LABEL, "Numbers suppressed", record->cells, record->profile->min_cell);
}

static void add_dropped(Page *page)
{
    const char *title = "Left out of the copy";

    for (guint i = 0; i < page->record->parts->len; i++) {
        const IsrPartRecord *part = page->record->parts->pdata[i];

        if (part->fate != ISR_FATE_DROPPED)
            continue;
        if (title)
            add_title(page, BOLD, title);
        title = NULL;
        g_string_append_printf(page->text, "  %-*s%5u   %s\n", LABEL, part->name, part->count,
                               part->reason ? part->reason : "");
    }
    if (!title)
        g_string_append_c(page->text, '\n');
}

static void add_checks(Page *page)
{
    const GPtrArray *checks = page->record->checks;

    if (checks->len == 0)
        return;
    add_title(page, ALERT, "Look at first");
    for (guint i = 0; i < checks->len; i++) {
        g_string_append_printf(page->text, "%4u. ", i + 1);
        isr_paragraph_add(page->text, 6, checks->pdata[i]);
    }
    g_string_append_c(page->text, '\n');
}

/* What the profile would remove and nothing can find: said each time, so that nobody relies on
 * it. */
static void add_unsought(Page *page)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < ISR_N_CATEGORIES; i++) {
        if (page->record->unsought[i])
            g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "",
                                   isr_category_words((IsrCategory)i));
    }
    if (text->len == 0)
        return;
    g_string_prepend(text, "Sentences about: ");
    g_string_append(text, ". This version cannot find them; read the copy for them.");
    add_title(page, ALERT, "Not looked for");
    g_string_append(page->text, "  ");
    isr_paragraph_add(page->text, 2, text->str);
    g_string_append_c(page->text, '\n');
}

static void add_paths(Page *page, const char *copy, const char *manifest)
{
    if (copy)
        g_string_append_printf(page->text, "The copy, verified: %s\n", copy);
    if (manifest)
        g_string_append_printf(page->text, "The manifest:       %s\n", manifest);
    if (!copy)
        g_string_append(page->text, "Nothing was written.\n");
}

char *isr_summary_text(const IsrRecord *record, const char *copy, const char *manifest,
                       gboolean colour)
{
    Page page = {.record = record, .colour = colour, .text = g_string_new(NULL)};

    count(&page);
    g_string_append_printf(page.text, "For: %s (%s)%s\n\n", record->profile->title,
                           record->profile->id,
                           record->hide ? ", without any way to a location" : "");
    if (record->outcomes->len == 0)
        g_string_append(page.text, "Nothing was found that says who or what anybody is.\n\n");
    for (guint i = 0; i < G_N_ELEMENTS(groups); i++)
        add_group(&page, i);
    add_cells(&page);
    add_dropped(&page);
    add_checks(&page);
    add_unsought(&page);
    add_paths(&page, copy, manifest);
    return g_string_free(page.text, FALSE);
}
