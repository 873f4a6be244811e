/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the words of a table say of its numbers: whether they count people. Serves counttable.c. */
#pragma once

#include <glib.h>

typedef enum {
    ISR_COUNTWORDS_TOTAL = 1 << 0,     /* "Total", "All pupils" */
    ISR_COUNTWORDS_PEOPLE = 1 << 1,    /* "boys", "referrals": people or cases, many of them */
    ISR_COUNTWORDS_NUMBER = 1 << 2,    /* "Number of ...", "Count" */
    ISR_COUNTWORDS_GROUP = 1 << 3,     /* "School", "Ethnicity": what people are counted by */
    ISR_COUNTWORDS_SHARE = 1 << 4,     /* "%", "Per cent" */
    ISR_COUNTWORDS_MEASURE = 1 << 5,   /* "Score", "Dose", "Average": never a number of people */
    ISR_COUNTWORDS_THING = 1 << 6,     /* "Days": no people unless people are named as well */
    ISR_COUNTWORDS_PERSON = 1 << 7,    /* "Name", "DOB": one person a row */
    ISR_COUNTWORDS_ORDER = 1 << 8,     /* "No.", "Item": rows are numbered */
    ISR_COUNTWORDS_SCORE = 1 << 9,     /* "SDQ", "dose": about one person, whatever it adds up to */
    ISR_COUNTWORDS_STATISTIC = 1 << 10 /* begins with "Average", "Rate" */
} IsrCountWords;

/* IsrCountWords of @length bytes of a cell or caption. */
guint isr_countwords_of(const char *text, gsize length);
