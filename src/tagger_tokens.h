/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tokens as the tagger counts them, in training and in use: words with their inner apostrophes,
 * numbers, initials and abbreviated titles with their dot, each dash or slash between letters, a
 * possessive's 's, other marks one by one, addresses of the net whole. */
#pragma once

#include <glib.h>

typedef enum {
    TOKEN_BREAK = 1 << 0 /* begins a line, cell or sentence: a sequence of its own */
} TokenFlags;

typedef struct {
    guint32 start; /* bytes of the text */
    guint32 end;
    guint32 flags; /* TokenFlags */
} Token;

/* Appends the tokens of @text from byte @start to @end to @tokens (of Token). @text is read text
 * (reading.h) in valid UTF-8. */
void isr_tokens_read(const char *text, gsize start, gsize end, GArray *tokens);
