/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tokenizer for the few kinds of words that a copy can hold. */
#include "pdf_tokens.h"

#include <string.h>

#define CODE_DIGITS 4
#define NUMBER_LENGTH 32

static gboolean is_regular(char byte)
{
    return byte > ' ' && byte < 0x7f && !strchr("()<>[]{}/%", byte);
}

static IsrPdfTokenKind finish(IsrPdfTokens *tokens, IsrPdfTokenKind kind)
{
    tokens->length = (gsize)(tokens->at - tokens->token);
    return kind;
}

static IsrPdfTokenKind next_hex(IsrPdfTokens *tokens)
{
    IsrPdfTokenKind kind;

    tokens->token = ++tokens->at;
    while (tokens->at < tokens->end && g_ascii_isxdigit(*tokens->at))
        tokens->at++;
    kind = finish(tokens, ISR_PDF_HEX);
    if (tokens->at >= tokens->end || *tokens->at++ != '>')
        return ISR_PDF_BROKEN;
    return kind;
}

static void skip_regular(IsrPdfTokens *tokens)
{
    while (tokens->at < tokens->end && is_regular(*tokens->at))
        tokens->at++;
}

static IsrPdfTokenKind next_number(IsrPdfTokens *tokens)
{
    char number[NUMBER_LENGTH];

    skip_regular(tokens);
    finish(tokens, ISR_PDF_NUMBER);
    if (tokens->length >= sizeof number || strspn(tokens->token, "0123456789.-") < tokens->length)
        return ISR_PDF_BROKEN;
    memcpy(number, tokens->token, tokens->length);
    number[tokens->length] = '\0';
    tokens->number = g_ascii_strtod(number, NULL);
    return ISR_PDF_NUMBER;
}

IsrPdfTokenKind isr_pdf_tokens_next(IsrPdfTokens *tokens)
{
    while (tokens->at < tokens->end && (*tokens->at == ' ' || *tokens->at == '\n'))
        tokens->at++;
    if (tokens->at >= tokens->end)
        return ISR_PDF_END;
    tokens->token = tokens->at;
    switch (*tokens->at) {
    case '[':
        tokens->at++;
        return finish(tokens, ISR_PDF_OPEN);
    case ']':
        tokens->at++;
        return finish(tokens, ISR_PDF_CLOSE);
    case '<':
        return next_hex(tokens);
    case '/':
        tokens->token = ++tokens->at;
        skip_regular(tokens);
        return finish(tokens, ISR_PDF_NAME);
    default:
        break;
    }
    if (!is_regular(*tokens->at))
        return ISR_PDF_BROKEN;
    if (strchr("0123456789.-", *tokens->at))
        return next_number(tokens);
    skip_regular(tokens);
    return finish(tokens, ISR_PDF_WORD);
}

gboolean isr_pdf_tokens_is(const IsrPdfTokens *tokens, const char *word)
{
    return strlen(word) == tokens->length && memcmp(word, tokens->token, tokens->length) == 0;
}

gint32 isr_pdf_tokens_code(const IsrPdfTokens *tokens, gsize nth)
{
    gint32 code = 0;

    if ((nth + 1) * CODE_DIGITS > tokens->length)
        return -1;
    for (gsize i = 0; i < CODE_DIGITS; i++)
        code = code * 16 + g_ascii_xdigit_value(tokens->token[nth * CODE_DIGITS + i]);
    return code;
}
