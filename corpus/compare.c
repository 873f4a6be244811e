/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A span is found when none of its words that say something has kept its place, whole or in
 * part. */
#include "compare.h"
#include "emptyword.h"

static void free_verdict(gpointer data)
{
    IsrVerdict *verdict = data;

    g_free(verdict->text);
    g_free(verdict);
}

/* A span of empty words only ("The Centre") counts by all of them. */
static gboolean is_found(const IsrCollation *collation, IsrRange words, const char *category)
{
    gboolean any = FALSE;

    for (int pass = 0; pass < 2 && !any; pass++) {
        for (gsize i = words.start; i < words.end; i++) {
            if (pass == 0 && isr_is_empty_word(isr_collation_word(collation, i)->text, category))
                continue;
            any = TRUE;
            if (isr_collation_stands(collation, i))
                return FALSE;
        }
    }
    return TRUE;
}

static void free_loss(gpointer data)
{
    IsrLoss *loss = data;

    g_free(loss->text);
    g_free(loss);
}

static void add_loss(IsrComparison *comparison, const IsrCollation *collation, IsrRange words)
{
    IsrLoss *loss = g_new0(IsrLoss, 1);

    loss->words = words;
    loss->text = isr_collation_context(collation, words.start, words.end);
    g_ptr_array_add(comparison->losses, loss);
}

static void count_losses(IsrComparison *comparison, const IsrCollation *collation)
{
    guint run = 0; /* lost words in a row */

    for (guint i = 0; i <= collation->words->len; i++) {
        gboolean outside = i < collation->words->len && !isr_collation_is_marked(collation, i);
        gboolean lost = outside && isr_collation_is_lost(collation, i);

        comparison->words += outside;
        comparison->lost += lost;
        if (!lost && run > 0)
            add_loss(comparison, collation, (IsrRange){i - run, i});
        run = lost ? run + 1 : 0;
    }
}

static void judge_spans(IsrComparison *comparison, const IsrCollation *collation, guint number)
{
    const IsrGoldBlock *block = collation->gold->blocks->pdata[number];

    for (guint i = 0; i < block->spans->len; i++) {
        const IsrGoldSpan *span = block->spans->pdata[i];
        IsrRange words = isr_collation_words(collation, number, span->range);

        if (span->whose)
            continue;
        IsrVerdict *verdict = g_new0(IsrVerdict, 1);

        verdict->span = span;
        verdict->text = isr_collation_context(collation, words.start, words.end);
        verdict->found = is_found(collation, words, span->category);
        g_ptr_array_add(comparison->verdicts, verdict);
    }
}

IsrComparison *isr_compare(const IsrCollation *collation)
{
    IsrComparison *comparison = g_new0(IsrComparison, 1);

    comparison->verdicts = g_ptr_array_new_with_free_func(free_verdict);
    comparison->losses = g_ptr_array_new_with_free_func(free_loss);
    for (guint i = 0; i < collation->gold->blocks->len; i++)
        judge_spans(comparison, collation, i);
    count_losses(comparison, collation);
    return comparison;
}

void isr_comparison_free(IsrComparison *comparison)
{
    if (!comparison)
        return;
    g_ptr_array_unref(comparison->verdicts);
    g_ptr_array_unref(comparison->losses);
    g_free(comparison);
}
