/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The band of a page's pixels in which a line stands: where it ends, what is behind the letters,
 * and how far there is room. Columns and rows are pixels of the page. */
#pragma once

#include "page_lines.h"

/* 0xXXRRGGBB, row by row from the top; borrowed. */
typedef struct {
    guint32 *pixels;
    int width, height;
    int stride;   /* pixels from one row to the next */
    double scale; /* pixels to a point */
} IsrCanvas;

typedef struct {
    int top, bottom; /* rows, bottom is one past the last */
    int margin;      /* how far ink may hang out of a letter's rectangle */
    guint32 ground;  /* the colour behind the letters */
} IsrBand;

/* The band of line @nth: as high as its letters and what hangs out of them, but no ink of the
 * lines above and below it. */
IsrBand isr_page_band(const IsrCanvas *canvas, const GPtrArray *lines, guint nth);

/* What stands in each row of @band at @column apart from letters: the ground, or a rule that goes
 * through there. Fills @calm, band->bottom - band->top pixels; FALSE if that is mostly not the
 * ground (a picture, the edge of a table). */
gboolean isr_band_calm(const IsrCanvas *canvas, const IsrBand *band, int column, guint32 *calm);

/* How many columns from @column on look like @calm, to the right (@step 1) or left (-1). */
int isr_band_room(const IsrCanvas *canvas, const IsrBand *band, int column, int step,
                  const guint32 *calm);

/* The column between @from and @to (both allowed, in either order) with the least ink, the nearest
 * to @from of those. */
int isr_band_part(const IsrCanvas *canvas, const IsrBand *band, int from, int to);
