/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Evidence: what of a sentence may speak for or against a sensitive matter, as features for the
 * classifier: its words and pairs of words, the families of topics that were met, words for people,
 * and what stands around it. */
#pragma once

#include "classifier.h"
#include "gist.h"
#include "network.h"

/* Goes up whenever the features change, so that a model made with others is refused. */
#define ISR_EVIDENCE_USE "topics 3"
/* The same for the network, when what is told of words changes. */
#define ISR_EVIDENCE_NETWORK "topics words 1"

/* The classifier's classes: that there is no sensitive matter, then each topic in order. */
#define ISR_EVIDENCE_CLASSES (1 + ISR_N_CATEGORIES - ISR_CATEGORY_HEALTH)
#define ISR_EVIDENCE_NONE 0

/* The class of @topic, a category that is a topic. */
static inline guint isr_evidence_class(IsrCategory topic)
{
    return 1 + topic - ISR_CATEGORY_HEALTH;
}

/* Where a feature was met. */
typedef enum {
    ISR_SIGN_WORD,    /* a word, or how it begins */
    ISR_SIGN_PAIR,    /* two words, near each other */
    ISR_SIGN_PATTERN, /* two words, those for people and numbers as what they are */
    ISR_SIGN_FAMILY,  /* a family of a topic */
    ISR_SIGN_MEANING, /* what a word means beside others; no feature */
    ISR_SIGN_SHAPE,   /* how the sentence stands in its block */
    ISR_SIGN_HEADING, /* the heading above */
    ISR_SIGN_LABEL,   /* the cell before, the heading of the column */
    ISR_SIGN_BEFORE   /* the sentence before */
} IsrSignKind;

typedef struct {
    guint32 feature; /* for the classifier */
    IsrSignKind kind;
    guint first,
        last; /* the gist's tokens that it was read from; none of its own if of a heading */
} IsrSign;

/* The feature by which the plain word of @length bytes is told. */
guint32 isr_evidence_word(const char *word, gsize length);

/* Appends the signs of the @n-th sentence of @gist, which stands in @block, as IsrSign. */
void isr_evidence_gather(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                         guint n, GArray *signs);

/* The words of the @n-th sentence of @gist for the network; free with isr_wording_free(). Whatever
 * is part of an identifier is told as that, not by its word. */
IsrWording *isr_evidence_wording(const IsrGist *gist, const IsrPatterns *patterns, guint n);

/* How probable each class is for that sentence, by the model and the network of
 * @patterns together. */
void isr_evidence_judge(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                        guint n, IsrTally *tally);
