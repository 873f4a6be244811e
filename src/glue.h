/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glue: letters or digits straight before or behind a value, as a slip of typing leaves them
 * ("CH42 7QXs", "xref9990001234"). A value that says enough is itself there too; a shorter one is a
 * part of another word by chance ("12" in "2012"). */
#pragma once

#include <isredact/category.h>

typedef struct {
    gboolean letters; /* the value is itself with a letter or two glued to a letter of it */
    gboolean digits;  /* and with digits glued to a digit of it */
} IsrGlue;

/* What may be glued to a value of @category of @letters letters and @digits digits. Letters: to one
 * of six characters or more with a digit among them, and to e-mail addresses. Digits: to one of
 * nine digits or more; with fewer, a longer number is another number. Nothing: to names, ages,
 * dates, places, bodies and sentences. */
IsrGlue isr_glue_for(IsrCategory category, guint letters, guint digits);

/* The same at an end of the value that is a digit, or is none. */
gboolean isr_glue_at(IsrGlue glue, gboolean digit);
