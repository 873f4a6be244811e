/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named checks that a rule file can ask for: check digits, ranges, plausible dates. */
#pragma once

#include <glib.h>

/* TRUE if @value (@length bytes, as matched in a reading; spaces, dots and dashes between the
 * characters do not matter) passes. Pure. */
typedef gboolean (*IsrCheckFunc)(const char *value, gsize length);

typedef struct {
    const char *id; /* "nhs-mod11", "luhn", "iban-mod97", ... */
    IsrCheckFunc passes;
    const char *meaning; /* for `isredact patterns show` */
} IsrCheck;

/* Looks @id up in the table; NULL if there is no such check. Borrowed. */
const IsrCheck *isr_check_for(const char *id);

/* All checks, ended by one whose id is NULL. Borrowed. */
const IsrCheck *isr_checks(void);
