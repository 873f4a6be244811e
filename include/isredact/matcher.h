/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A matcher searches bytes for many patterns at once, in one pass (Aho-Corasick). It keeps its
 * place in one number, so that text may come in chunks of any size. */
#pragma once

#include <glib.h>

typedef struct IsrMatcher IsrMatcher;

#define ISR_MATCHER_START 0u
#define ISR_MATCHER_NONE G_MAXUINT

/* A matcher without patterns; free with isr_matcher_free() (accepts NULL). */
IsrMatcher *isr_matcher_new(void);
void isr_matcher_free(IsrMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrMatcher, isr_matcher_free)

/* Adds @length bytes (at least one). Returns the pattern's number, from 0; bytes that were added
 * before keep the number they have. Not after isr_matcher_compile(). */
guint isr_matcher_add(IsrMatcher *matcher, const char *bytes, gsize length);
/* Makes it ready to search; nothing can be added afterwards. */
void isr_matcher_compile(IsrMatcher *matcher);

/* Patterns added, each counted once. */
guint isr_matcher_size(const IsrMatcher *matcher);

/* Bytes of pattern @pattern. */
gsize isr_matcher_length(const IsrMatcher *matcher, guint pattern);

/* The state after @byte in @state; the first state is ISR_MATCHER_START. */
guint isr_matcher_step(const IsrMatcher *matcher, guint state, guint8 byte);

/* The longest pattern that ends in @state, or ISR_MATCHER_NONE. */
guint isr_matcher_longest(const IsrMatcher *matcher, guint state);
/* The next shorter pattern that ends where @pattern ends, or ISR_MATCHER_NONE. */
guint isr_matcher_shorter(const IsrMatcher *matcher, guint pattern);
