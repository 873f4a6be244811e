/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text that a page of a PDF shows, as its own operators and fonts say: what a reader who
 * copies it would get. Reads what isredact writes and refuses all else. Serves pdf_unpack.c and
 * shares no code with the writers. */
#pragma once

#include <glib.h>

/* What each code of a font is read as: guint to char *, owned; from its ToUnicode, @length bytes.
 * NULL if a word stands there that isredact does not write. Free with g_hash_table_unref(). */
GHashTable *isr_pdf_codes(const char *map, gsize length);

/* The text of a page. */
typedef struct {
    GString *lines;  /* each operator's text on a line of its own */
    GString *joined; /* what stands on one line of the page without a break */
    guint pictures;  /* that it draws */
} IsrPdfShown;

/* Appends to @shown what @length bytes of @content show; @fonts has the codes of font n ("/Tn") at
 * n. FALSE if anything stands there that isredact does not write. */
gboolean isr_pdf_shown(const char *content, gsize length, const GPtrArray *fonts,
                       IsrPdfShown *shown);
