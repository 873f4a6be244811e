/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Circles: with whom the record links each person. Whose surname they share, whose relative a word
 * calls them, who is named side by side with them or next in the line. Found once for all, when
 * mentions have become people. */
#pragma once

#include "people.h"

typedef enum {
    LINK_SURNAME,  /* they share one */
    LINK_RELATIVE, /* the other is whose relative the person is */
    LINK_OWNER,    /* the other is the person's relative */
    LINK_PERHAPS,  /* the same by a pronoun, which may be another's */
    LINK_PERHAPS_OWNER,
    LINK_PAIR,   /* "Oskar and Zi Xin" */
    LINK_BEFORE, /* the other is the name before theirs in a line */
    LINK_BEHIND, /* the other is the name behind theirs */
    LINK_BLOCK,  /* they are named in one paragraph or row */
    LINK_COLUMN, /* they are named in one column of a table */
    LINK_FELLOW, /* the record gives a number of the same kind of both, side by side */
    N_LINKS
} LinkKind;

typedef struct {
    const Cluster *other;
    guint32 wording; /* fingerprint of what stands between two names of a line; 0: none */
    guint32 shape;   /* the same with words for relatives and the like by their class */
    LinkKind kind;
} Link;

typedef struct Circles Circles;

/* Of @people, which is borrowed. Free with isr_circles_free() (accepts NULL). */
Circles *isr_circles_new(const IsrPeople *people);
void isr_circles_free(Circles *circles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Circles, isr_circles_free)

/* The links of @cluster: GArray of Link, borrowed. */
const GArray *isr_circles_of(const Circles *circles, const Cluster *cluster);
