/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Needles: the removed values, made ready to be looked for in bytes. Serves verify.c. */
#pragma once

#include "glue.h"

#include <isredact/matcher.h>
#include <isredact/verify.h>

typedef struct {
    const IsrSecret *secret; /* borrowed */
    IsrCategory category;
    gsize length;          /* of the squeezed value in bytes */
    guint letters;         /* characters that are no digits */
    guint8 *joints;        /* per byte: TRUE where the value has a gap before it */
    gboolean words;        /* letters, with a gap between */
    gboolean code;         /* a number or reference: may be grouped in any way */
    gboolean starts, ends; /* it is itself with letters or digits glued to it there */
    gboolean vocabulary;   /* also a word of the mark-up: looked for in text alone */
} IsrNeedle;

typedef struct {
    GPtrArray *needles;  /* of IsrNeedle *, by the matcher's pattern */
    IsrMatcher *matcher; /* compiled */
    gsize longest;       /* bytes of the longest */
    gboolean foreign;    /* some value has letters beyond ASCII */
    guint excused;       /* values too short or everyday */
    gboolean bytes[256]; /* those that squeezed values hold */
    guint8 *lacking;     /* of each character below 0x10000: see isr_needles_lack() */
} IsrNeedles;

/* Needles for @secrets (GPtrArray of IsrSecret *), which must outlive them. */
IsrNeedles *isr_needles_new(const GPtrArray *secrets, const IsrPatterns *patterns);
void isr_needles_free(IsrNeedles *needles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrNeedles, isr_needles_free)

const IsrNeedle *isr_needles_nth(const IsrNeedles *needles, guint pattern);

/* TRUE if @c is a letter of a script that no value is written in: squeezed, it begins with a byte
 * that none of them holds. Remembered of each character, for what is read as UTF-16
 * and is none consists of such. */
gboolean isr_needles_lack(const IsrNeedles *needles, gunichar c);
