/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Proof of a copy in PDF by what a reader sees and reads of it. */
#pragma once

#include <isredact/verify.h>

/* IsrFormat.prove for PDF: opens the copy afresh in poppler. It has the pages of the source, in
 * their sizes; none of the secrets is read on them, in any order, or found by a search; where a
 * mark is read, a box is seen. Errors: LEAK, MALFORMED, IO. */
gboolean isr_pdf_prove(const IsrScrutiny *scrutiny, GError **error);
