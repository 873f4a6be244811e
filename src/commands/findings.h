/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings as a person reads them. */
#pragma once

#include "explain.h"

#include <isredact/pipeline.h>

/* What was found, by category, whose and where, and what each of @profiles (GPtrArray of
 * IsrProfile *) would do with it. No text of the document. Free with g_free(). */
char *isr_findings_table(const IsrRecord *record, const GPtrArray *profiles);

/* Reads @input once more, as @job did, and appends to @text each finding of @record with its text,
 * made harmless for a terminal, in a line; or, with @explanation (else NULL), why it was found,
 * with the text only if the explanation says so. */
gboolean isr_findings_show(const IsrJob *job, const IsrRecord *record, IsrInput *input,
                           const IsrExplanation *explanation, GString *text, GError **error);
