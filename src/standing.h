/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a name stands: the words around it, the column, row and line it is in, how it is written,
 * as features that are counted for each mention. Nothing of the text is kept but their
 * fingerprints. What they say of a role is learnt (bearing.h). */
#pragma once

#include "people.h"
#include "surroundings.h"

/* What a feature is of: whoever asks why is told so, since its words are not kept. */
typedef enum {
    STANDING_WORDS,   /* the words beside the name */
    STANDING_KIN,     /* a word for a relative beside it */
    STANDING_WORK,    /* a word for a job or a service beside it */
    STANDING_COMPANY, /* another name beside it */
    STANDING_TABLE,   /* column, first cell, next cell */
    STANDING_LINE,    /* the beginning of the line or the heading above */
    STANDING_FORM,    /* how the name is written */
    STANDING_PLACE,   /* how often and how early it stands in the record */
    STANDING_LABEL,   /* a label, a field or a table names the role */
    STANDING_CUE,     /* wordings of patterns/cues/ */
    STANDING_FAMILY,  /* whose surname it is, whose relative */
    N_STANDINGS
} Standing;

/* Features of one mention at most: a name that stands everywhere says no more for it. */
#define STANDING_MOST_TRAITS 600

/* A feature that says @text of @tag ("L1", "column"). */
guint32 isr_standing_feature(const char *tag, const char *text, gssize length);

/* Counts what is said at @finding, a name of @block, for the mention @number, and ties it to the
 * name before it in the line. */
void isr_standing_learn(IsrPeople *people, const IsrBlock *block, const IsrFinding *finding,
                        const Surroundings *around, guint number);

/* What mention->traits holds for a feature: how often it was met, and what it is of. */
static inline guint isr_standing_times(gpointer packed)
{
    return GPOINTER_TO_UINT(packed) >> 8;
}

static inline Standing isr_standing_kind(gpointer packed)
{
    return (Standing)(GPOINTER_TO_UINT(packed) & 0xff);
}
