/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rows and columns of a table are: labels, counts, percentages, totals. Serves
 * counttable.c. */
#pragma once

#include "counttable.h"
#include "suppress.h"

typedef enum {
    ISR_LINE_LABELS, /* words, or numbers that count nobody */
    ISR_LINE_COUNTS,
    ISR_LINE_SHARES /* percentages, rates, means */
} IsrLineKind;

typedef struct {
    const IsrCountTable *table;
    guint columns;                    /* cells of most rows */
    guint first;                      /* the first row below the headings */
    guint rows;                       /* from there on */
    guint8 *column_kinds, *row_kinds; /* IsrLineKind */
    guint *heads;                     /* IsrCountWords of each column's headings */
    guint *labels;                    /* IsrCountWords of each row's labels, from first on */
    guint heading;                    /* IsrCountWords of all headings */
    gboolean ragged;                  /* rows of numbers have not all as many cells */
    gboolean percent;                 /* percentages stand in it */
} IsrCountLayout;

/* NULL if the first row is no heading, or nothing below it is a number. Free it with
 * isr_countlayout_free() (accepts NULL). */
IsrCountLayout *isr_countlayout_new(const IsrCountTable *table);
void isr_countlayout_free(IsrCountLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCountLayout, isr_countlayout_free)

/* The cell in @row, counted from the first below the headings, and @column; NULL if the row is
 * shorter. Borrowed. */
const IsrTableCell *isr_countlayout_at(const IsrCountLayout *layout, guint row, guint column);

/* TRUE if the cell is a count, be it lost. */
gboolean isr_countlayout_counts(const IsrCountLayout *layout, guint row, guint column);

/* Adds to @matrix, of the layout's rows and columns, the sums that its totals are. How many were
 * found to add up. */
guint isr_countsums_find(const IsrCountLayout *layout, IsrMatrix *matrix);
