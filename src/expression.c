/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expressions, compiled late. */
#include "expression.h"

#include <isredact/error.h>

/* Bytes of code that are translated in the time in which one byte of text is interpreted. */
#define CODE_PER_TEXT 2

struct IsrExpression {
    char *text;
    guint32 options;
    pcre2_code *code;
    gsize wait; /* bytes to search until it is translated; 0 once that was tried */
    gboolean translated;
};

IsrExpression *isr_expression_new(char *text)
{
    IsrExpression *expression = text ? g_new0(IsrExpression, 1) : NULL;

    if (expression)
        expression->text = text;
    return expression;
}

IsrExpression *isr_expression_new_anchored(char *text)
{
    IsrExpression *expression = isr_expression_new(text);

    /* PCRE2 would look thousands of bytes ahead, at each place, for a letter that a match needs. */
    if (expression)
        expression->options = PCRE2_ANCHORED | PCRE2_NO_START_OPTIMIZE;
    return expression;
}

const char *isr_expression_text(const IsrExpression *expression)
{
    return expression->text;
}

void isr_expression_free(IsrExpression *expression)
{
    if (!expression)
        return;
    pcre2_code_free(expression->code);
    g_free(expression->text);
    g_free(expression);
}

#define OPTIONS (PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C)
#define NO_EXPRESSION "not a regular expression that PCRE2 understands: %s"

char *isr_expression_mistake(const char *text)
{
    int number;
    PCRE2_SIZE at;
    guchar message[160];
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, OPTIONS, &number, &at, NULL);

    if (code) {
        pcre2_code_free(code);
        return NULL;
    }
    pcre2_get_error_message(number, message, sizeof message);
    return g_strdup_printf(NO_EXPRESSION " at letter %ld", (char *)message,
                           MIN(g_utf8_strlen(text, (gssize)at) + 1, g_utf8_strlen(text, -1)));
}

static gboolean compile(IsrExpression *expression, GError **error)
{
    int number;
    PCRE2_SIZE at;
    guchar message[160];

    expression->code = pcre2_compile((PCRE2_SPTR)expression->text, PCRE2_ZERO_TERMINATED,
                                     OPTIONS | expression->options, &number, &at, NULL);
    if (!expression->code) {
        pcre2_get_error_message(number, message, sizeof message);
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, NO_EXPRESSION, (char *)message);
        return FALSE;
    }
    pcre2_pattern_info(expression->code, PCRE2_INFO_SIZE, &expression->wait);
    expression->wait = MAX(expression->wait / CODE_PER_TEXT, 1);
    return TRUE;
}

const pcre2_code *isr_expression_code(IsrExpression *expression, GError **error)
{
    return expression->code || compile(expression, error) ? expression->code : NULL;
}

gboolean isr_expression_is_translated(const IsrExpression *expression)
{
    return expression->translated;
}

void isr_expression_searched(IsrExpression *expression, gsize length)
{
    if (expression->wait > length) {
        expression->wait -= length;
        return;
    }
    /* Without a JIT compiler the interpreter does the same, only slower. */
    if (expression->wait > 0)
        expression->translated = pcre2_jit_compile(expression->code, PCRE2_JIT_COMPLETE) == 0;
    expression->wait = 0;
}
