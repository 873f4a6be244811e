/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Those whom one label or headline names together: "Children: Kofi Sarpong, 8; Abena Sarpong, 6",
 * "Re: Kofi (born 3.2.2016) and Abena". Where the record is about one of them, it is about all. */
#pragma once

#include "people.h"

/* Learns which names of @block stand so. */
void isr_together_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings);
/* Once roles are decided: makes those subjects who are named with one. @given: the command line
 * says whom the record is about, and others are only if a label says so too. */
void isr_together_settle(IsrPeople *people, gboolean given);
