/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page's pixels as the pictures of a PDF: strips from top to bottom, each in the way that takes
 * the fewest bytes. What is white is in none. */
#pragma once

#include <glib.h>

/* 0xXXRRGGBB, row by row from the top; borrowed. */
typedef struct {
    const guint8 *bytes;
    guint width, height; /* pixels */
    gsize stride;        /* bytes from one row to the next */
} IsrPixels;

typedef struct {
    guint left, top, width, height; /* where it stands on the page, in pixels */
    char *entries;                  /* of the picture's dictionary, without length */
    GByteArray *bytes;              /* of its stream */
} IsrStrip;

/* The strips of @pixels: a GPtrArray of IsrStrip that frees them. */
GPtrArray *isr_page_strips(const IsrPixels *pixels);
