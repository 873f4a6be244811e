/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tagger said of sequences that it tagged before, by their fingerprints and without their
 * words: what is left of a record is read again, and its known names are looked for in it. Serves
 * tagger.c. */
#pragma once

#include <isredact/tagger.h>

/* A tag, by the first and last of a sequence's tokens that bear it. */
typedef struct {
    guint16 first, last;
    IsrTagKind kind;
    double score, person; /* as in IsrTag */
    const char *reason;   /* static */
} SaidTag;

/* What was said of one sequence. */
typedef struct {
    guint64 print; /* of the sequence */
    guint n;       /* its tokens */
    guint n_tags;
    const float *persons; /* of each token: how probably it names a person */
    const SaidTag *tags;  /* in order */
} Said;

typedef struct TaggerMemory TaggerMemory;

/* Remembers nothing yet, and never more than a few megabytes. Not shared between threads. Free with
 * isr_tagger_memory_free() (accepts NULL). */
TaggerMemory *isr_tagger_memory_new(void);
void isr_tagger_memory_free(TaggerMemory *memory);

/* What was said of the sequence with fingerprint @print; NULL if nothing is remembered. Borrowed,
 * until something is kept. */
const Said *isr_tagger_memory_find(const TaggerMemory *memory, guint64 print);

/* Keeps what was said of @n tokens, @persons and @tags (of SaidTag), and gives it back. Borrowed,
 * until something else is kept. */
const Said *isr_tagger_memory_keep(TaggerMemory *memory, guint64 print, const float *persons,
                                   guint n, const GArray *tags);
