/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The short forms in which a named body stands once it was named in full: "Beckside Primary
 * School" is "Beckside Primary" and "Beckside". */
#pragma once

#include <isredact/lists.h>

/* The short forms of @name, longest first, in a GPtrArray of char * that frees them; none if the
 * words that tell it from others cannot stand alone. */
GPtrArray *isr_body_forms(const IsrLists *lists, const char *name);

/* TRUE if a word of @name says which body it is: not "High School", which is any. */
gboolean isr_body_is_told(const IsrLists *lists, const char *name);
