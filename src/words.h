/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a reading, how they are written and what the lists know of them: what names,
 * labels and organisations are read from. */
#pragma once

#include <isredact/patterns.h>
#include <isredact/reading.h>

#include "labeltext.h"

typedef enum {
    WORD_CAPITAL = 1 << 0, /* begins with a capital */
    WORD_UPPER = 1 << 1,   /* two letters or more, all capitals */
    WORD_INITIAL = 1 << 2, /* "J", "J.", "B.K." */
    WORD_DIGITS = 1 << 3,  /* holds a digit */
    WORD_OWNS = 1 << 4,    /* possessive: 's or s' follows */
    WORD_OPENS = 1 << 5,   /* begins a sentence, so that its capital says little */
    WORD_KNOWN = 1 << 6,   /* the flags below have been looked up */
    WORD_FORENAME = 1 << 7,
    WORD_SURNAME = 1 << 8,
    WORD_ENGLISH = 1 << 9,   /* an ordinary word of English */
    WORD_ORDINARY = 1 << 10, /* a name that is an everyday word too */
    WORD_BARRED = 1 << 11,   /* never part of a name: "Section", "Monday", "Police" */
    WORD_TITLE = 1 << 12,    /* "Mr" */
    WORD_PARTICLE = 1 << 13, /* "van", "ap", "bin" */
    WORD_HEAD = 1 << 14,     /* makes an organisation of what stands before it: "School" */
    WORD_STREET = 1 << 15,   /* makes a street of it: "Road" */
    WORD_PLACE = 1 << 16,    /* a town or country */
    WORD_COMMON = 1 << 17,   /* a forename that many bear */
    WORD_RARE = 1 << 18      /* in some list of names, but too seldom to be one by itself */
} WordFlags;

/* What stands between a word and the one before it. */
typedef enum {
    GAP_SPACE,
    GAP_DOT,   /* the dot of an abbreviation or initial, and perhaps a space */
    GAP_COMMA, /* ", " */
    GAP_HYPHEN,
    GAP_NICK,  /* an opening bracket or quotation mark */
    GAP_WIDE,  /* a tab or several spaces: the next field of a form */
    GAP_OTHER, /* other punctuation */
    GAP_LINE,
    GAP_CELL
} Gap;

typedef struct {
    gsize start; /* in the reading's text */
    gsize end;
    guint flags;      /* WordFlags */
    Gap gap;          /* before it; the first word's is GAP_LINE */
    IsrListSet lists; /* that hold it, once they have been looked up */
} Word;

typedef struct {
    const IsrPatterns *patterns;
    const IsrReading *reading;
    IsrLabelText *labels; /* the reading's text */
    GArray *words;        /* of Word */
    gboolean loud;        /* most of the letters are capitals, which then say nothing */
    gboolean quiet;       /* its sentences begin in lower case, so names may too */
} Words;

/* The words of @reading, cut once and kept with it. Borrowed. */
Words *isr_words_for(const IsrPatterns *patterns, const IsrReading *reading);
Words *isr_words_new(const IsrPatterns *patterns, const IsrReading *reading);
void isr_words_free(Words *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Words, isr_words_free)

/* Looks up what the lists know of @word, one of @words; for isr_words_nth(). */
void isr_words_know(const Words *words, Word *word);

/* The @n-th word with its list flags looked up. Borrowed. */
static inline const Word *isr_words_nth(Words *words, guint n)
{
    Word *word = &g_array_index(words->words, Word, n);

    if (!(word->flags & WORD_KNOWN))
        isr_words_know(words, word);
    return word;
}

/* TRUE if @list holds @word, one of @words. */
gboolean isr_words_is(const Words *words, const char *list, const Word *word);

/* The text of words @from to @to (inclusive) with what stands between them, and its length. */
const char *isr_words_text(const Words *words, guint from, guint to, gsize *length);

/* The index of the first word that starts at or after byte @at; the number of words if none. */
guint isr_words_at(const Words *words, gsize at);

/* TRUE if @list holds the text of words @from to @to (inclusive), as one entry. */
gboolean isr_words_in(const Words *words, const char *list, guint from, guint to);
