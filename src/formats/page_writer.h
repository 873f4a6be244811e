/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the pages of an all-new PDF. Nothing of the source's objects is copied, so what is not
 * painted or written here is gone by construction. This one writes each page as a picture over
 * the text that stays; a writer of drawn pages can take its place behind the same functions. */
#pragma once

#include "page_paint.h"
#include "pdf_page.h"

#include <isredact/io.h>
#include <poppler.h>

typedef struct IsrPageWriter IsrPageWriter;

/* A writer of a document into @output with pages of @dpi dots per inch. Free it with
 * isr_page_writer_free() (accepts NULL). Errors: IO. */
IsrPageWriter *isr_page_writer_new(IsrOutput *output, guint dpi, GError **error);
void isr_page_writer_free(IsrPageWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPageWriter, isr_page_writer_free)

/* Looks at a page that is painted and not yet written, and may cover more of it. FALSE with error
 * set ends the writing. */
typedef gboolean (*IsrPageLook)(gpointer self, IsrPainted *painted, GError **error);

/* From now on @look, with @self, is shown each page. */
void isr_page_writer_look(IsrPageWriter *writer, IsrPageLook look, gpointer self);

/* Writes one page: @source drawn as pixels, where @page says what is read on it and @stands, as
 * long as page->glyphs, what stands for each glyph in the copy: NULL the glyph itself, "" nothing,
 * else the text (a label) that stands for it and the glyphs removed after it. Boxes are painted
 * before anything is written. Errors: IO, LIMIT, MALFORMED. */
gboolean isr_page_writer_add(IsrPageWriter *writer, PopplerPage *source, const IsrPdfPage *page,
                             const GPtrArray *stands, GError **error);

/* How many boxes so far tell by their width how long what they hide was: there was no room to set
 * their line anew. */
guint isr_page_writer_told(const IsrPageWriter *writer);

/* Ends the document. Errors: IO. */
gboolean isr_page_writer_finish(IsrPageWriter *writer, GError **error);
