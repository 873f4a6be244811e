/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's appellation: how they are named over the whole record, by title, surname or forename.
 * Those who are named alike in a record have often the same role. */
#pragma once

#include "people.h"

typedef enum {
    NAMED_ONE_WORD, /* "Leah" */
    NAMED_TITLED,   /* "Mrs Okafor" */
    NAMED_INITIAL,  /* "J. Okafor" */
    NAMED_FULLY,    /* "Leah Okafor" and no otherwise */
    NAMED_BOTH,     /* "Leah Okafor", "Leah" */
    NAMED_SPEAKER,  /* writes in a chat */
    N_NAMED
} Named;

/* How @cluster is named. */
Named isr_appellation(const Cluster *cluster);

/* Adds to @traits (of Trait, bearing.h) what the names of @cluster and the salutations of @people's
 * letters say of the person. */
void isr_appellation_put(GArray *traits, const IsrPeople *people, const Cluster *cluster);
