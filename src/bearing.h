/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's bearing: everything that the record says of who they are, as features of a learnt
 * model, and how likely each role is by it. Judged twice: everybody alone, then everybody beside
 * what the others were found to be (whose surname, whose relative, in whose company). */
#pragma once

#include "standing.h"

#include "appellation.h"
#include "circle.h"
#include "classifier.h"

/* Roles that are learnt: those before the referrer, which is told in confidence or not. */
#define BEARING_ROLES ((guint)ISR_ROLE_REFERRER)

/* For the models' files; the number grows with every change of the features. */
#define BEARING_ALONE "people alone 4"
#define BEARING_AMONG "people among others 4"

typedef struct {
    guint32 feature;
    float value;
    Standing kind;
} Trait;

/* What the record as a whole has of people. */
typedef struct {
    const IsrPeople *people; /* borrowed */
    Circles *circles;
    guint *first;         /* the place where each person is first named, by number - 1 */
    guint mentions, most; /* of everybody, and of who has most */
    double claim;         /* the best to be the subject */
    double best, second;  /* how likely those are subjects who are likeliest */
    double sums[N_NAMED][ISR_N_ROLES]; /* of how likely each role is for those who are named so */
    guint named[N_NAMED];              /* how many these are */
} Bearings;

/* Of @people whose evidence is added up. Free with isr_bearings_free() (accepts NULL). */
Bearings *isr_bearings_new(const IsrPeople *people);
void isr_bearings_free(Bearings *all);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bearings, isr_bearings_free)
/* Notes what the likeliest subjects are, once cluster->likely of all is set. */
void isr_bearings_look(Bearings *all);

/* Adds to @traits (of Trait) the feature that says @text of @tag, unless @value is 0. */
void isr_bearing_put(GArray *traits, Standing kind, const char *tag, const char *text,
                     double value);

/* What is said of @cluster itself: GArray of Trait in order of their features, to be freed. */
GArray *isr_bearing_alone(const Bearings *all, const Cluster *cluster);
/* The same but for the places where they are named, with what their own and the others'
 * cluster->likely adds. */
GArray *isr_bearing_among(const Bearings *all, const Cluster *cluster);

/* How likely @model finds each role of who has @traits; to @likely, of ISR_N_ROLES. */
void isr_bearing_weigh(const IsrClassifier *model, const GArray *traits, double *likely);

/* Takes some of @alone, of ISR_N_ROLES, into @among. */
void isr_bearing_blend(double *among, const double *alone);

/* Sets cluster->likely and cluster->because of all, once evidence is added up. */
void isr_bearing_judge(IsrPeople *people);
