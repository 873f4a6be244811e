/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is spoken of in a sentence: its names, its words for people and its pronouns, in order.
 * "Ada's mother" is one person, and so is "his brother, Ralph". */
#pragma once

#include <isredact/finding.h>

#include "gist.h"
#include "people.h"

typedef struct {
    guint first, last; /* tokens */
    IsrPersonKind kind;
    IsrRole role;
    guint person;    /* 0: not known which */
    const char *kin; /* or NULL */
    char gender;     /* 'f', 'm', or 0 */
    gboolean named;
    gboolean owns; /* what follows is theirs: "mum's", "her" */
} IsrSpoken;

/* Appends whom the @n-th sentence of @gist (made of @block's text) speaks of. @findings: the
 * block's in the order of isr_findings_sort(), names among them already attributed. */
void isr_spoken_find(const IsrPeople *people, const IsrGist *gist, guint n, const GArray *findings,
                     GArray *spoken);
