/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a form, shared by form.c, which loads it, and form_match.c, which applies it. */
#pragma once

#include <isredact/form.h>

#include "expression.h"
#include "sieve.h"
#include "wordset.h"

/* A value's group has a number below this in every expression of a form. */
#define ISR_FORM_GROUPS 32

#define ISR_FORM_NO_NUMBER G_MAXUINT

struct IsrForm {
    char *name;
    IsrExpression *code;    /* the value, behind its label if the form has labels; anchored */
    IsrExpression *alone;   /* with labels only: the value without one */
    IsrExpression *more;    /* with labels only: a further value behind the first, or NULL;
                               anchored */
    IsrExpression *heading; /* with labels only: a column's heading that is such a label */
    IsrExpression *before, *after;               /* words that tell, or NULL */
    IsrExpression *unless_before, *unless_after; /* words that tell against, or NULL */
    const IsrCheck **checks;                     /* NULL-ended */
    guint number;                                /* in the sieve, or ISR_FORM_NO_NUMBER */
    int group;    /* number of the value's group, the same in all expressions */
    GArray *keys; /* of guint32: word-set keys one of which must be held, or NULL */
    char *needs;  /* bytes one of which must occur, or NULL */
    gsize window; /* bytes in which context is looked for */
    double score, boost;
    gboolean needs_context;
    gboolean vague;       /* the label says that it is a reference, not which */
    gboolean flag_failed; /* a value that fails its check is found and flagged */
};

/* TRUE if all checks of @form pass. */
gboolean isr_form_checks_pass(const IsrForm *form, const char *value, gsize length);
