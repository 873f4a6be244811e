/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a token is by itself: its letters, how they are written, what the model's word lists know
 * of it. Features (tagger_features.h) are made of traits. */
#pragma once

#include "tagger_model.h"

/* Counts up whenever tokens, traits or features change, so that a model made with others is
 * refused. */
#define TAGGER_TEMPLATE 1

typedef enum {
    CAP_NONE, /* outside the sequence */
    CAP_LOWER,
    CAP_FIRST,  /* "Said" inside a sequence */
    CAP_OPENS,  /* where a sequence begins */
    CAP_ALL,    /* two letters or more */
    CAP_MIXED,  /* "McCall", "iPad" */
    CAP_DOTTED, /* "J.", "B.K." */
    CAP_SINGLE, /* "J" */
    CAP_NUMBER,
    CAP_DIGITS, /* letters and digits */
    CAP_MARK,
    CAP_ADDRESS, /* of mail or net, "@name" */
    CAP_LOUD,    /* a word where all are in capitals: its own say nothing */
    CAP_QUIET    /* a word where all are in lower case */
} Cap;

typedef struct {
    guint32 word;      /* hash, folded */
    guint32 form;      /* hash, as written */
    guint32 prefix[4]; /* first 1 to 4 bytes, folded; 0 where it is no longer than that */
    guint32 suffix[4];
    guint32 shape;
    guint32 path;
    guint16 cluster;
    guint16 classes; /* TermClass bits, of longer entries too */
    guint8 cap;      /* Cap */
    guint8 length;   /* characters, 12 at most */
    guint8 forename, surname, ordinary, lower;
    guint8 place;  /* level, and 4 if it is inside a longer entry and does not begin it */
    guint8 opener; /* longer entries may begin here */
} Trait;

/* Hash of a folded word, as the model's words have it. */
guint32 isr_trait_hash(const char *folded, gsize length);

/* Hash of a run of words: that of the words before and one more. */
guint32 isr_trait_join(guint32 run, guint32 word);

/* Folds @text for hashing into @folded (room for TRAIT_BYTES): lower case, no accents, no dot
 * behind an abbreviation. Returns its length; longer words are cut. */
#define TRAIT_BYTES 48
gsize isr_trait_fold(const char *text, gsize length, char *folded);

/* What @text (one token) is by itself; its cap is CAP_FIRST where a sequence would make it
 * CAP_OPENS. */
void isr_trait_read(const Model *model, const char *text, gsize length, Trait *trait);

/* Looks at the @n traits of a sequence together: longer entries of the lists, whether capitals say
 * something, where it opens. Those before @first are context and no part of it. */
void isr_traits_join(const Model *model, Trait *traits, guint n, guint first);
