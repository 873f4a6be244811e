/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What rules match becomes findings. A rule of category "none" shields: what stands within its
 * match is no finding, unless a label says what it is. */
#include "detectors.h"

#include <isredact/error.h>
#include <isredact/limits.h>

/* A match and whose it is. */
typedef struct {
    IsrMatch match;
    const IsrRule *rule;
} Hit;

/* Whether @rule is asked where those are that are asked only so; shields always are. */
static gboolean is_asked(const IsrPatterns *patterns, const IsrRule *rule, IsrRuleOnly only)
{
    IsrRuleOnly own = isr_rule_only(rule);

    if (own == only || isr_rule_is_shield(rule))
        return TRUE;
    return only == ISR_RULE_ALWAYS &&
           (own == ISR_RULE_WHEREABOUTS ? patterns->whereabouts : patterns->houses);
}

static gboolean collect(const IsrPatterns *patterns, IsrRuleOnly only, GArray *hits,
                        GArray *shields, GError **error)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IsrMatch));
    IsrScratch *scratch = patterns->scratch;

    for (guint i = 0; i < patterns->rules->len; i++) {
        const IsrRule *rule = g_ptr_array_index(patterns->rules, i);

        if (!isr_scratch_may_match(scratch, i) || !is_asked(patterns, rule, only))
            continue;
        g_array_set_size(matches, 0);
        if (!isr_rule_match(rule, scratch, matches, error))
            return FALSE;
        for (guint n = 0; n < matches->len; n++) {
            Hit hit = {g_array_index(matches, IsrMatch, n), rule};

            g_array_append_val(isr_rule_is_shield(rule) ? shields : hits, hit);
        }
        if (hits->len > ISR_LIMIT_FINDINGS || shields->len > ISR_LIMIT_FINDINGS) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT, "more than %d findings in one block",
                        ISR_LIMIT_FINDINGS);
            return FALSE;
        }
    }
    return TRUE;
}

static gint by_start(gconstpointer a, gconstpointer b)
{
    const Hit *x = a, *y = b;

    return x->match.start < y->match.start ? -1 : x->match.start > y->match.start;
}

static gboolean is_shielded(const Hit *hit, const GArray *shields, guint first)
{
    if (hit->match.flags & ISR_FINDING_LABELLED)
        return FALSE;
    for (guint i = first; i < shields->len; i++) {
        const IsrMatch *shield = &g_array_index(shields, Hit, i).match;

        if (shield->start > hit->match.start)
            return FALSE;
        if (shield->end >= hit->match.end)
            return TRUE;
    }
    return FALSE;
}

static void append(const IsrReading *reading, const Hit *hit, GArray *findings)
{
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, hit->match.start, hit->match.end),
        .category = isr_rule_category(hit->rule),
        .rule = isr_rule_id(hit->rule),
        .reason = isr_rule_reason(hit->rule, &hit->match),
        .score = hit->match.score,
        .flags = hit->match.flags,
        .role = ISR_ROLE_UNSURE,
    };

    g_array_append_val(findings, finding);
}

gboolean isr_detect_only(const IsrPatterns *patterns, IsrRuleOnly only, const IsrReading *reading,
                         GArray *findings, GError **error)
{
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(Hit));
    g_autoptr(GArray) shields = g_array_new(FALSE, FALSE, sizeof(Hit));
    guint first = 0;

    isr_scratch_read(patterns->scratch, reading);
    if (!collect(patterns, only, hits, shields, error))
        return FALSE;
    g_array_sort(hits, by_start);
    g_array_sort(shields, by_start);
    for (guint i = 0; i < hits->len; i++) {
        const Hit *hit = &g_array_index(hits, Hit, i);

        while (first < shields->len &&
               g_array_index(shields, Hit, first).match.end <= hit->match.start)
            first++;
        if (!is_shielded(hit, shields, first))
            append(reading, hit, findings);
    }
    return TRUE;
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    return isr_detect_only(patterns, ISR_RULE_ALWAYS, reading, findings, error);
}

const IsrDetector isr_detector_pattern = {.id = "pattern", .detect = detect};
