/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which cells of a table of counts go, so that no small number stands there and none can be
 * computed from what is left. It knows numbers and sums alone, no text. */
#pragma once

#include <glib.h>

typedef enum {
    ISR_CELL_OTHER, /* words, or a number that counts nobody: never touched, in no sum */
    ISR_CELL_COUNT, /* a whole number of people or cases */
    ISR_CELL_LOST   /* a count that the source itself does not tell ("*", "<5") */
} IsrCellKind;

typedef struct {
    IsrCellKind kind;
    guint64 value;   /* of a COUNT */
    gboolean hidden; /* out: goes */
} IsrCell;

/* The total of some rows (or columns) that stands in another one. */
typedef struct {
    guint total;   /* number of the row or column, or ISR_SUM_KNOWN */
    GArray *parts; /* of guint: the rows or columns that add up to it */
} IsrSum;

/* The total stands nowhere, but a reader can tell it (from percentages, say). */
#define ISR_SUM_KNOWN G_MAXUINT

typedef struct {
    guint rows, columns;
    IsrCell *cells;      /* rows * columns, row by row */
    GArray *row_sums;    /* of IsrSum over rows: hold in each column */
    GArray *column_sums; /* of IsrSum over columns: hold in each row */
} IsrMatrix;

/* A matrix of OTHER cells without sums; free it with isr_matrix_free() (accepts NULL). */
IsrMatrix *isr_matrix_new(guint rows, guint columns);
void isr_matrix_free(IsrMatrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrMatrix, isr_matrix_free)

/* The cell in @row and @column, counted from 0; borrowed. */
IsrCell *isr_matrix_at(const IsrMatrix *matrix, guint row, guint column);

/* Adds the sum of the @n rows (columns) in @parts to @sums, which is one of the matrix's two. */
void isr_matrix_sum(GArray *sums, guint total, const guint *parts, guint n);

/* Sets hidden in every count from 1 to @least - 1, and in others, the smallest first, until:
 * whoever knows all cells that stay, all sums, and that no hidden cell is 0, finds for each
 * hidden cell more than one number that it can be; and what is hidden in one sum comes to @least
 * or more where the total stands. 0 is never hidden. @least 0 or 1 hides nothing. */
void isr_suppress(IsrMatrix *matrix, guint least);
