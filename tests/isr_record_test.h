/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record such as a run over a short plan makes, for the tests of record, manifest and summary. */
#pragma once

#include "isr_test.h"

#include <isredact/record.h>

/* Stands in the invented document and must stand in no view of the record. */
#define RECORD_NAME "Jayden Okafor"

static inline IsrProfile *record_profile(const char *id)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
    g_autoptr(GError) error = NULL;
    IsrProfile *profile = isr_profile_load(folder, id, &error);

    assert_no_error(error);
    return profile;
}

/* Adds a finding of @category in paragraph @block (from 0); returns it. */
static inline IsrOutcome *record_add(IsrRecord *record, guint block, IsrCategory category,
                                     IsrRole role, IsrAction asked, IsrAction done, const char *now)
{
    IsrOutcome *outcome = g_new0(IsrOutcome, 1);

    outcome->finding.block = block;
    outcome->finding.category = category;
    outcome->finding.role = role;
    outcome->finding.rule = "label";
    outcome->finding.reason = "the label beside it says so";
    outcome->finding.score = 0.85;
    outcome->part = g_strdup("word/document.xml");
    outcome->asked = asked;
    outcome->done = done;
    outcome->now = g_strdup(now);
    g_ptr_array_add(record->outcomes, outcome);
    return outcome;
}

/* A copy was written; nothing was found yet. */
static inline IsrRecord *record_new(const IsrProfile *profile)
{
    static const char digest[] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    IsrRecord *record = isr_record_new();

    record->format = "docx";
    record->source_digest = g_strdup(digest);
    record->copy_digest = g_strdup(digest);
    record->source_size = 12345;
    record->copy_size = 12001;
    record->profile = profile;
    record->patterns_digest = digest;
    record->blocks = 40;
    record->verify_blocks = 40;
    record->verify_values = 3;
    record->verify_bytes = 98765;
    return record;
}
