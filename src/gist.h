/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gist of a text: its sentences, the words of topics and for people in each, and of which
 * sensitive matters a sentence speaks. */
#pragma once

#include <isredact/patterns.h>
#include <isredact/reading.h>

#include "sentences.h"
#include "topics.h"

typedef struct {
    IsrSentence sentence;
    guint from, to;   /* its tokens */
    guint hit, hits;  /* its first hit, and one past its last */
    gboolean follows; /* goes on in the line of the sentence before */
} IsrGistSentence;

typedef struct {
    const IsrTopics *topics; /* borrowed */
    const GString *text;     /* borrowed */
    IsrTokens *tokens;
    GArray *sentences; /* of IsrGistSentence */
    GArray *hits;      /* of IsrLexisHit, by sentence */
} IsrGist;

/* Reads @text (borrowed as long as the gist lives); free with isr_gist_free() (accepts NULL). */
IsrGist *isr_gist_new(const IsrPatterns *patterns, const GString *text);
void isr_gist_free(IsrGist *gist);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrGist, isr_gist_free)

/* A sensitive matter of which a sentence speaks. */
typedef struct {
    IsrCategory category;
    IsrRange range;          /* in the text: the sentence, or the answer of a field in it */
    const IsrTopic *topic;   /* that told it; borrowed */
    const IsrFamily *family; /* likewise */
    guint token;             /* where its telling word stands; the sentence's first for a field */
    double score;            /* 1 and more */
    gboolean field;          /* it is the answer of a field */
    gboolean perhaps;        /* only if it is about one of the family */
} IsrMatter;

/* Appends what the @n-th sentence, which stands in @block, speaks of. */
void isr_gist_matters(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                      guint n, GArray *matters);
