/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why each thing was found and what becomes of it, in words. */
#pragma once

#include <isredact/patterns.h>
#include <isredact/record.h>

/* What explains the findings of one record. Everything is borrowed. */
typedef struct {
    const IsrPatterns *patterns;
    const IsrRecord *record;
    gboolean show;    /* with the text that was found */
    gboolean decided; /* a profile was asked for, so what becomes of it is said */
} IsrExplanation;

/* The four lines on @outcome: what and where, what found it and how sure that is, whose it is and
 * why, what becomes of it (if decided). @block: in which it was found. @text: what was found, for a
 * terminal; NULL leaves it out. Free with g_free(). */
char *isr_explain_outcome(const IsrExplanation *explanation, const IsrOutcome *outcome,
                          const IsrBlock *block, const char *text);
