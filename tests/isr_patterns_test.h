/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests that run the rules of patterns/uk over a text. */
#pragma once

#include "isr_test.h"

#include <isredact/detector.h>
#include <isredact/example.h>

extern const IsrDetector isr_detector_pattern;

static IsrPatterns *patterns;

static inline int load_patterns(void **state)
{
    (void)state;
    g_autofree char *folder = isr_patterns_folder();
    g_autoptr(GError) error = NULL;

    patterns = isr_patterns_load(folder, &error);
    if (!patterns)
        print_error("%s\n", error->message);
    return patterns ? 0 : -1;
}

static inline int unload_patterns(void **state)
{
    (void)state;
    isr_patterns_free(patterns);
    return 0;
}

/* What the rules find in @text, ranges in it, overlaps resolved. */
static inline GArray *find_in(const char *text)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GError) error = NULL;
    GArray *findings = isr_findings_new();

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    assert_true(isr_detector_pattern.detect(patterns, reading, findings, &error));
    assert_no_error(error);
    isr_findings_resolve(findings, block);
    return findings;
}
