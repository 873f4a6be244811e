/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A TrueType font of empty glyphs: text set in it is read, searched and spoken, but drawn by
 * something else. It is the same for all documents, so it tells nothing of one. */
#pragma once

#include <glib.h>

/* Glyph n, from 1, is n steps wide. Some readers go by these widths and not by the document's. */
#define ISR_GLYPHLESS_STEP 50 /* thousandths of an em */
#define ISR_GLYPHLESS_WIDEST 80

/* The font program; free with g_byte_array_unref(). */
GByteArray *isr_glyphless_font(void);
