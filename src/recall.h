/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was found in texts that were searched before: records repeat their forms, and a batch its
 * letterheads. Detection depends on nothing but the block's text, kind, heading and columns and on
 * the patterns, so the same block gives the same findings. */
#pragma once

#include <isredact/finding.h>

typedef struct IsrRecall IsrRecall;

/* Remembers nothing yet, and never more than a few megabytes. Not shared between threads. Free with
 * isr_recall_free() (accepts NULL). */
IsrRecall *isr_recall_new(void);
void isr_recall_free(IsrRecall *recall);

/* Sets out to look for @block, searched in the way that @how says. TRUE if the same was searched
 * before; what was found is then appended to @findings. FALSE: isr_recall_keep() may follow. */
gboolean isr_recall_find(IsrRecall *recall, const IsrBlock *block, guint how, GArray *findings);

/* Keeps the @findings from index @from on as what there is in the block that was looked for last;
 * their strings must outlive the recall. */
void isr_recall_keep(IsrRecall *recall, const GArray *findings, guint from);
