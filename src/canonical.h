/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name in the one form that all ways of writing it share: words in any order, without case,
 * accents, titles, hyphens, initials of middle names and names in brackets. */
#pragma once

#include "mention.h"

/* "jayden okafor" of "OKAFOR, Jayden" and "Mr Jayden E. Okafor"; NULL if fewer than two words are
 * written out. Free with g_free(). */
char *isr_canonical_full(const IsrPatterns *patterns, const Mention *mention);

/* The same of the first forename and the surname. Of somebody whose first name is one that many
 * share and few go by ("Mohammed Ali Khan") it is the full name. NULL as above, or if it cannot be
 * told which word is the surname. Free with g_free(). */
char *isr_canonical_short(const IsrPatterns *patterns, const Mention *mention);

/* The short form of somebody who is called @given, squeezed, for the forename; NULL as above, and
 * of whom the short form is the full name. Free with g_free(). */
char *isr_canonical_called(const IsrPatterns *patterns, const Mention *mention, const char *given);

/* "j okafor" of "J. Okafor" and "Jayden Okafor"; NULL if either is not written. Free with
 * g_free(). */
char *isr_canonical_initial(const IsrPatterns *patterns, const Mention *mention);

/* "jayden" of "Jayden Okafor" and "Jayden"; NULL if no forename is written out. Free with
 * g_free(). */
char *isr_canonical_alone(const IsrPatterns *patterns, const Mention *mention);
