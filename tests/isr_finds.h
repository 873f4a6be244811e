/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of one category is found in a text, held against what should be. */
#pragma once

#include "isr_test.h"

#include <string.h>

#include <isredact/detector.h>

static inline int finds_load(void **state)
{
    g_autoptr(GError) error = NULL;

    *state = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    return 0;
}

static inline int finds_free(void **state)
{
    isr_patterns_free(*state);
    return 0;
}

/* What is found as @category in @text must be @wanted, parted by '|'; "" for nothing. */
static inline void finds_expect(const IsrPatterns *patterns, IsrCategory category, const char *text,
                                const char *wanted)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(GString) found = g_string_new(NULL);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, NULL));
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category == category)
            g_string_append_printf(found, "%s%.*s", found->len > 0 ? "|" : "",
                                   (int)(finding->range.end - finding->range.start),
                                   text + finding->range.start);
    }
    if (strcmp(found->str, wanted) != 0)
        fail_msg("in \"%s\": found \"%s\", not \"%s\"", text, found->str, wanted);
}
