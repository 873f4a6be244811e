/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the record speaks of a man or a woman: titles, words for relatives, pronouns, and whose
 * forename it mostly is. */
#pragma once

#include "people.h"

/* How sure it is that @cluster is a man (up to 1) or a woman (down to -1); 0: nothing tells. */
double isr_sex(const IsrPatterns *patterns, const Cluster *cluster);
/* The same of the settled person with @number, from 1. */
double isr_sex_of_person(const IsrPeople *people, guint number);
/* The same of a name alone, by its title and forename. */
double isr_sex_of_name(const IsrPatterns *patterns, const Mention *mention);
