/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame of a PDF that isredact wrote: a head, numbered objects one right after the other, the
 * end. Every byte of the file belongs to one of them, so nothing can stand between. Serves
 * pdf_unpack.c and shares no code with the writers. */
#pragma once

#include <glib.h>

typedef struct {
    guint64 at;         /* where the object begins */
    const guint8 *data; /* of its stream as it is stored, borrowed; NULL: it has none */
    gsize length;       /* of the data in bytes */
} IsrPdfFramed;

/* The objects in @size @bytes: a GArray of IsrPdfFramed, object n at n - 1. Error: LEAK, if there
 * is a byte that belongs nowhere. */
GArray *isr_pdf_frame(const guint8 *bytes, gsize size, GError **error);

/* TRUE if the stored table @rows, whose numbers take one byte, @width bytes and one byte, says of
 * @frame what is. */
gboolean isr_pdf_frame_agrees(const GArray *frame, const GByteArray *rows, guint width);
