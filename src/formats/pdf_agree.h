/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that were seen, held against the text that stands at their place. */
#pragma once

#include "pdf_page.h"

typedef enum {
    ISR_AGREES_NOTHING, /* no text stands there */
    ISR_AGREES_NOT,
    ISR_AGREES
} IsrAgreement;

typedef struct IsrPdfAgree IsrPdfAgree;

/* @page is borrowed. Free with isr_pdf_agree_free() (accepts NULL). */
IsrPdfAgree *isr_pdf_agree_new(const IsrPdfPage *page);
void isr_pdf_agree_free(IsrPdfAgree *agree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPdfAgree, isr_pdf_agree_free)

/* Whether the text at @place says @word, but for a letter in four. */
IsrAgreement isr_pdf_agree(const IsrPdfAgree *agree, const char *word, const IsrPlace *place);

/* Sets in @marks, as long as the page's glyphs, those that stand at @place. */
void isr_pdf_agree_mark(const IsrPdfAgree *agree, const IsrPlace *place, gboolean *marks);
