/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tally: what was found of what was marked, by category, by origin and role of the person,
 * and by format; printed as one table. */
#pragma once

#include "attribution.h"
#include "build.h"
#include "compare.h"

#define ISR_TALLY_FORMATS 3

typedef struct IsrTally IsrTally;

IsrTally *isr_tally_new(void);
void isr_tally_free(IsrTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTally, isr_tally_free)

/* Adds one document in the format isr_builds[@format]. */
void isr_tally_add(IsrTally *tally, guint format, const IsrComparison *comparison);

/* Adds whose the program said that names are: GArray of IsrAttribution. */
void isr_tally_attribute(IsrTally *tally, guint format, const GArray *attributions);

/* TRUE for categories with a form of their own: numbers, references, telephone numbers, mail
 * addresses, postcodes, dates of birth. */
gboolean isr_tally_is_structured(const char *category);

/* Per cent, the worst over the formats; 100 and 0 when nothing was counted. */
double isr_tally_structured(const IsrTally *tally);
double isr_tally_names(const IsrTally *tally);
double isr_tally_needless(const IsrTally *tally);

/* The table; free with g_free(). */
char *isr_tally_text(const IsrTally *tally);
