/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tally: what was found of what was marked, by category, by origin and role of the person,
 * and by format; printed as one table. */
#pragma once

#include "build.h"
#include "cast.h"
#include "compare.h"

#define ISR_TALLY_FORMATS 3

typedef struct IsrTally IsrTally;

IsrTally *isr_tally_new(void);
void isr_tally_free(IsrTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTally, isr_tally_free)

/* Adds one document in the format isr_builds[@format]. */
void isr_tally_add(IsrTally *tally, guint format, const IsrComparison *comparison);

/* Adds whose the program said that names are: GArray of IsrAttribution, and the cast. */
void isr_tally_attribute(IsrTally *tally, guint format, const GArray *attributions);
void isr_tally_cast(IsrTally *tally, guint format, const IsrCast *cast);

/* TRUE for categories with a form of their own: numbers, references, telephone numbers, mail
 * addresses, postcodes, dates of birth. */
gboolean isr_tally_is_structured(const char *category);
/* TRUE for categories that tell by themselves who it is: all but dates, ages, places and
 * organisations. */
gboolean isr_tally_is_direct(const char *category);

/* Per cent, the worst over the formats; 100 and 0 when nothing was counted. */
double isr_tally_structured(const IsrTally *tally);
double isr_tally_direct(const IsrTally *tally);
double isr_tally_names(const IsrTally *tally);
/* Of the people of whom some name was found, those who have their right role. */
double isr_tally_people(const IsrTally *tally);
/* Names of the origin whose names are found best, less those of the one found worst. */
double isr_tally_gap(const IsrTally *tally);
double isr_tally_needless(const IsrTally *tally);

/* The table; free with g_free(). */
char *isr_tally_text(const IsrTally *tally);
