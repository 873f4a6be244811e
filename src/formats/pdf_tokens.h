/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a content stream or a ToUnicode map, one by one. Serves pdf_shown.c. */
#pragma once

#include <glib.h>

typedef enum {
    ISR_PDF_END,
    ISR_PDF_BROKEN, /* a comment, a string in parentheses, a byte that is no text */
    ISR_PDF_NUMBER,
    ISR_PDF_NAME, /* without its slash */
    ISR_PDF_HEX,  /* the digits alone */
    ISR_PDF_OPEN, /* "[" */
    ISR_PDF_CLOSE,
    ISR_PDF_WORD
} IsrPdfTokenKind;

typedef struct {
    const char *at, *end;
    const char *token; /* the last one's first byte; borrowed */
    gsize length;
    double number;
} IsrPdfTokens;

/* The next token of @tokens. */
IsrPdfTokenKind isr_pdf_tokens_next(IsrPdfTokens *tokens);

/* TRUE if the last token is @word. */
gboolean isr_pdf_tokens_is(const IsrPdfTokens *tokens, const char *word);

/* Code @nth of two bytes of the last token, hexadecimal digits; -1 if there is none. */
gint32 isr_pdf_tokens_code(const IsrPdfTokens *tokens, gsize nth);
