/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tokens: a text as a row of plain words, so that phrases can be looked for without regard to
 * capitals, accents, apostrophes and hyphens. "Mum's ex-partner can't" is "mums ex partner cant". A
 * pound sign is a word. */
#pragma once

#include <glib.h>

typedef enum {
    ISR_TOKEN_OWNS = 1 << 0,    /* 's or s' followed: "mum's" */
    ISR_TOKEN_PARTED = 1 << 1,  /* a comma, bracket or other stop stands before it */
    ISR_TOKEN_COLON = 1 << 2,   /* a colon stands behind it */
    ISR_TOKEN_GAP = 1 << 3,     /* three spaces or more stand behind it */
    ISR_TOKEN_CAPITAL = 1 << 4, /* begins with a capital */
    ISR_TOKEN_DIGITS = 1 << 5   /* holds a digit */
} IsrTokenFlags;

typedef struct {
    gsize start, end; /* in the text given */
    gsize at;         /* where the plain word begins in IsrTokens.plain */
    guint length;     /* of the plain word */
    guint flags;      /* IsrTokenFlags */
} IsrToken;

typedef struct {
    GString *plain; /* " mums ex partner cant ": a space before and behind each word */
    GArray *tokens; /* of IsrToken */
} IsrTokens;

/* Reads @length bytes of valid UTF-8; free with isr_tokens_free() (accepts NULL). */
IsrTokens *isr_tokens_new(const char *text, gsize length);
void isr_tokens_free(IsrTokens *tokens);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTokens, isr_tokens_free)

/* The @n-th token (borrowed), and its plain word, which no NUL ends. */
const IsrToken *isr_tokens_nth(const IsrTokens *tokens, guint n);
const char *isr_tokens_word(const IsrTokens *tokens, guint n);

/* The first token that starts at or after byte @at of the text; the number of tokens if none. */
guint isr_tokens_at(const IsrTokens *tokens, gsize at);
