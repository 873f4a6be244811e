/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Byte classes: bytes that none of some sets tells apart are one class, so that a table of steps
 * needs a column for each class alone. */
#pragma once

#include "nfa.h"

typedef struct {
    guint n;             /* classes, from 0 */
    guint8 of[256];      /* the class of each byte */
    guint8 samples[256]; /* of each class: one byte of it */
} IsrByteClasses;

/* All bytes are one class. */
void isr_byte_classes_init(IsrByteClasses *classes);
/* Parts each class by whether @set has its bytes. */
void isr_byte_classes_part(IsrByteClasses *classes, const NfaSet *set);
