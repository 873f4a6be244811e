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
    guint8 *lists;       /* the classes of each set of a machine, or NULL */
    guint32 *starts;     /* where those of each begin, and the end */
} IsrByteClasses;

/* All bytes are one class. */
void isr_byte_classes_init(IsrByteClasses *classes);
/* Parts each class by whether @set has its bytes. */
void isr_byte_classes_part(IsrByteClasses *classes, const NfaSet *set);
/* Lists the classes of each set of @nfa, once all were parted by it. */
void isr_byte_classes_list(IsrByteClasses *classes, const Nfa *nfa);
/* Frees the lists, if there are any. */
void isr_byte_classes_clear(IsrByteClasses *classes);
/* The @n classes that the set with number @set has, if they were listed. Borrowed. */
static inline const guint8 *isr_byte_classes_of(const IsrByteClasses *classes, guint set, guint *n)
{
    *n = classes->starts[set + 1] - classes->starts[set];
    return classes->lists + classes->starts[set];
}
