/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule is asked only where one of its forms has a place; a heading only once for each form. */
#include "scratch.h"

#include <isredact/limits.h>
#include <isredact/rule.h>

#include <string.h>

enum { FOR_FORM = 1, FOR_COLUMN = 2 };

/* A positive result makes PCRE2 look for another way to match. */
static int check_value(pcre2_callout_block *callout, void *data)
{
    const IsrScratch *scratch = data;
    const PCRE2_SIZE *ends = callout->offset_vector + 2 * scratch->form->group;

    if (!scratch->strict || !scratch->form->checks[0])
        return 0;
    return isr_form_checks_pass(scratch->form, (const char *)callout->subject + ends[0],
                                ends[1] - ends[0])
               ? 0
               : 1;
}

IsrScratch *isr_scratch_new(void)
{
    IsrScratch *scratch = g_new0(IsrScratch, 1);

    scratch->match = pcre2_match_data_create(ISR_FORM_GROUPS, NULL);
    scratch->context = pcre2_match_context_create(NULL);
    scratch->stack = pcre2_jit_stack_create(32 * 1024, 1024 * 1024, NULL);
    pcre2_set_match_limit(scratch->context, ISR_LIMIT_REGEX_MATCH);
    pcre2_set_depth_limit(scratch->context, ISR_LIMIT_REGEX_DEPTH);
    pcre2_set_heap_limit(scratch->context, ISR_LIMIT_REGEX_HEAP_KIB);
    pcre2_set_callout(scratch->context, check_value, scratch);
    pcre2_jit_stack_assign(scratch->context, NULL, scratch->stack);
    return scratch;
}

IsrScratch *isr_scratch_new_for(const GPtrArray *rules)
{
    IsrScratch *scratch = isr_scratch_new();

    scratch->sieve = isr_sieve_new();
    scratch->rule_of = g_array_new(FALSE, FALSE, sizeof(guint));
    scratch->rules = rules->len;
    scratch->asked = g_new0(guint8, rules->len + 1);
    scratch->always = g_new0(guint8, rules->len + 1);
    for (guint i = 0; i < rules->len; i++) {
        const GPtrArray *forms = isr_rule_forms(rules->pdata[i]);

        for (guint n = 0; n < forms->len; n++) {
            IsrForm *form = forms->pdata[n];

            isr_form_sift(form, scratch->sieve);
            g_array_append_val(scratch->rule_of, i);
            scratch->always[i] |= (guint8)((form->number == ISR_FORM_NO_NUMBER ? FOR_FORM : 0) |
                                           (form->heading ? FOR_COLUMN : 0));
        }
        scratch->forms += forms->len;
    }
    scratch->headings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return scratch;
}

void isr_scratch_free(IsrScratch *scratch)
{
    if (!scratch)
        return;
    isr_sieve_free(scratch->sieve);
    g_clear_pointer(&scratch->headings, g_hash_table_unref);
    g_clear_pointer(&scratch->rule_of, g_array_unref);
    g_free(scratch->asked);
    g_free(scratch->always);
    pcre2_jit_stack_free(scratch->stack);
    pcre2_match_context_free(scratch->context);
    pcre2_match_data_free(scratch->match);
    g_free(scratch);
}

/* Notes which rules have a form with a place in the reading. */
static void ask_rules(IsrScratch *scratch, gboolean row)
{
    guint n;
    const guint16 *touched = isr_sieve_touched(scratch->sieve, &n);

    for (guint i = 0; i < scratch->rules; i++)
        scratch->asked[i] = scratch->always[i] & (row ? FOR_FORM | FOR_COLUMN : FOR_FORM);
    for (guint i = 0; i < n; i++)
        scratch->asked[g_array_index(scratch->rule_of, guint, touched[i])] = TRUE;
}

void isr_scratch_read(IsrScratch *scratch, const IsrReading *reading)
{
    scratch->reading = reading;
    scratch->counted = scratch->column = 0;
    scratch->surveyed = FALSE;
    if (!scratch->sieve)
        return;
    isr_sieve_sift(scratch->sieve, reading->text->str, reading->text->len);
    ask_rules(scratch, reading->block->columns != NULL);
}

gboolean isr_scratch_may_match(const IsrScratch *scratch, guint rule)
{
    return !scratch->sieve || rule >= scratch->rules || scratch->asked[rule];
}

void isr_scratch_survey(IsrScratch *scratch)
{
    const GString *text = scratch->reading->text;
    const GPtrArray *columns = scratch->reading->block->columns;

    if (scratch->surveyed)
        return;
    scratch->surveyed = TRUE;
    memset(scratch->present, 0, sizeof scratch->present);
    for (gsize i = 0; i < text->len; i++)
        scratch->present[(guchar)text->str[i]] = TRUE;
    isr_wordset_clear(&scratch->words);
    isr_wordset_add(&scratch->words, text->str, text->len);
    for (guint i = 0; columns && i < columns->len; i++) {
        const char *heading = g_ptr_array_index(columns, i);

        if (heading)
            isr_wordset_add(&scratch->words, heading, strlen(heading));
    }
}

/* Headings that are remembered: those of a few tables. */
#define MOST_HEADINGS 200

guint8 *isr_scratch_heading(IsrScratch *scratch, const char *heading)
{
    guint8 *known = g_hash_table_lookup(scratch->headings, heading);

    if (known)
        return known;
    if (g_hash_table_size(scratch->headings) >= MOST_HEADINGS)
        g_hash_table_remove_all(scratch->headings);
    known = g_new0(guint8, scratch->forms);
    g_hash_table_insert(scratch->headings, g_strdup(heading), known);
    return known;
}
