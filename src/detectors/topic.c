/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences and cells that speak of a sensitive matter, one finding for each matter. Whose it is
 * shows only when people are settled: that is focus.c's. */
#include "detectors.h"

#include "../gist.h"

/* Above this score a sentence is as sure as it can be. */
#define SURE 2.0

static const char *reason_of(const IsrMatter *matter)
{
    g_autofree char *words = g_strdelimit(g_strdup(matter->family->name), "-_", ' ');
    g_autofree char *reason =
        g_strdup_printf("%s: words of the family \"%s\"", isr_topic_title(matter->topic), words);

    return g_intern_string(reason);
}

static void append(const IsrReading *reading, const IsrMatter *matter, GArray *findings)
{
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, matter->range.start, matter->range.end),
        .category = matter->category,
        .rule = isr_topic_id(matter->topic),
        .reason = reason_of(matter),
        .score = 0.6 + 0.3 * MIN(matter->score, SURE) / SURE,
        .flags = matter->perhaps ? ISR_FINDING_PERHAPS : ISR_FINDING_PLAIN,
        .role = ISR_ROLE_UNSURE,
    };

    g_array_append_val(findings, finding);
}

/* A file's name and a title name a matter but tell nothing of it. */
static gboolean is_looked_into(const IsrBlock *block)
{
    return block->kind != ISR_BLOCK_METADATA;
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    (void)error;
    if (!is_looked_into(reading->block) || isr_topics_all(patterns->topics)->len == 0)
        return TRUE;
    g_autoptr(IsrGist) gist = isr_gist_new(patterns, reading->text);
    g_autoptr(GArray) matters = g_array_new(FALSE, FALSE, sizeof(IsrMatter));

    for (guint i = 0; i < gist->sentences->len; i++)
        isr_gist_matters(gist, patterns, reading->block, i, matters);
    for (guint i = 0; i < matters->len; i++)
        append(reading, &g_array_index(matters, IsrMatter, i), findings);
    return TRUE;
}

const IsrDetector isr_detector_topic = {.id = "topic", .detect = detect};
