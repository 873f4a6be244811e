/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as people write them, in British order: 14/03/2012, 14.3.12, 2012-03-14, 4th of October
 * 2011, 16th Jan '11, March 2023, 30 Ebrill. */
#pragma once

#include <isredact/block.h>

/* A date that was read. A part that was not written is 0, and is never made up. */
typedef struct {
    guint day, month, year; /* year with its century */
    guint nominal; /* for moving: the year that a date without one is likely to be of; 0: an
                      ordinary one. The caller's to set */
    /* Where each part stands in the text, so that it can be written anew in the same form. */
    IsrRange at_day, at_month, at_year;
} IsrDate;

/* Reads @text, which must hold one date and nothing else but a weekday. FALSE if it is no date
 * that is understood: two dates, a time of day, a day that the month does not have. */
gboolean isr_date_read(const char *text, IsrDate *date);

/* The same for a date of birth: of two digits that would be a year to come, the last century's is
 * meant ("12/5/38"). */
gboolean isr_date_read_birth(const char *text, IsrDate *date);

/* "2012"; NULL if no year was written. Free with g_free(). */
char *isr_date_to_year(const IsrDate *date);

/* "March 2012", "March" or "2012": what was written, without the day. NULL if that is nothing. */
char *isr_date_to_month(const IsrDate *date);

/* @date, which was read from @text, moved by @days and written in the form of @text: order,
 * separators, zeros, words, capitals. A date without a year moves as in its nominal year, one
 * without a day from the middle of its month. NULL if the result is no date. Free with g_free(). */
char *isr_date_move(const IsrDate *date, const char *text, int days);
