/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a PDF is text but on no page: properties, bookmarks, form fields, notes, links, names
 * of attachments and layers, text for screen readers. None of it is in the copy; it is shown as
 * evidence, so that a name met only there is looked for on the pages. */
#pragma once

#include "pdf_open.h"
#include "visit.h"

/* Shows each text once, in blocks of kind HIDDEN whose runs are deleted ones, and tells of each
 * thing that is not in the copy. Errors: those of the visitor. */
gboolean isr_pdf_outside_visit(const IsrPdf *pdf, IsrVisit *visit, GError **error);
