/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in a text a known value stands, in the ways in which people write it. Serves terms.c. */
#pragma once

#include "glue.h"

#include <isredact/matcher.h>
#include <isredact/terms.h>

/* A term and how it may be spread out. */
typedef struct {
    IsrTerm term;
    gsize length;     /* of term.squeezed */
    guint letters;    /* characters of it that are no digits */
    guint digits;     /* and those that are */
    IsrGlue glue;     /* what may stand straight before and behind it */
    gboolean first;   /* the value begins with a digit */
    gboolean last;    /* it ends with one */
    guint8 *joints;   /* per byte of term.squeezed: TRUE where the value has a gap before it */
    char *separators; /* what stood in the value's own gaps */
    gboolean code;    /* a number or reference: may be grouped in any way */
    guint next;       /* next term with the same squeezed value, or ISR_MATCHER_NONE */
} IsrSpelling;

/* A reading, squeezed, with the way back. */
typedef struct {
    const char *text; /* the reading's, borrowed */
    gsize length;
    GString *squeezed;
    GArray *origins; /* of guint32: for each byte of squeezed, its character's place in text */
} IsrSqueezed;

/* Appends what isr_squeeze() makes of @c alone. */
void isr_squeeze_character(gunichar c, GString *out);

void isr_squeezed_init(IsrSqueezed *squeezed, const char *text, gsize length);
void isr_squeezed_clear(IsrSqueezed *squeezed);

/* How @value of @category may be spelt; kind, person, role are not set. Free with
 * isr_spelling_free(). */
IsrSpelling *isr_spelling_new(const char *value, IsrCategory category);
void isr_spelling_free(gpointer spelling);
/* TRUE for "Okafor_A", which stands in names of files alone: elsewhere it is a name and a word. */
gboolean isr_spelling_is_filed(const IsrSpelling *term);

/* TRUE if @at is where a word begins, or one of its parts ("planTeoh", "2Teoh"). */
gboolean isr_edge_starts(const IsrSqueezed *squeezed, gsize at);
/* TRUE if @at, which is past a character, is where a word or one of its parts ends. */
gboolean isr_edge_ends(const IsrSqueezed *squeezed, gsize at);

/* TRUE if what stands between the characters of @term, whose squeezed value ends before byte @end
 * of @squeezed, leaves it readable as that value. */
gboolean isr_gaps_allow(const IsrSpelling *term, const IsrSqueezed *squeezed, gsize end);
