/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two who are one: "D. Parry-Quick" and "Dilys", "Dell" and "Terry D.". A surname that stands
 * without a forename, and a forename without a surname, named one after the other. */
#pragma once

#include "people.h"

/* Joins them where much speaks for it and nothing against, while mentions become people. */
void isr_pairing_join(IsrPeople *people);
