/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinship: whose relative somebody is whom a word for a relative stands beside. Family are those of
 * the subject; a neighbour's wife is none. */
#pragma once

#include "people.h"

/* Sets mention->relative and mention->perhaps of those whose names are among @findings, which are
 * ordered by place and learnt as mentions already. */
void isr_kinship_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings);
