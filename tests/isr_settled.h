/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small records read to their end: whom they name, settled. */
#pragma once

#include "isr_patterns_test.h"

#include <isredact/detector.h>

#include "../src/people.h"

typedef struct {
    IsrPeople *people;
    IsrTerms *terms;
} Settled;

/* The people of a record whose paragraphs and rows are @texts (ends with NULL); settled_free() it.
 */
static inline Settled settle(const char *const *texts)
{
    Settled settled = {isr_people_new(patterns, NULL), isr_terms_new()};

    for (guint i = 0; texts[i] != NULL; i++) {
        g_autoptr(IsrBlock) block = isr_block_new(
            strchr(texts[i], ISR_CELL_BREAK) ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "part");
        g_autoptr(GArray) findings = isr_findings_new();

        block->index = i;
        isr_block_append(block, texts[i], -1, 0, ISR_RUN_PLAIN);
        assert_true(isr_detect(patterns, block, findings, NULL));
        isr_people_learn(settled.people, block, findings);
    }
    isr_people_settle(settled.people, settled.terms);
    return settled;
}

static inline void settled_free(Settled *settled)
{
    isr_people_free(settled->people);
    isr_terms_free(settled->terms);
}
