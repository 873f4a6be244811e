/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much the streams of a PDF unpack to, and how often its forms draw each other: a few bytes can
 * keep a reader busy for years. Told before anybody draws them. */
#pragma once

#include "pdf_open.h"

/* Looks at every stream of @pdf. Errors: LIMIT (one unpacks to more than ISR_LIMIT_STREAM_BYTES and
 * its pixels, is packed more than once, saves more than ISR_LIMIT_SAVED_STATES, or draws more than
 * ISR_LIMIT_FORMS; or all together unpack to more than ISR_LIMIT_STREAMS_BYTES and
 * ISR_LIMIT_STREAM_BYTES for each page). */
gboolean isr_pdf_streams_check(const IsrPdf *pdf, GError **error);
