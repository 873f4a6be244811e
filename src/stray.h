/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that were taken for part of a name and are none: "Said Lee", "MAY NII", "SHERINE WILL",
 * "Nana Bev". What other names the record has tells. */
#pragma once

#include "people.h"

/* Makes such parts of all mentions PART_STRAY, before they become people. */
void isr_stray_mark(IsrPeople *people);
