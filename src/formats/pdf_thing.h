/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the dictionaries of a PDF are, as far as a person would ask, and which of their strings are
 * text. Data for pdf_outside.c. */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

/* A kind of thing that is not in the copy. */
typedef struct {
    const char *name;   /* a word for the manifest: "note" */
    const char *reason; /* a phrase for it */
} IsrPdfThing;

/* What @dictionary is; NULL: nothing that is told of. */
const IsrPdfThing *isr_pdf_thing_of(qpdf_data objects, qpdf_oh dictionary);

/* TRUE if the strings of @dictionary are for programs: fonts, keys, signatures. */
gboolean isr_pdf_thing_is_mute(qpdf_data objects, qpdf_oh dictionary);

/* TRUE if a string under @key is for programs: a date, a name of a font, an identifier. */
gboolean isr_pdf_key_is_mute(const char *key);

/* TRUE if @dictionary's @key is the name @value (with its slash). */
gboolean isr_pdf_has_name(qpdf_data objects, qpdf_oh dictionary, const char *key,
                          const char *value);
