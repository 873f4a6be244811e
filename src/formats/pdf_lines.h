/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The glyphs of a page as words, and words as pieces of lines: what stands side by side without a
 * gap as wide as that between columns, or a rule, in between. */
#pragma once

#include "pdf_page.h"

typedef struct {
    guint first, end; /* glyphs of the page, one past the last */
    IsrPlace place;
    guint sequence;  /* of its first glyph */
    guint letters;   /* in it */
    gboolean joined; /* one word with the one before it: its letters are spaced */
} IsrPdfWord;

typedef struct {
    guint first, end; /* words */
    IsrPlace place;
    double height; /* of its tallest word */
    guint sequence;
    gboolean turned; /* runs up or down the page */
} IsrPdfLine;

typedef struct {
    const IsrPdfPage *page;
    GArray *words; /* of IsrPdfWord, those of a line together, as they are read */
    GArray *lines; /* of IsrPdfLine, in the order in which they are drawn */
} IsrPdfLines;

/* The lines of @page, which is borrowed. Free with isr_pdf_lines_free() (accepts NULL). */
IsrPdfLines *isr_pdf_lines_new(const IsrPdfPage *page);
void isr_pdf_lines_free(IsrPdfLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPdfLines, isr_pdf_lines_free)

const IsrPdfLine *isr_pdf_line_nth(const IsrPdfLines *lines, guint n);
const IsrPdfWord *isr_pdf_word_nth(const IsrPdfLines *lines, guint n);

/* TRUE if the line begins with a mark or number of a list ("•", "1.", "(a)"). */
gboolean isr_pdf_line_is_item(const IsrPdfLines *lines, const IsrPdfLine *line);

/* How many rules go down the page between @left and @right at height @y; *first, if not NULL, is
 * the place of the first of them. */
guint isr_pdf_rules_down(const IsrPdfPage *page, double left, double right, double y,
                         double *first);
/* TRUE if a rule goes across the page between @top and @bottom, from @left to @right at least. */
gboolean isr_pdf_rule_across(const IsrPdfPage *page, double top, double bottom, double left,
                             double right);
