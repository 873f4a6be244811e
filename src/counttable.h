/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table while it is read, and whether it counts people: then its small numbers go. Serves
 * counts.c. */
#pragma once

#include "countcell.h"

#include <isredact/block.h>

typedef struct {
    IsrRange range; /* in the block's text, without spaces around */
    IsrCountCell reading;
    guint words; /* IsrCountWords */
} IsrTableCell;

typedef struct {
    guint block;    /* IsrBlock.index */
    guint first, n; /* its cells */
} IsrTableRow;

typedef struct {
    GArray *rows;  /* of IsrTableRow; the first is its heading */
    GArray *cells; /* of IsrTableCell, row by row */
    guint caption; /* IsrCountWords of what stands above */
} IsrCountTable;

/* A cell that goes. */
typedef struct {
    guint block;
    IsrRange range;
} IsrCountPlace;

/* An empty table; free it with isr_counttable_free() (accepts NULL). */
IsrCountTable *isr_counttable_new(guint caption);
void isr_counttable_free(IsrCountTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCountTable, isr_counttable_free)

/* Appends to @places (of IsrCountPlace) the cells that must go so that no number from 1 to @least
 * - 1 can be told. FALSE if the table counts nobody. */
gboolean isr_counttable_settle(const IsrCountTable *table, guint least, GArray *places);
