/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A PDF, opened by two readers that must agree on what it is: poppler, which shows and reads its
 * pages, and qpdf, which knows its objects. What cannot be read whole is refused here. */
#pragma once

#include <isredact/io.h>
#include <poppler.h>
#include <qpdf/qpdf-c.h>

typedef struct IsrPdf IsrPdf;

/* Opens @input, with @password (UTF-8) if it needs one, else NULL. Errors: ENCRYPTED, MALFORMED
 * (damaged, no pages, readers that disagree), UNSUPPORTED (a form without pages of its own),
 * LIMIT, IO. Nothing that either reader says of the document gets out. Free it with
 * isr_pdf_free() (accepts NULL). */
IsrPdf *isr_pdf_open(IsrInput *input, const char *password, GError **error);
void isr_pdf_free(IsrPdf *pdf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPdf, isr_pdf_free)

guint isr_pdf_pages(const IsrPdf *pdf);
/* Of the file, in bytes. */
gsize isr_pdf_size(const IsrPdf *pdf);

/* Both readers' document; borrowed. */
PopplerDocument *isr_pdf_document(const IsrPdf *pdf);
qpdf_data isr_pdf_objects(const IsrPdf *pdf);
/* One past the highest number that an object of qpdf's document can have. */
int isr_pdf_objects_end(const IsrPdf *pdf);

/* From now until isr_patience_end() page @number (from 0) is in hand, for which both readers may
 * take ISR_LIMIT_PAGE_SECONDS. */
void isr_pdf_begin_page(guint number);

/* Page @number (from 0), which can be drawn at @dpi dots per inch; g_object_unref() it. Errors:
 * MALFORMED (broken, no size), LIMIT (too large). */
PopplerPage *isr_pdf_load_page(const IsrPdf *pdf, guint number, guint dpi, GError **error);
