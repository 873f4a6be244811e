/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A closer look at a page of a copy, before it is written: with its boxes painted OCR may see in
 * its pixels what it did not see in the document's. */
#pragma once

#include "page_paint.h"
#include "visit.h"

/* Reads what can be seen on @painted and covers what must go, until nothing more is found or three
 * times. Errors: those of OCR and of the visitor. */
gboolean isr_pdf_closer(IsrPainted *painted, const IsrPages *pages, IsrVisit *visit,
                        GError **error);
