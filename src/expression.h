/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A regular expression that is compiled when it is first needed, and translated to machine code
 * once it has searched so much text that this pays: most records are short. */
#pragma once

#include <glib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

typedef struct IsrExpression IsrExpression;

/* Takes @text, which it frees; NULL gives NULL. */
IsrExpression *isr_expression_new(char *text);
/* The same, for an expression that matches only where a search begins. */
IsrExpression *isr_expression_new_anchored(char *text);
void isr_expression_free(IsrExpression *expression);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrExpression, isr_expression_free)

/* What is wrong with the expression @text and at which of its letters; NULL if nothing is. Free
 * with g_free(). */
char *isr_expression_mistake(const char *text);

/* As it was given; borrowed. */
const char *isr_expression_text(const IsrExpression *expression);

/* The code, compiled; NULL with @error (RULES) set to what PCRE2 does not understand. */
const pcre2_code *isr_expression_code(IsrExpression *expression, GError **error);

/* TRUE if the code was translated: pcre2_jit_match() may be called. */
gboolean isr_expression_is_translated(const IsrExpression *expression);

/* Says that the code has searched another @length bytes. */
void isr_expression_searched(IsrExpression *expression, gsize length);
