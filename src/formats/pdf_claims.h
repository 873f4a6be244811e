/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many pixels the pictures of a PDF claim to have, told from their heads before anybody
 * draws them: a few bytes can claim more than a machine has. */
#pragma once

#include "pdf_open.h"

/* Looks at every stream of @pdf. Errors: LIMIT (a picture claims more than
 * ISR_LIMIT_PICTURE_PIXELS), MALFORMED (something else is coded as a picture). */
gboolean isr_pdf_claims_check(const IsrPdf *pdf, GError **error);

/* Pixels that a JBIG2 stream, as it lies in a PDF, claims: the most of its pages and regions. */
guint64 isr_pdf_claims_jbig2(const guint8 *bytes, gsize length);
/* Pixels that a JPEG 2000 stream claims; 0 if it says nothing. */
guint64 isr_pdf_claims_jpx(const guint8 *bytes, gsize length);
/* Pixels that a JPEG claims; 0 if it says nothing. */
guint64 isr_pdf_claims_jpeg(const guint8 *bytes, gsize length);
