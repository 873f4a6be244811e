/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every byte of a PDF that isredact wrote, for verification. */
#pragma once

#include <isredact/format.h>

/* IsrFormat.unpack for PDF: each string and the text of each page goes to @bytes; all else must be
 * as isredact writes it: no object, key or byte that could hold text besides. Errors: LEAK, if it
 * is not; LIMIT, IO; those of @bytes. */
gboolean isr_pdf_unpack(IsrInput *input, IsrBytesFunc bytes, gpointer self, GError **error);
