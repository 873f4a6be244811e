/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Examples, tried: each becomes a block, all rules are run over it, and what they find is held
 * against the marks. Examples are invented, so messages may show them. */
#include <isredact/example.h>

#include "detectors/detectors.h"

#include <string.h>

static gboolean find(const IsrPatterns *patterns, const IsrBlock *block, GArray *findings,
                     GError **error)
{
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    if (!isr_detector_pattern.detect(patterns, reading, findings, error))
        return FALSE;
    isr_findings_resolve(findings, block);
    return TRUE;
}

static char *piece(const char *text, IsrRange range)
{
    char *shown = g_strndup(text + range.start, range.end - range.start);

    return g_strdelimit(shown, "\x1f\n", '|');
}

/* What was found where @mark is, in words. */
static char *found_instead(const GArray *findings, const char *text, IsrRange mark)
{
    GString *words = g_string_new(NULL);

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (finding->range.start < mark.end && mark.start < finding->range.end) {
            g_autofree char *part = piece(text, finding->range);

            g_string_append_printf(words, "%s\"%s\" as %s by rule %s", words->len ? ", " : "", part,
                                   isr_category_id(finding->category), finding->rule);
        }
    }
    return g_string_free(words->len ? words : g_string_append(words, "nothing"), FALSE);
}

static gboolean is_found(const GArray *findings, IsrRange mark, IsrCategory category)
{
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (finding->range.start == mark.start && finding->range.end == mark.end &&
            finding->category == category)
            return TRUE;
    }
    return FALSE;
}

static void try_match(const IsrRule *rule, const IsrExample *example, const GArray *findings,
                      GPtrArray *complaints)
{
    for (guint i = 0; i < example->marks->len; i++) {
        IsrRange mark = g_array_index(example->marks, IsrRange, i);

        if (is_found(findings, mark, isr_rule_category(rule)))
            continue;
        g_autofree char *wanted = piece(example->text, mark);
        g_autofree char *instead = found_instead(findings, example->text, mark);

        g_ptr_array_add(complaints,
                        g_strdup_printf("%s.rule: [match] %s: \"%s\" should be found as %s, but "
                                        "found was %s",
                                        isr_rule_id(rule), example->key, wanted,
                                        isr_category_id(isr_rule_category(rule)), instead));
    }
}

static void try_no_match(const IsrRule *rule, const IsrExample *example, const GArray *findings,
                         GPtrArray *complaints)
{
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (!g_str_equal(finding->rule, isr_rule_id(rule)) && !isr_rule_is_shield(rule))
            continue;
        g_autofree char *part = piece(example->text, finding->range);

        g_ptr_array_add(complaints,
                        g_strdup_printf("%s.rule: [no-match] %s: \"%s\" should not be found, but "
                                        "was, as %s by rule %s",
                                        isr_rule_id(rule), example->key, part,
                                        isr_category_id(finding->category), finding->rule));
    }
}

GPtrArray *isr_examples_try(const IsrPatterns *patterns, const IsrRule *rule, GError **error)
{
    g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
    const GPtrArray *examples = isr_rule_examples(rule);
    IsrPatterns asked = *patterns; /* with the rules that are asked only on request, or without */

    asked.whereabouts = isr_rule_only(rule) == ISR_RULE_WHEREABOUTS;
    asked.houses = isr_rule_only(rule) >= ISR_RULE_HOUSES;
    for (guint i = 0; i < examples->len; i++) {
        const IsrExample *example = g_ptr_array_index(examples, i);
        g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "example");
        g_autoptr(GArray) findings = isr_findings_new();

        isr_block_append(block, example->text, -1, 0, ISR_RUN_PLAIN);
        if (!find(&asked, block, findings, error))
            return NULL;
        if (example->marks->len > 0)
            try_match(rule, example, findings, complaints);
        else
            try_no_match(rule, example, findings, complaints);
    }
    if (examples->len == 0)
        g_ptr_array_add(complaints, g_strdup_printf("%s.rule: has no examples; write [match] and "
                                                    "[no-match]",
                                                    isr_rule_id(rule)));
    return g_steal_pointer(&complaints);
}
