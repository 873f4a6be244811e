/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts masked entities and words. */
#include "masking.h"

#include <string.h>

/* Words that may stand of a mention: titles, and what the benchmark passes over because it is a
 * preposition, particle, conjunction or determiner. */
static const char *const PASSED[] = {
    "a",     "about",  "after",   "against", "all",  "an",    "and",     "any",     "around",
    "at",    "before", "between", "both",    "but",  "by",    "during",  "each",    "every",
    "for",   "from",   "in",      "into",    "mr",   "mrs",   "ms",      "no",      "nor",
    "nr",    "of",     "off",     "on",      "or",   "out",   "over",    "s",       "since",
    "some",  "that",   "the",     "these",   "this", "those", "through", "to",      "towards",
    "under", "until",  "up",      "upon",    "via",  "with",  "within",  "without", NULL,
};

static gint compare_titles(gconstpointer one, gconstpointer other, gpointer data)
{
    (void)data;
    return strcmp(one, other);
}

IsrMasking *isr_masking_new(void)
{
    IsrMasking *masking = g_new0(IsrMasking, 1);

    masking->types = g_tree_new_full(compare_titles, NULL, g_free, g_free);
    masking->misses = g_ptr_array_new_with_free_func(g_free);
    return masking;
}

void isr_masking_free(IsrMasking *masking)
{
    if (!masking)
        return;
    g_tree_unref(masking->types);
    g_ptr_array_unref(masking->misses);
    g_free(masking);
}

static gboolean is_passed(const char *word)
{
    g_autofree char *lower = g_utf8_strdown(word, -1);

    return g_strv_contains(PASSED, lower);
}

static gboolean is_masked(const IsrCollation *collation, IsrRange words)
{
    for (gsize i = words.start; i < words.end; i++) {
        if (isr_collation_stands(collation, i) &&
            !is_passed(isr_collation_word(collation, i)->text))
            return FALSE;
    }
    return TRUE;
}

/* TRUE if every mention that is due is masked; lists those that are not. */
static gboolean judge_entity(IsrMasking *masking, const IsrTabEntity *entity, const char *title,
                             const IsrCollation *collation)
{
    gboolean masked = TRUE;

    for (guint i = 0; i < entity->mentions->len; i++) {
        const IsrTabMention *mention = &g_array_index(entity->mentions, IsrTabMention, i);
        IsrRange words = isr_collation_words(collation, mention->block, mention->range);

        if (!mention->due || is_masked(collation, words))
            continue;
        g_autofree char *context = isr_collation_context(collation, words.start, words.end);

        g_ptr_array_add(masking->misses,
                        g_strdup_printf("%s: %s: %s", collation->gold->id, title, context));
        masked = FALSE;
    }
    return masked;
}

static void add_entity(IsrMasking *masking, const IsrTabEntity *entity,
                       const IsrCollation *collation)
{
    g_autofree char *title =
        g_strdup_printf("%s %s", entity->direct ? "direct" : "quasi", entity->type);
    gboolean masked = judge_entity(masking, entity, title, collation);
    IsrMasked *sum = entity->direct ? &masking->direct : &masking->quasi;
    IsrMasked *type = g_tree_lookup(masking->types, title);

    if (!type) {
        type = g_new0(IsrMasked, 1);
        g_tree_insert(masking->types, g_steal_pointer(&title), type);
    }
    sum->all++;
    sum->masked += masked;
    type->all++;
    type->masked += masked;
}

void isr_masking_add(IsrMasking *masking, const IsrTabDocument *document,
                     const IsrCollation *collation)
{
    for (guint i = 0; i < document->entities->len; i++) {
        const IsrTabEntity *entity = document->entities->pdata[i];

        if (entity->due)
            add_entity(masking, entity, collation);
    }
    for (guint i = 0; i < collation->words->len; i++) {
        if (!isr_collation_is_lost(collation, i))
            continue;
        masking->tokens++;
        masking->right += isr_collation_is_marked(collation, i);
    }
}

double isr_masked_percent(IsrMasked masked)
{
    return masked.all ? 100.0 * masked.masked / masked.all : 100.0;
}

double isr_masking_precision(const IsrMasking *masking)
{
    return masking->tokens ? 100.0 * masking->right / masking->tokens : 100.0;
}

static void print_row(GString *text, const char *title, IsrMasked masked)
{
    g_string_append_printf(text, "%-22s %6u %7.1f\n", title, masked.all,
                           isr_masked_percent(masked));
}

static gboolean print_type(gpointer title, gpointer masked, gpointer text)
{
    g_autofree char *indented = g_strconcat("  ", title, NULL);

    print_row(text, indented, *(const IsrMasked *)masked);
    return FALSE;
}

char *isr_masking_text(const IsrMasking *masking)
{
    GString *text = g_string_new("masked, %            entities       %\n");

    g_tree_foreach(masking->types, print_type, text);
    print_row(text, "direct identifiers", masking->direct);
    print_row(text, "quasi-identifiers", masking->quasi);
    g_string_append_printf(text, "%-22s %6u %7.1f\n", "masked words: due", masking->tokens,
                           isr_masking_precision(masking));
    return g_string_free(text, FALSE);
}
