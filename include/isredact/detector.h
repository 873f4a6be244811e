/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A detector finds one kind of thing in one reading. */
#pragma once

#include <isredact/finding.h>
#include <isredact/patterns.h>
#include <isredact/reading.h>

typedef struct {
    const char *id;
    /* Appends what it finds in @reading, ranges in the *block's* text. Pure: no state is kept
     * between calls. FALSE with error set (LIMIT) when the text cannot be searched. */
    gboolean (*detect)(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error);
} IsrDetector;

/* NULL-ended table; a new detector adds its word in src/detectors/detectors.c. */
extern const IsrDetector *const isr_detectors[];

/* Runs all detectors over all views of @block and resolves overlaps; appends to @findings. Blocks
 * of kind ATTRIBUTE are not looked into. */
gboolean isr_detect(const IsrPatterns *patterns, const IsrBlock *block, GArray *findings,
                    GError **error);

/* The same for the one @reading of a block that has but one view, and without sentences on
 * sensitive matters. */
gboolean isr_detect_identifiers(const IsrPatterns *patterns, const IsrReading *reading,
                                GArray *findings, GError **error);

/* Appends what the rules find in @reading that are asked only @only; overlaps stay. FALSE with
 * error set (LIMIT) when the text cannot be searched. */
gboolean isr_detect_only(const IsrPatterns *patterns, IsrRuleOnly only, const IsrReading *reading,
                         GArray *findings, GError **error);
