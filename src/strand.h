/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A strand: characters in the order in which some reader would read them, searched for needles as
 * they pass. Memory is that of the longest needle. Serves verify.c. */
#pragma once

#include "needle.h"

typedef enum {
    ISR_STRAND_TEXT,    /* what a person reads */
    ISR_STRAND_MARKUP,  /* names and attributes: words of the format stand there too */
    ISR_STRAND_ESCAPED, /* all characters, escapes undone: only what was escaped counts */
    ISR_STRAND_BYTES    /* may be anything, so only whole, plain values count */
} IsrStrandKind;

typedef struct {
    const IsrNeedles *needles;
    IsrStrandKind kind;
    const char *form;       /* for the message: "plain", "base64" */
    const IsrNeedle *found; /* the first needle that was found, or NULL */
    GHashTable *heard;      /* set of const IsrSecret *: all that were found, when asked; or NULL */
    guint64 edge;           /* from this squeezed byte on: long numbers that begin before it are not
                               heard */
    guint8 *marks;          /* ring: of each squeezed byte, what stood before it */
    gsize mask;
    guint64 count; /* squeezed bytes so far */
    guint state, pending;
    gunichar last;
    guint8 before; /* marks for the next character */
    GString *scratch;
} IsrStrand;

void isr_strand_init(IsrStrand *strand, const IsrNeedles *needles, IsrStrandKind kind,
                     const char *form);
void isr_strand_clear(IsrStrand *strand);

void isr_strand_put(IsrStrand *strand, gunichar c);
/* A character that stood there as an escape. */
void isr_strand_put_escaped(IsrStrand *strand, gunichar c);
/* A paragraph, cell or line ends: words do not run on, a number may. */
void isr_strand_break(IsrStrand *strand);
/* The text ends; the next character begins another. */
void isr_strand_end(IsrStrand *strand);
