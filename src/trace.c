/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words as bits: what meets no bit of the text is not in it. */
#include "trace.h"

#include <string.h>

/* Letters of a beginning that are looked at. */
#define BEGINNING 3

/* After Fowler, Noll and Vo (FNV-1a, 32 bits). */
static guint number_of(const char *text, gsize length)
{
    guint32 hash = 2166136261u;

    for (gsize i = 0; i < length; i++)
        hash = (hash ^ (guchar)text[i]) * 16777619u;
    return (hash ^ hash >> 16) % (ISR_TRACE_WORDS * 64);
}

static void set(guint64 *bits, guint number)
{
    bits[number / 64] |= G_GUINT64_CONSTANT(1) << number % 64;
}

void isr_trace_add_word(Trace *asked, const char *text, gsize length)
{
    set(asked->words, number_of(text, length));
}

void isr_trace_add_beginning(Trace *asked, const char *text, gsize length)
{
    if (length < BEGINNING)
        memset(asked->words, 0xff, sizeof asked->words);
    else
        set(asked->beginnings, number_of(text, BEGINNING));
}

void isr_trace_add_token(Trace *trace, const IsrCueToken *token)
{
    gsize length = strlen(token->text);

    trace->classes |= 1u << token->class;
    isr_trace_add_word(trace, token->text, length);
    if (length >= BEGINNING)
        isr_trace_add_beginning(trace, token->text, length);
}

gboolean isr_trace_may_hold(const Trace *text, const Trace *asked)
{
    guint64 met = text->classes & asked->classes;

    for (guint i = 0; i < ISR_TRACE_WORDS; i++)
        met |= (text->words[i] & asked->words[i]) | (text->beginnings[i] & asked->beginnings[i]);
    return met != 0;
}

guint isr_trace_size(const Trace *asked)
{
    guint bits = (guint)__builtin_popcount(asked->classes);

    for (guint i = 0; i < ISR_TRACE_WORDS; i++)
        bits += (guint)(__builtin_popcountll(asked->words[i]) +
                        __builtin_popcountll(asked->beginnings[i]));
    return bits;
}
