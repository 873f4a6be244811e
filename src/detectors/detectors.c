/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of detectors, and how they are run over one block. */
#include "detectors.h"

#include "adjunct.h"
#include "mark.h"
#include "recall.h"

const IsrDetector *const isr_detectors[] = {
    &isr_detector_pattern,      &isr_detector_label,
    &isr_detector_name,         &isr_detector_address,
    &isr_detector_organisation, &isr_detector_place,
    &isr_detector_tagger, /* last of those that find people: it heeds what they found */
    &isr_detector_topic,        NULL,
};

/* Runs the detectors over @reading; not the one that finds sentences unless @topics. */
static gboolean detect_in(const IsrPatterns *patterns, const IsrReading *reading, gboolean topics,
                          GArray *findings, GError **error)
{
    for (const IsrDetector *const *detector = isr_detectors; *detector; detector++) {
        if (!topics && *detector == &isr_detector_topic)
            continue;
        if (!(*detector)->detect(patterns, reading, findings, error))
            return FALSE;
        isr_marks_spare(reading->block->text, findings);
    }
    return TRUE;
}

static gboolean detect_view(const IsrPatterns *patterns, const IsrBlock *block, IsrView view,
                            GArray *findings, GError **error)
{
    g_autoptr(IsrReading) reading = isr_reading_new(block, view);

    return detect_in(patterns, reading, TRUE, findings, error);
}

/* Resolves @found, all of @block, and appends what is left to @findings. */
static gboolean hand_over(const IsrPatterns *patterns, const IsrBlock *block, GArray *found,
                          GArray *findings, GError **error)
{
    for (guint i = 0; i < found->len; i++)
        g_array_index(found, IsrFinding, i).block = block->index;
    isr_findings_resolve(found, block);
    if (!isr_adjuncts_add(patterns, block, found, error))
        return FALSE;
    if (found->len > 0)
        g_array_append_vals(findings, found->data, found->len);
    return TRUE;
}

/* In which way a block is searched, for isr_recall_find(). */
static guint way(const IsrPatterns *patterns, gboolean topics)
{
    return (topics ? 1 : 0) | (patterns->whereabouts ? 2 : 0) | (patterns->houses ? 4 : 0);
}

/* Names in the mark-up and what was read before are only swept for known values. */
static gboolean is_detected_in(const IsrBlock *block)
{
    return block->kind != ISR_BLOCK_ATTRIBUTE && block->kind != ISR_BLOCK_SQUEEZED;
}

gboolean isr_detect_identifiers(const IsrPatterns *patterns, const IsrReading *reading,
                                GArray *findings, GError **error)
{
    g_autoptr(GArray) found = isr_findings_new();
    gboolean plain = !isr_reading_has_views(reading->block);
    guint before = findings->len;

    if (!is_detected_in(reading->block) ||
        (plain &&
         isr_recall_find(patterns->recall, reading->block, way(patterns, FALSE), findings)))
        return TRUE;
    if (!detect_in(patterns, reading, FALSE, found, error))
        return FALSE;
    if (!hand_over(patterns, reading->block, found, findings, error))
        return FALSE;
    if (plain)
        isr_recall_keep(patterns->recall, findings, before);
    return TRUE;
}

gboolean isr_detect(const IsrPatterns *patterns, const IsrBlock *block, GArray *findings,
                    GError **error)
{
    g_autoptr(GArray) found = isr_findings_new();
    gboolean plain = !isr_reading_has_views(block);
    guint before = findings->len;

    if (!is_detected_in(block) ||
        (plain && isr_recall_find(patterns->recall, block, way(patterns, TRUE), findings)))
        return TRUE;
    if (!detect_view(patterns, block, ISR_VIEW_AFTER, found, error))
        return FALSE;
    if (isr_reading_has_views(block) &&
        (!detect_view(patterns, block, ISR_VIEW_ALL, found, error) ||
         !detect_view(patterns, block, ISR_VIEW_BEFORE, found, error)))
        return FALSE;
    if (!hand_over(patterns, block, found, findings, error))
        return FALSE;
    if (plain)
        isr_recall_keep(patterns->recall, findings, before);
    return TRUE;
}
