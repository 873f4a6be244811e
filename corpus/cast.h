/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cast: who the program says that each person of the gold is, over all mentions of the name,
 * and how its people and the gold's match. */
#pragma once

#include "attribution.h"

typedef enum {
    ISR_CASTING_ABSENT, /* no mention of the name was found */
    ISR_CASTING_RIGHT,
    ISR_CASTING_UNSURE, /* the program does not say who it is, or asks to look */
    ISR_CASTING_WRONG   /* it says with confidence what is not so */
} IsrCasting;

typedef struct {
    const IsrGoldPerson *person; /* borrowed from the gold */
    IsrCasting casting;
    IsrRole role;         /* that of most mentions found; ISR_N_ROLES when absent */
    const char *evidence; /* the program's for this role, or NULL */
    guint mentions;       /* of the name */
    guint found;          /* of these */
    guint parts;          /* the program's people among whom these are shared; nobody is one */
} IsrCastMember;

typedef struct {
    GArray *members;  /* of IsrCastMember: each person of the gold whose name stands in it */
    guint persons;    /* of the program, who have a marked name */
    guint mixed;      /* of these, with names of two people of the gold */
    GPtrArray *mixes; /* of char *: "person 3: Ann Bell, Joe Bell" */
} IsrCast;

/* @attributions: of IsrAttribution, made from @gold. @people: of the record they came from; NULL:
 * the evidence is that of the findings. */
IsrCast *isr_cast(const IsrGold *gold, const GArray *attributions, const IsrPeople *people);
void isr_cast_free(IsrCast *cast);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCast, isr_cast_free)

/* "absent" "right" "unsure" "wrong"; borrowed. */
const char *isr_casting_id(IsrCasting casting);
