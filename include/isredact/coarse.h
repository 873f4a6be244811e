/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values made coarser: less exact, never other than what was written. */
#pragma once

#include <isredact/category.h>

/* TRUE for the categories that have a coarser form: dob, age, date, address, postcode. */
gboolean isr_coarse_fits(IsrCategory category);

/* What a person reads of it: "year", "district"; NULL if it does not fit. Borrowed. */
const char *isr_coarse_words(IsrCategory category);

/* @value made coarser: a date of birth its year, a date its month, an age its band, a postcode or
 * an address that holds one its district. NULL if it cannot be done safely. Free with g_free(). */
char *isr_coarse_text(IsrCategory category, const char *value);
