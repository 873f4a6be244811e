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
    guint8 *marks;  /* of each token: the category of the identifier it is part of, plus 1; or 0 */
    guint8 *headed; /* one: whether the first row of the block's table heads its columns, plus 1; 0
                       if nobody asked yet */
} IsrGist;

/* Reads @text (borrowed as long as the gist lives); free with isr_gist_free() (accepts NULL). */
IsrGist *isr_gist_new(const IsrPatterns *patterns, const GString *text);
void isr_gist_free(IsrGist *gist);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrGist, isr_gist_free)

/* Notes that the bytes at @range of the text are, or are part of, an identifier of @category. */
void isr_gist_mark(IsrGist *gist, IsrRange range, IsrCategory category);
/* What @token is part of: a category plus 1, or 0. */
static inline guint8 isr_gist_mark_at(const IsrGist *gist, guint token)
{
    return gist->marks[token];
}
/* TRUE if all of @hit stands in a name: no word of it means what it says. */
gboolean isr_gist_is_within_name(const IsrGist *gist, const IsrLexisHit *hit);

/* How many of the first @n sentences stand before the @cell: they are in its order. */
guint isr_gist_before_cell(const IsrGist *gist, guint n, guint cell);

/* A sensitive matter of which a sentence speaks. */
typedef struct {
    IsrCategory category;
    IsrRange range;          /* in the text: the sentence, or the answer of a field in it */
    const IsrTopic *topic;   /* that told it; borrowed */
    const IsrFamily *family; /* likewise; NULL: the model's word alone */
    guint token;             /* where its telling word stands; the sentence's first for a field */
    double score;            /* 1 and more */
    double sure;             /* how probable the model finds it; 0: it was not asked */
    gboolean field;          /* it is the answer of a field */
    gboolean perhaps;        /* only if it is about one of the family */
} IsrMatter;

/* Appends what the @n-th sentence, which stands in @block, speaks of. */
void isr_gist_matters(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                      guint n, GArray *matters);

/* TRUE if the @n-th sentence of @block tells nothing by itself, whatever it names: a heading, a
 * question, the label of a field, an answer such as "not known". */
gboolean isr_gist_tells_nothing(const IsrGist *gist, const IsrBlock *block, guint n);
