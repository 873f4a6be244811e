/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs places through the whole pipeline and judges the copies. For a closer look,
 * $ISREDACT_PLACE names one place, and $ISREDACT_PLACES_OUT a folder for sources and copies. */
#pragma once

#include "kit.h"
#include "leaks.h"

/* Runs the places that have all of @flags (0: all places). Prints a line for each that is not
 * clean, with the reasons; returns how many there are. @set: the canaries that @profile lets
 * nobody keep. */
guint runner_run(const KitForm *form, const Place *const *tables, guint flags, const char *profile,
                 CanarySet set);

/* The same for one document with all places that can be joined. */
guint runner_run_all_in_one(const KitForm *form, const Place *const *tables, const char *profile,
                            CanarySet set);
