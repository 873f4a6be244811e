/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grammar of a copy: which objects, keys and values a PDF that isredact wrote can have. What
 * is not in it is refused, so that nothing of a source can stand in a copy unnoticed. Serves
 * pdf_unpack.c and shares no code with the writers. */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

typedef enum {
    ISR_PDF_STREAM_CONTENTS, /* of a page */
    ISR_PDF_STREAM_PICTURE,
    ISR_PDF_STREAM_UNICODE, /* what a font's codes are read as */
    ISR_PDF_STREAM_GLYPHS,  /* which glyph each code shows */
    ISR_PDF_STREAM_PROGRAM, /* a font's outlines */
    ISR_PDF_STREAM_TABLE    /* where the objects stand */
} IsrPdfStreamKind;

/* What is met on the way; FALSE with error set ends it. */
typedef struct {
    gpointer self;
    gboolean (*string)(gpointer self, const guint8 *bytes, gsize length, GError **error);
    /* @number: of the object; @dict: its dictionary; @owner: the one that leads to it. Each stream
     * comes once, a font's before those of the pages that use it. */
    gboolean (*stream)(gpointer self, IsrPdfStreamKind kind, guint number, qpdf_oh dict,
                       qpdf_oh owner, GError **error);
} IsrPdfMet;

/* Walks from the trailer of @objects through all @count objects. Errors: LEAK, if one is not as
 * isredact writes it or nothing leads to it; those of @met. */
gboolean isr_pdf_grammar_walk(qpdf_data objects, guint count, IsrPdfMet met, GError **error);
