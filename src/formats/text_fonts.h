/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fonts of the text layer: without outlines, each code of them stands for a text and a width,
 * numbered as they are first met in what stays. */
#pragma once

#include "pdf_file.h"

typedef struct IsrTextFonts IsrTextFonts;

/* The fonts of a whole document; free them with isr_text_fonts_free() (accepts NULL). */
IsrTextFonts *isr_text_fonts_new(void);
void isr_text_fonts_free(IsrTextFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTextFonts, isr_text_fonts_free)

/* The code for @text, *@width ems wide; sets *@width to what the code has and *@font to the font
 * that it belongs to. */
guint isr_text_fonts_code(IsrTextFonts *fonts, const char *text, double *width, guint *font);

/* How many there are so far. */
guint isr_text_fonts_count(const IsrTextFonts *fonts);

/* Writes font @nth as object @number. Errors: IO. */
gboolean isr_text_fonts_write(const IsrTextFonts *fonts, guint nth, IsrPdfFile *file, guint number,
                              GError **error);
