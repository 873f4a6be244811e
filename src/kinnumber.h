/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kin numbers: what tells the second social worker of a record from the first. */
#pragma once

#include <isredact/people.h>

/* For each person, from 0, the number among those who are called the same ("mother"); 0 if there is
 * but one, or nothing is said. As many as there are people, and one; free with g_free(). */
guint *isr_kin_numbers_new(const IsrPeople *people);
