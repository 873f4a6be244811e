/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What searching with forms works with, from one reading to the next: memory, the sieve, and what
 * is known of the reading in hand. Serves form_match.c. */
#pragma once

#include "form.h"

struct IsrScratch {
    IsrSieve *sieve; /* or NULL */
    pcre2_match_data *match;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    const IsrReading *reading;
    gboolean surveyed; /* what follows is known of the reading */
    gboolean present[256];
    IsrWordset words;      /* of the reading and of its columns' headings */
    GHashTable *headings;  /* of columns: of each form's number, whether it is one of its labels */
    guint forms, rules;    /* that were sifted */
    GArray *rule_of;       /* of guint, by the number of a form: whose it is */
    guint8 *asked;         /* of each rule: whether it can match in the reading */
    guint8 *always;        /* likewise, in any reading: FOR_FORM; in a table's row: FOR_COLUMN */
    gsize counted, column; /* the byte up to which cell breaks were counted, and how many */
    const IsrForm *form;   /* asked by the callout */
    gboolean strict;       /* checks must pass */
};

/* Finds out, once for the reading, which bytes and words it holds. */
void isr_scratch_survey(IsrScratch *scratch);

/* What is known of a column's @heading, by the numbers of the forms that were sifted: 0 nothing, 1
 * it is none of the form's labels, 2 it is one. For the caller to fill in; borrowed, until another
 * heading is asked for. */
guint8 *isr_scratch_heading(IsrScratch *scratch, const char *heading);
