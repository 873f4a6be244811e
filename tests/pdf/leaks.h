/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be read of a PDF with the tools that everybody has: pdftotext, mutool, qpdf, tesseract.
 * A tool that is not there is passed over; which, is said once. */
#pragma once

#include "../places/leaks.h"

typedef enum {
    PDF_LOOK_READ = 1 << 0, /* bytes, streams, text */
    PDF_LOOK_SEE = 1 << 1,  /* the page, drawn and read with OCR */
    PDF_LOOK_APART = 1 << 2 /* pictures taken out of the file and read with OCR */
} PdfLook;

/* Lines "TOOL: WHAT" (char *) for each way of @looks in which a canary of @set is found in @file.
 * Free with g_ptr_array_unref(). */
GPtrArray *pdf_leaks_find(GBytes *file, CanarySet set, guint looks);

/* The text of @file's pages as pdftotext gives it; free with g_free(). */
char *pdf_leaks_text(GBytes *file);
