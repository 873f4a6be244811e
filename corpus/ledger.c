/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds up and prints. */
#include "ledger.h"

#include <string.h>

typedef struct {
    guint all, part;
} Ratio;

struct IsrLedger {
    GTree *topics; /* "criminal" -> Ratio of the sentences that must go: gone */
    GTree *others; /* "unmarked", "health kept" -> Ratio of all other sentences: gone */
    GTree *due;    /* "name of family" -> Ratio of words that must go: standing */
    GTree *spare;  /* the same of words that may stay: gone */
};

static gint compare_ids(gconstpointer one, gconstpointer other, gpointer data)
{
    (void)data;
    return strcmp(one, other);
}

static GTree *tree_new(void)
{
    return g_tree_new_full(compare_ids, NULL, g_free, g_free);
}

IsrLedger *isr_ledger_new(void)
{
    IsrLedger *ledger = g_new0(IsrLedger, 1);

    ledger->topics = tree_new();
    ledger->others = tree_new();
    ledger->due = tree_new();
    ledger->spare = tree_new();
    return ledger;
}

void isr_ledger_free(IsrLedger *ledger)
{
    if (!ledger)
        return;
    g_tree_unref(ledger->topics);
    g_tree_unref(ledger->others);
    g_tree_unref(ledger->due);
    g_tree_unref(ledger->spare);
    g_free(ledger);
}

static void count(GTree *tree, const char *id, guint all, guint part)
{
    Ratio *ratio = g_tree_lookup(tree, id);

    if (!ratio) {
        ratio = g_new0(Ratio, 1);
        g_tree_insert(tree, g_strdup(id), ratio);
    }
    ratio->all += all;
    ratio->part += part;
}

static void add_sentence(IsrLedger *ledger, const IsrSentence *sentence)
{
    if (sentence->due) {
        count(ledger->topics, sentence->span->category, 1, sentence->gone);
        return;
    }
    g_autofree char *what = sentence->span
                                ? g_strdup_printf("%s, may stay", sentence->span->category)
                                : g_strdup("unmarked");

    count(ledger->others, what, 1, sentence->gone);
}

void isr_ledger_add(IsrLedger *ledger, const GPtrArray *sentences, const IsrSharing *sharing)
{
    for (guint i = 0; i < sentences->len; i++)
        add_sentence(ledger, sentences->pdata[i]);
    for (guint i = 0; i < sharing->shares->len; i++) {
        const IsrShare *share = sharing->shares->pdata[i];

        if (share->due > 0)
            count(ledger->due, share->what, share->due, share->shared);
        if (share->free > 0)
            count(ledger->spare, share->what, share->free, share->lost);
    }
}

static gboolean add_up(gpointer id, gpointer ratio, gpointer sum)
{
    const Ratio *one = ratio;
    Ratio *all = sum;

    (void)id;
    all->all += one->all;
    all->part += one->part;
    return FALSE;
}

static Ratio sum_of(GTree *tree)
{
    Ratio sum = {0, 0};

    g_tree_foreach(tree, add_up, &sum);
    return sum;
}

static gboolean add_up_identifier(gpointer id, gpointer ratio, gpointer sum)
{
    /* "criminal, family" is a sentence's, "name of family" an identifier's. */
    return strchr(id, ',') ? FALSE : add_up(id, ratio, sum);
}

static Ratio identifiers_due(const IsrLedger *ledger)
{
    Ratio sum = {0, 0};

    g_tree_foreach(ledger->due, add_up_identifier, &sum);
    return sum;
}

static double percent(Ratio ratio, double nothing)
{
    return ratio.all ? 100.0 * ratio.part / ratio.all : nothing;
}

double isr_ledger_sentences(const IsrLedger *ledger)
{
    return percent(sum_of(ledger->topics), 100.0);
}

double isr_ledger_others(const IsrLedger *ledger)
{
    return percent(sum_of(ledger->others), 0.0);
}

double isr_ledger_overshared(const IsrLedger *ledger)
{
    return percent(sum_of(ledger->due), 0.0);
}

double isr_ledger_overremoved(const IsrLedger *ledger)
{
    return percent(sum_of(ledger->spare), 0.0);
}

char *isr_ledger_heading(void)
{
    static const char *const GROUPS[] = {"sentences to go", "other sentences", "identifiers to go",
                                         "words to go", "words to stay"};
    static const char *const PARTS[] = {"gone", "gone", "shared", "shared", "gone"};
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "%-16s", "profile");
    for (guint i = 0; i < G_N_ELEMENTS(GROUPS); i++)
        g_string_append_printf(text, " %18s", GROUPS[i]);
    g_string_append_printf(text, "\n%-16s", "");
    for (guint i = 0; i < G_N_ELEMENTS(PARTS); i++)
        g_string_append_printf(text, " %7s %7s, %%", "all", PARTS[i]);
    g_string_append_c(text, '\n');
    return g_string_free(text, FALSE);
}

char *isr_ledger_line(const IsrLedger *ledger, const char *id)
{
    const Ratio ratios[] = {sum_of(ledger->topics), sum_of(ledger->others), identifiers_due(ledger),
                            sum_of(ledger->due), sum_of(ledger->spare)};
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "%-16s", id);
    for (guint i = 0; i < G_N_ELEMENTS(ratios); i++) {
        if (ratios[i].all > 0)
            g_string_append_printf(text, " %7u %10.2f", ratios[i].all, percent(ratios[i], 0.0));
        else
            g_string_append_printf(text, " %7u %10s", 0u, "-");
    }
    g_string_append_c(text, '\n');
    return g_string_free(text, FALSE);
}

static gboolean print_ratio(gpointer id, gpointer ratio, gpointer text)
{
    const Ratio *one = ratio;

    g_string_append_printf(text, "  %-34s %7u %7u %7.1f\n", (const char *)id, one->all, one->part,
                           percent(*one, 0.0));
    return FALSE;
}

static void print_table(GString *text, const char *title, const char *part, GTree *tree)
{
    g_string_append_printf(text, "%-36s %7s %7s %7s\n", title, "all", part, "%");
    g_tree_foreach(tree, print_ratio, text);
}

char *isr_ledger_detail(const IsrLedger *ledger)
{
    GString *text = g_string_new(NULL);

    print_table(text, "sentences that must go", "gone", ledger->topics);
    print_table(text, "other sentences", "gone", ledger->others);
    print_table(text, "over-shared: words that must go", "stand", ledger->due);
    print_table(text, "over-removed: words that may stay", "gone", ledger->spare);
    return g_string_free(text, FALSE);
}
