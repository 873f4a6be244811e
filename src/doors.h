/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers of houses that a record knows from its addresses. Elsewhere they stand alone ("the lads
 * in 26", "Landlord at 19"): where one may be a house's number is data, the rules with
 * only=known-houses. */
#pragma once

#include <isredact/patterns.h>
#include <isredact/reading.h>

typedef struct IsrDoors IsrDoors;

/* None yet. @patterns must outlive it. Free with isr_doors_free() (accepts NULL). */
IsrDoors *isr_doors_new(const IsrPatterns *patterns);
void isr_doors_free(IsrDoors *doors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrDoors, isr_doors_free)

/* Learns the numbers of @address, a whole address or a number alone. */
void isr_doors_add(IsrDoors *doors, const char *address);

/* Appends a finding (category ADDRESS) for every number in @reading that stands as a house's and
 * is one that was learnt or, where a rule says so, is near one. FALSE with LIMIT. */
gboolean isr_doors_sweep(const IsrDoors *doors, const IsrReading *reading, GArray *findings,
                         GError **error);
