/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of a page as what is set together: words that stay and boxes for what goes, up to the
 * next wide gap. */
#pragma once

#include "page_flow.h"

/* A word that stays, or what goes as one. */
typedef struct {
    guint first, end;  /* its glyphs, one past the last; the spaces between are among them */
    IsrPlace place;    /* of all of them */
    const char *label; /* NULL: it stays; else what stands in its box, "" nothing */
    gboolean spaced;   /* a space stands before it */
    IsrPlace now;      /* where it stands in the copy; at first its place */
} IsrItem;

/* What of a line stays where it is when the line gets longer or shorter. */
typedef enum { ISR_ANCHOR_LEFT, ISR_ANCHOR_MIDDLE, ISR_ANCHOR_RIGHT } IsrAnchor;

typedef struct {
    GArray *items; /* of IsrItem */
    IsrFlow flow;
    IsrPlace place;   /* of all items */
    gboolean touched; /* one of them goes */
    IsrAnchor anchor;
    gboolean ordered; /* the items follow each other in the way of the line */
} IsrLine;

/* The lines of @page in reading order: a GPtrArray of IsrLine that frees them. @stands is as in
 * page_writer.h. What goes over several lines is an item in each, the label in the first. */
GPtrArray *isr_page_lines(const IsrPdfPage *page, const GPtrArray *stands);
