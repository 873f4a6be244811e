/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose a finding is. */
#pragma once

#include <glib.h>

typedef enum {
    ISR_ROLE_SUBJECT,
    ISR_ROLE_FAMILY,
    ISR_ROLE_THIRD_PARTY,
    ISR_ROLE_PROFESSIONAL,
    ISR_ROLE_REFERRER, /* told in confidence: never kept unless a profile names it */
    ISR_ROLE_UNSURE,   /* no or conflicting evidence: the most restrictive reading is taken */
    ISR_N_ROLES
} IsrRole;

/* "subject" "family" "third-party" "professional" "referrer" "unsure"; borrowed. */
const char *isr_role_id(IsrRole role);
/* "child" "family" "others" "professionals" "referrers" "unsure": what a table for people says. */
const char *isr_role_words(IsrRole role);

/* Looks @id up; FALSE if there is no such role. "unsure" is one for data and manifest alike. */
gboolean isr_role_for_id(const char *id, IsrRole *role);
