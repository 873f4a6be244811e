/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a batch would do, told without writing anything. */
#pragma once

#include "batch.h"

/* More formats than there are. */
#define ISR_PLAN_FORMATS 16

typedef struct {
    guint64 documents, refused;
    guint64 formats[ISR_PLAN_FORMATS]; /* documents of each format of isr_formats */
} IsrPlan;

/* Tells the kind of every source of @batch by its content, in workers; what cannot be opened is
 * refused in @batch's journal, which is one in memory. Errors: USAGE, IO. */
gboolean isr_plan_make(const IsrBatch *batch, IsrPlan *plan, GError **error);
