/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glyphs have upright rectangles whichever way their line goes; how they follow each other tells
 * it. */
#include "page_flow.h"

#include <string.h>

/* Points; less is nothing. */
#define NOTHING 0.01
/* Widths: a word of three letters that is higher goes down. */
#define UPRIGHT 1.5

gboolean isr_place_is_empty(const IsrPlace *place)
{
    return !(place->right - place->left >= NOTHING && place->bottom - place->top >= NOTHING);
}

void isr_place_include(IsrPlace *place, const IsrPlace *more)
{
    place->left = MIN(place->left, more->left);
    place->top = MIN(place->top, more->top);
    place->right = MAX(place->right, more->right);
    place->bottom = MAX(place->bottom, more->bottom);
}

gboolean isr_glyph_ends_line(const IsrGlyph *glyph)
{
    return strpbrk(glyph->text, "\n\f\r") != NULL;
}

gboolean isr_text_is_right_to_left(const char *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        const gunichar c = g_utf8_get_char(text);

        if ((c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xff00))
            return TRUE;
    }
    return FALSE;
}

/* How much of the smaller of two stretches lies in the other. */
static double overlap(double from, double to, double other_from, double other_to)
{
    const double smaller = MIN(to - from, other_to - other_from);

    return (MIN(to, other_to) - MAX(from, other_from)) / smaller;
}

double isr_span_beside(const IsrSpan *one, const IsrSpan *other)
{
    return overlap(one->top, one->bottom, other->top, other->bottom);
}

/* The next glyph after @at that can be seen, on the same line as far as the text says; or NULL. */
static const IsrGlyph *next_seen(const GArray *glyphs, guint at)
{
    for (guint i = at + 1; i < glyphs->len; i++) {
        const IsrGlyph *next = &g_array_index(glyphs, IsrGlyph, i);

        if (isr_glyph_ends_line(next))
            return NULL;
        if (!isr_glyph_is_space(next) && !isr_place_is_empty(&next->place))
            return next;
    }
    return NULL;
}

/* A word seen with OCR that goes down the page: its box is narrow. */
static gboolean is_upright(const IsrGlyph *glyph)
{
    const double high = glyph->place.bottom - glyph->place.top;

    return glyph->confidence < 100 && g_utf8_strlen(glyph->text, -1) > 2 &&
           high > UPRIGHT * (glyph->place.right - glyph->place.left);
}

IsrFlow isr_page_flow(const GArray *glyphs, guint at)
{
    const IsrPlace *here = &g_array_index(glyphs, IsrGlyph, at).place;
    const IsrGlyph *next = next_seen(glyphs, at);

    if (is_upright(&g_array_index(glyphs, IsrGlyph, at)))
        return ISR_FLOW_DOWN;
    if (!next)
        return ISR_FLOW_ACROSS;
    const IsrPlace *there = &next->place;
    const double high = here->bottom - here->top, wide = here->right - here->left;

    if (overlap(here->top, here->bottom, there->top, there->bottom) > 0.5) {
        const gboolean back =
            there->right < here->left + 0.1 * wide && here->left - there->right < high;
        return back && !isr_text_is_right_to_left(next->text) ? ISR_FLOW_BACK : ISR_FLOW_ACROSS;
    }
    if (overlap(here->left, here->right, there->left, there->right) < 0.5)
        return ISR_FLOW_ACROSS;
    if (MAX(there->top - here->bottom, here->top - there->bottom) > wide)
        return ISR_FLOW_ACROSS;
    return there->top + there->bottom > here->top + here->bottom ? ISR_FLOW_DOWN : ISR_FLOW_UP;
}

IsrSpan isr_page_along(const IsrPlace *place, IsrFlow flow)
{
    switch (flow) {
    case ISR_FLOW_BACK:
        return (IsrSpan){-place->right, -place->left, -place->bottom, -place->top};
    case ISR_FLOW_DOWN:
        return (IsrSpan){place->top, place->bottom, -place->right, -place->left};
    case ISR_FLOW_UP:
        return (IsrSpan){-place->bottom, -place->top, place->left, place->right};
    case ISR_FLOW_ACROSS:
        break;
    }
    return (IsrSpan){place->left, place->right, place->top, place->bottom};
}
