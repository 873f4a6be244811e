/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meter of singling out: who in a batch of copies is alike with fewer than k people in what is
 * left of them, and what would have to become coarser. It reads what each copy tells
 * (IsrRecord.quasi) in any order, and knows people by their identity alone. */
#pragma once

#include <isredact/quasi.h>

typedef struct IsrMeter IsrMeter;

/* One kind of fact made coarser in all copies. */
typedef struct {
    IsrQuasiKind kind;
    gboolean drop; /* it goes; else it is made less exact (isr_quasi_band()) */
} IsrMeterChange;

/* One or two changes. */
typedef struct {
    IsrMeterChange changes[2];
    guint n;
    guint lost;   /* detail lost over the batch: for each person who has such a fact 2 if it goes, 1
                     if it is made less exact */
    guint helped; /* of those who are singled out, how many would then be alike with k or more */
} IsrMeterRemedy;

/* No remedy of two changes helps. */
#define ISR_METER_NONE G_MAXUINT

/* Somebody who is alike with fewer than k. */
typedef struct {
    const char *identity; /* 64 hex digits; borrowed */
    gboolean subject;
    guint alike;  /* people with the same facts, this one among them */
    guint kinds;  /* bit 1 << IsrQuasiKind for each kind of fact that the copies tell */
    guint remedy; /* number of the cheapest that would help, or ISR_METER_NONE */
} IsrMeterPerson;

/* @k: the least number of people who are to be alike; below 2 nobody is singled out. Free with
 * isr_meter_free() (accepts NULL). */
IsrMeter *isr_meter_new(guint k);
void isr_meter_free(IsrMeter *meter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrMeter, isr_meter_free)

/* Takes in what one copy tells: JSON of isr_quasis_json(). Error: MALFORMED, and the copy counts
 * for nothing. */
gboolean isr_meter_read(IsrMeter *meter, const char *quasis, GError **error);

/* After the last copy. Subjects are compared with subjects, others with others. */
void isr_meter_settle(IsrMeter *meter);

/* How many people there are: subjects, or others. */
guint isr_meter_people(const IsrMeter *meter, gboolean subjects);
/* GArray of IsrMeterPerson, by identity, subjects first. Borrowed. */
const GArray *isr_meter_singled(const IsrMeter *meter);
/* GArray of IsrMeterRemedy that help anybody, from the least lost on. Borrowed. */
const GArray *isr_meter_remedies(const IsrMeter *meter);
/* The number of the cheapest remedy that helps all who are singled out, else of that which helps
 * most; ISR_METER_NONE if none helps. */
guint isr_meter_best(const IsrMeter *meter);
