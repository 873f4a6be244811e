/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences and cells that speak of a sensitive matter, one finding for each matter. Whose it is
 * shows only when people are settled: that is focus.c's. */
#include "detectors.h"

#include "../gists.h"
#include "../mark.h"
#include "../matters.h"
#include "../spots.h"

/* Above this score a sentence is as sure as it can be. */
#define SURE 2.0

/* What a reason says of the model is rounded, so that few reasons are kept. */
static const char *reason_of(const IsrMatter *matter)
{
    g_autofree char *reason = NULL, *words = NULL;
    const char *title = isr_topic_title(matter->topic);

    if (!matter->family)
        reason = g_strdup_printf("%s: its words together, %.0f in 100", title, matter->sure * 100);
    else
        words = g_strdelimit(g_strdup(matter->family->name), "-_", ' ');
    if (words)
        reason = g_strdup_printf("%s: words of the family \"%s\", all its words %.0f in 100", title,
                                 words, matter->sure * 100);
    return g_intern_string(reason);
}

static double score_of(const IsrMatter *matter)
{
    return matter->family ? 0.6 + 0.3 * MIN(matter->score, SURE) / SURE : matter->sure;
}

static void append(const IsrReading *reading, const IsrMatter *matter, GArray *findings)
{
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, matter->range.start, matter->range.end),
        .category = matter->category,
        .rule = isr_topic_id(matter->topic),
        .reason = reason_of(matter),
        .score = score_of(matter),
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

/* Of @findings, which stand at @spots, the one that counts for what stands at @origin: a name
 * before others, else the one that was found last; NULL if there is none. */
static const IsrFinding *finding_at(const GArray *findings, const GArray *spots, IsrRange origin)
{
    const IsrFinding *last = NULL;

    for (guint k = isr_spots_before(spots, origin.end);
         k > 0 && g_array_index(spots, IsrSpot, k - 1).farthest > origin.start; k--) {
        const IsrSpot *spot = &g_array_index(spots, IsrSpot, k - 1);
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, spot->n);

        if (origin.start >= spot->range.end)
            continue;
        if (finding->category == ISR_CATEGORY_NAME)
            return finding;
        last = last && last > finding ? last : finding;
    }
    return last;
}

/* @findings, and the program's @marks as names: no word in them tells of anything. Free with
 * g_array_unref(). */
static GArray *with_marks(const GArray *findings, const GArray *marks)
{
    GArray *all = isr_findings_new();

    if (findings->len > 0)
        g_array_append_vals(all, findings->data, findings->len);
    for (guint i = 0; i < marks->len; i++) {
        const IsrFinding finding = {.range = g_array_index(marks, IsrRange, i),
                                    .category = ISR_CATEGORY_NAME};

        g_array_append_val(all, finding);
    }
    return all;
}

/* What other detectors found is marked in @gist, so that no name speaks for a matter. */
static void mark_identifiers(IsrGist *gist, const IsrReading *reading, const GArray *found,
                             const GArray *marks)
{
    const IsrTokens *tokens = gist->tokens;
    g_autoptr(GArray) findings = with_marks(found, marks), spots = isr_spots_of(findings, TRUE);

    for (guint i = 0; i < tokens->tokens->len && findings->len > 0; i++) {
        const IsrToken *token = isr_tokens_nth(tokens, i);
        const IsrFinding *finding =
            finding_at(findings, spots, isr_reading_origin(reading, token->start, token->end));

        if (finding)
            isr_gist_mark(gist, (IsrRange){token->start, token->end}, finding->category);
    }
}

/* Whether the @n-th sentence of @gist is but what the program left of another. */
static gboolean is_mark(const IsrGist *gist, const IsrReading *reading, guint n,
                        const GArray *marks)
{
    const IsrRange range = g_array_index(gist->sentences, IsrGistSentence, n).sentence.range;

    return isr_marks_fill(marks, reading->block->text,
                          isr_reading_origin(reading, range.start, range.end));
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    (void)error;
    if (!is_looked_into(reading->block) || isr_topics_all(patterns->topics)->len == 0)
        return TRUE;
    g_autoptr(IsrGist) gist = isr_gist_new(patterns, reading->text);
    g_autoptr(GArray) matters = g_array_new(FALSE, FALSE, sizeof(IsrMatter));
    g_autoptr(GArray) marks = isr_marks_in(reading->block->text);

    mark_identifiers(gist, reading, findings, marks);
    for (guint i = 0; i < gist->sentences->len; i++)
        if (!is_mark(gist, reading, i, marks))
            isr_matters_find(gist, patterns, reading->block, i, matters);
    for (guint i = 0; i < matters->len; i++)
        append(reading, &g_array_index(matters, IsrMatter, i), findings);
    /* Whom its sentences are about is asked when the block is decided. */
    isr_gists_keep(patterns->gists, g_steal_pointer(&gist));
    return TRUE;
}

const IsrDetector isr_detector_topic = {.id = "topic", .detect = detect};
