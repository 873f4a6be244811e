/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joining: the steps in which bearers become one, from the strongest tokens to the weakest. */
#pragma once

#include "bearers.h"

/* Joins all that are one; appends what is not clear to @questions (of Question, see namesakes.h).
 */
void isr_joining_run(Bearers *all, GArray *questions);
