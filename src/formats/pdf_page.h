/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of a PDF as what can be seen or read of it: glyphs with their places. Coordinates are
 * points (1/72 inch) from the top left corner of the page as it is shown, after its rotation and
 * within its crop box. */
#pragma once

#include <glib.h>

typedef struct {
    double left, top, right, bottom;
} IsrPlace;

/* What is read as one: a character, a ligature of several, a whole word seen by OCR. */
typedef struct {
    const char *text; /* UTF-8, one character or more; borrowed from the page */
    IsrPlace place;
    guint sequence;   /* its place in the order in which the content draws, from 0 */
    guint blanks;     /* spaces drawn right before it */
    gboolean drawn;   /* it is, and its sequence is its own */
    guint confidence; /* percent; 100 for text, what the reader says of OCR's words */
} IsrGlyph;

typedef struct {
    guint number;         /* from 0 */
    double width, height; /* points */
    char *label;          /* what the document calls it ("iv"), or NULL */
    GArray *glyphs;       /* of IsrGlyph, in reading order, spaces and line ends included (their
                             place may be empty) */
    GStringChunk *texts;  /* owns the glyphs' texts */
    GArray *rules;        /* of IsrPlace: straight lines across or down, without width */
    guint unread;         /* glyphs that are drawn where no text was found; G_MAXUINT: nothing of
                             the text can be trusted to be where it seems */
    guint unseen;         /* characters that can be read and are not drawn, about */
} IsrPdfPage;

/* An empty page; free it with isr_pdf_page_free() (accepts NULL). */
IsrPdfPage *isr_pdf_page_new(guint number, double width, double height);
void isr_pdf_page_free(IsrPdfPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPdfPage, isr_pdf_page_free)

/* Appends what is read as @length bytes (-1: up to NUL) of UTF-8 at @place. */
void isr_pdf_page_add(IsrPdfPage *page, const char *text, gssize length, IsrPlace place,
                      guint sequence, guint confidence);

/* TRUE if @glyph is white space: a gap, or the end of a line. */
gboolean isr_glyph_is_space(const IsrGlyph *glyph);
