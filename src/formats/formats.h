/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the formats share: their names for the table, and the kinds of file that none of them is. */
#pragma once

#include <isredact/format.h>

extern const IsrFormat isr_format_docx;
extern const IsrFormat isr_format_odt;
extern const IsrFormat isr_format_pdf;
extern const IsrFormat isr_format_text;

/* Reads the settings and lists of fonts, by which pages without fonts of their own are drawn, and
 * makes the lists anew where they are out of date. */
void isr_pdf_prepare(void);

/* A kind of file that is no plain text, known by its first bytes. */
typedef struct IsrKind IsrKind;

/* The kind of @input, or NULL if it may be a text. Borrowed. */
const IsrKind *isr_kind_for(IsrInput *input);

/* Says in @error what @input, which no format recognised, is and what to do. Always FALSE. */
gboolean isr_kind_refuse(IsrInput *input, GError **error);
