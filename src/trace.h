/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A trace: in short, which words there are, so that most of what cannot stand in a text is not
 * tried there. It may take a word for one that is there, and never misses one. */
#pragma once

#include <isredact/cue.h>

#define ISR_TRACE_WORDS 8

typedef struct {
    guint64 words[ISR_TRACE_WORDS];      /* a bit for a word as a whole */
    guint64 beginnings[ISR_TRACE_WORDS]; /* a bit for its first letters */
    guint classes;                       /* bits of IsrCueClass */
} Trace;

/* Adds a word or mark of a text. */
void isr_trace_add_token(Trace *trace, const IsrCueToken *token);

/* Adds one of the words that are asked for: @length bytes of @text, or all that begins with them.
 */
void isr_trace_add_word(Trace *asked, const char *text, gsize length);
void isr_trace_add_beginning(Trace *asked, const char *text, gsize length);

/* FALSE if nothing that is asked for is in @text. */
gboolean isr_trace_may_hold(const Trace *text, const Trace *asked);

/* How much @asked asks for: the less, the rarer it is met. */
guint isr_trace_size(const Trace *asked);
