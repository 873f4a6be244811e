/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mentions become people, people get roles. The seam for the person finder of the document as a
 * whole: learn() sees every block once, settle() decides, and afterwards everything is constant. */
#pragma once

#include <isredact/finding.h>
#include <isredact/patterns.h>
#include <isredact/reading.h>
#include <isredact/terms.h>

typedef struct {
    guint number;         /* from 1, by first mention */
    IsrRole role;         /* by which it is decided what becomes of what is theirs */
    IsrRole presumed;     /* what they probably are where the role is unsure; else the role */
    const char *evidence; /* why this role, in words, no document text; interned */
    const char *kin;      /* "mother", "social worker": what the label calls them, or NULL */
    GPtrArray *names;     /* of char *: the forms in which the name was met; never shown */
    gboolean check;       /* the role is unsure: a person must look */
    gboolean recipient;   /* will receive the copy (--for) */
    gboolean missed;      /* --subject names them, and nobody was met who bears the name */
} IsrPerson;

typedef struct IsrPeople IsrPeople;

/* @patterns is borrowed. @subjects: what --subject said ("NAME" or "NAME=ALIAS=ALIAS"), or NULL.
 * Free with isr_people_free() (accepts NULL). */
IsrPeople *isr_people_new(const IsrPatterns *patterns, char **subjects);
void isr_people_free(IsrPeople *people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPeople, isr_people_free)

/* Learns from the findings of one block, in order of the walk. */
void isr_people_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings);

/* Merges mentions into people, gives roles, fills @terms with every form of every value learnt. */
void isr_people_settle(IsrPeople *people, IsrTerms *terms);

/* After settling: @name (as --for gives it, titles or not) is the person who will receive the copy.
 * Errors: USAGE if nobody who is met in the document has that name, or several have. */
gboolean isr_people_receive(IsrPeople *people, const char *name, GError **error);
/* The number of that person; 0 if none was named. */
guint isr_people_recipient(const IsrPeople *people);

/* After settling: sets person and role of each finding of a block (from its own evidence, the
 * names in the same block, labels, the heading above). */
void isr_people_attribute(const IsrPeople *people, const IsrBlock *block, GArray *findings);

/* After settling: appends a finding for every number in @reading that is a house's known from the
 * addresses learnt, or that of a neighbour. FALSE with LIMIT. */
gboolean isr_people_sweep_houses(const IsrPeople *people, const IsrReading *reading,
                                 GArray *findings, GError **error);

/* The role to write down for @finding: its own, or, where that is unsure, what its person probably
 * is. @people may be NULL. */
IsrRole isr_people_presume(const IsrPeople *people, const IsrFinding *finding);

/* How many different names were met so far. */
guint isr_people_names(const IsrPeople *people);
/* How many people there are after settling; the one of @number, from 1 (borrowed). */
guint isr_people_size(const IsrPeople *people);
const IsrPerson *isr_people_nth(const IsrPeople *people, guint number);
