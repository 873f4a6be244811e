/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the content of a page or form of a PDF asks a reader to do, counted, not done. */
#pragma once

#include <glib.h>

typedef struct {
    guint64 paints;       /* lines, areas and pieces of text that are drawn */
    guint64 shown;        /* pieces of text among them */
    guint64 shadings;     /* areas filled from edge to edge ("sh") */
    guint64 letters;      /* bytes of text that is shown, about */
    GHashTable *calls;    /* name with its slash -> times that it is drawn ("Do") */
    GHashTable *settings; /* likewise, times that it is set ("gs") */
    GHashTable *fonts;    /* likewise, times that it is chosen ("Tf") */
} IsrPdfOperators;

/* Counts those in @length bytes at @content. Never too few: what merely looks like one counts.
 * Give it back with isr_pdf_operators_unref() (accepts NULL). */
IsrPdfOperators *isr_pdf_operators_of(const guint8 *content, gsize length);
IsrPdfOperators *isr_pdf_operators_ref(IsrPdfOperators *operators);
void isr_pdf_operators_unref(IsrPdfOperators *operators);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPdfOperators, isr_pdf_operators_unref)
