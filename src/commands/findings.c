/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scan found, as tables; with the text only where it was asked for. */
#include "findings.h"

#include "terminal.h"

#define LABEL 26
/* So many places are named of each category; the rest is counted. */
#define MOST_PLACES 8

static const IsrOutcome *outcome_nth(const IsrRecord *record, guint n)
{
    return record->outcomes->pdata[n];
}

/* "subject 3, family 1" for the findings of @category. */
static char *owners_of(const IsrRecord *record, IsrCategory category, guint *all)
{
    GString *text = g_string_new(NULL);
    guint counts[ISR_N_ROLES] = {0};

    *all = 0;
    for (guint i = 0; i < record->outcomes->len; i++) {
        if (outcome_nth(record, i)->finding.category == category) {
            counts[outcome_nth(record, i)->finding.role]++;
            ++*all;
        }
    }
    for (guint role = 0; role < ISR_N_ROLES; role++) {
        if (counts[role])
            g_string_append_printf(text, "%s%s %u", text->len ? ", " : "",
                                   role == ISR_ROLE_UNSURE ? "not said whose"
                                                           : isr_role_words((IsrRole)role),
                                   counts[role]);
    }
    return g_string_free(text, FALSE);
}

/* "1, 4, 7" for the findings of @category. */
static char *places_of(const IsrRecord *record, IsrCategory category)
{
    GString *text = g_string_new(NULL);
    guint last = G_MAXUINT, n = 0;

    for (guint i = 0; i < record->outcomes->len; i++) {
        const IsrFinding *finding = &outcome_nth(record, i)->finding;

        if (finding->category != category || finding->block == last)
            continue;
        last = finding->block;
        if (n++ < MOST_PLACES)
            g_string_append_printf(text, "%s%u", n > 1 ? ", " : "", finding->block + 1);
    }
    if (n > MOST_PLACES)
        g_string_append_printf(text, " and %u more", n - MOST_PLACES);
    return g_string_free(text, FALSE);
}

static void add_categories(const IsrRecord *record, GString *text)
{
    for (guint category = 0; category < ISR_N_CATEGORIES; category++) {
        guint all;
        g_autofree char *owners = owners_of(record, (IsrCategory)category, &all);
        g_autofree char *places = places_of(record, (IsrCategory)category);

        if (all)
            g_string_append_printf(text, "  %-*s%5u   %s; paragraph %s\n", LABEL,
                                   isr_category_words((IsrCategory)category), all, owners, places);
    }
}

static void add_profile(const IsrRecord *record, const IsrProfile *profile, GString *text)
{
    guint kept = 0, changed = 0, removed = 0;

    for (guint i = 0; i < record->outcomes->len; i++) {
        const IsrFinding *finding = &outcome_nth(record, i)->finding;
        IsrAction action = isr_profile_action(profile, finding->category, finding->role);

        if (action == ISR_ACTION_KEEP)
            kept++;
        else if (action < ISR_ACTION_REMOVE)
            changed++;
        else
            removed++;
    }
    g_string_append_printf(text, "  %-*s%5u %8u %8u\n", LABEL, profile->id, kept, changed, removed);
}

char *isr_findings_table(const IsrRecord *record, const GPtrArray *profiles)
{
    GString *text = g_string_new(NULL);

    if (record->outcomes->len == 0) {
        g_string_append(text, "Nothing was found that says who or what anybody is.\n");
        return g_string_free(text, FALSE);
    }
    g_string_append(text, "Found\n");
    add_categories(record, text);
    g_string_append_printf(text, "\n%-*s%7s %8s %8s\n", LABEL, "Under the profile", "kept",
                           "changed", "removed");
    for (guint i = 0; i < profiles->len; i++)
        add_profile(record, profiles->pdata[i], text);
    return g_string_free(text, FALSE);
}

typedef struct {
    const IsrRecord *record;
    const IsrExplanation *explanation; /* NULL: one line each */
    guint next;                        /* the first outcome that was not reached */
    GString *out;
} Show;

static void show_outcome(const Show *show, const IsrBlock *block, const IsrOutcome *outcome,
                         const char *text)
{
    const IsrFinding *finding = &outcome->finding;
    g_autofree char *words = NULL;

    if (show->explanation) {
        words = isr_explain_outcome(show->explanation, outcome, block,
                                    show->explanation->show ? text : NULL);
        g_string_append(show->out, words);
        return;
    }
    g_string_append_printf(show->out, "  paragraph %-5u %-18s %-14s %-10s %s\n", finding->block + 1,
                           isr_category_id(finding->category), isr_role_id(finding->role),
                           isr_action_id(outcome->done), text);
}

static gboolean show_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Show *show = self;

    (void)edits;
    (void)error;
    for (; show->next < show->record->outcomes->len; show->next++) {
        const IsrOutcome *outcome = outcome_nth(show->record, show->next);
        IsrRange range = outcome->finding.range;
        g_autofree char *text = NULL;

        if (outcome->finding.block != block->index || range.end > block->text->len)
            break;
        text = isr_terminal_text(block->text->str + range.start, (gssize)(range.end - range.start));
        show_outcome(show, block, outcome, text);
    }
    return TRUE;
}

gboolean isr_findings_show(const IsrJob *job, const IsrRecord *record, IsrInput *input,
                           const IsrExplanation *explanation, GString *text, GError **error)
{
    Show show = {.record = record, .explanation = explanation, .out = text};
    const IsrFormat *format = isr_format_for(input, error);
    IsrWalk walk = {.input = input,
                    .keep = &job->profile->keep,
                    .pages = job->pages,
                    .visitor = {.self = &show, .block = show_block}};

    g_string_append(text, "\nEach finding\n");
    return format && format->walk(&walk, error);
}
