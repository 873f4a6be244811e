/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file format of PDF, for writing: numbered objects, one after the other, and the table of
 * where they stand. Only what is handed in here is in the file; there is no clock and no name. */
#pragma once

#include <isredact/io.h>

typedef struct IsrPdfFile IsrPdfFile;

/* A file into @output, which must be empty. Free it with isr_pdf_file_free() (accepts NULL).
 * Errors: IO. */
IsrPdfFile *isr_pdf_file_new(IsrOutput *output, GError **error);
void isr_pdf_file_free(IsrPdfFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPdfFile, isr_pdf_file_free)

/* The number of an object that will be written later, from 1. */
guint isr_pdf_file_reserve(IsrPdfFile *file);

/* Writes object @number with @body ("<</Type/Catalog>>"). Errors: IO. */
gboolean isr_pdf_file_object(IsrPdfFile *file, guint number, const char *body, GError **error);

/* Writes object @number as a stream of @bytes as they are; @entries are those of its dictionary
 * without the length. Errors: IO. */
gboolean isr_pdf_file_stream(IsrPdfFile *file, guint number, const char *entries,
                             const GByteArray *bytes, GError **error);

/* The same, deflated here. */
gboolean isr_pdf_file_deflate(IsrPdfFile *file, guint number, const char *entries,
                              const void *bytes, gsize length, GError **error);

/* @length @bytes as a zlib stream; free with g_byte_array_unref(). */
GByteArray *isr_pdf_deflated(const void *bytes, gsize length);

/* Appends @number with up to five decimals and no more than are needed, then a space; the same in
 * every locale. */
void isr_pdf_append_number(GString *to, double number);

/* Writes the table and the trailer with the catalog (@root) and the properties (@info). Errors:
 * IO; MALFORMED if a reserved object was never written. */
gboolean isr_pdf_file_finish(IsrPdfFile *file, guint root, guint info, GError **error);
