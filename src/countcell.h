/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in one cell of a table that may count people. Serves counts.c. */
#pragma once

#include <glib.h>

typedef enum {
    ISR_COUNTCELL_EMPTY, /* nothing, or a dash */
    ISR_COUNTCELL_WORDS, /* anything else, dates, times and amounts among it */
    ISR_COUNTCELL_WHOLE, /* a whole number: "3" "1,204" "3 (7%)" "3*" */
    ISR_COUNTCELL_SHARE, /* "7%" "7.3 %", or "7.3": a percentage, rate or mean */
    ISR_COUNTCELL_LOST   /* what a source puts for a small number: "*" "<5" "[c]" */
} IsrCountCellKind;

typedef struct {
    IsrCountCellKind kind;
    guint64 value;    /* of WHOLE */
    gboolean percent; /* has a percentage, alone or beside the number */
} IsrCountCell;

/* Reads @length bytes of @text, spaces around them left aside. */
IsrCountCell isr_countcell_read(const char *text, gsize length);
