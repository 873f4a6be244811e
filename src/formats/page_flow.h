/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which way text goes on a page, and places as seen along it. */
#pragma once

#include "pdf_page.h"

typedef enum { ISR_FLOW_ACROSS, ISR_FLOW_BACK, ISR_FLOW_DOWN, ISR_FLOW_UP } IsrFlow;

/* A place along a line: from start to end in the way it goes, from top to bottom of the letters;
 * start < end and top < bottom whichever way that is. */
typedef struct {
    double start, end, top, bottom;
} IsrSpan;

/* The way that the text goes on from glyph @at of @glyphs (of IsrGlyph) to the next one. */
IsrFlow isr_page_flow(const GArray *glyphs, guint at);

/* @place as seen along a line. */
IsrSpan isr_page_along(const IsrPlace *place, IsrFlow flow);

/* TRUE if @place has no area: nothing to be seen there. */
gboolean isr_place_is_empty(const IsrPlace *place);

/* Makes @place hold @more too. */
void isr_place_include(IsrPlace *place, const IsrPlace *more);

/* How much of the lower of two spans stands beside the other: 1 all, 0 or less nothing. */
double isr_span_beside(const IsrSpan *one, const IsrSpan *other);

/* TRUE if @glyph ends a line. */
gboolean isr_glyph_ends_line(const IsrGlyph *glyph);

/* TRUE if @text holds letters that go from the right to the left. */
gboolean isr_text_is_right_to_left(const char *text);
