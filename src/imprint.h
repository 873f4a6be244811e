/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An imprint: what is left of a document's sentences so that its copy can be held against others
 * of the batch: keyed hashes, and what the copy shows. A word's hash is bound to marks of the
 * sentence it stands in, so that two imprints tell of equal words only where the copies themselves
 * would give them away: in equal passages. */
#pragma once

#include <isredact/category.h>

/* A sentence is known again by the least of its marks, pairs of ordinary words that follow each
 * other: one word more or less changes few of them. */
#define ISR_IMPRINT_MARKS 6
/* The marks, from the first, to which a word is bound. */
#define ISR_IMPRINT_BOUND 4
/* Telling words of a sentence; those that follow are left out. */
#define ISR_IMPRINT_WORDS 255

typedef enum {
    ISR_SHOWN_NOT,    /* removed or coded: nothing of it is told */
    ISR_SHOWN_COARSE, /* a year, initials */
    ISR_SHOWN_WHOLE,
    ISR_SHOWN_GONE /* not by itself, but with its sentence */
} IsrShown;

typedef struct {
    IsrShown shown;
    IsrCategory category; /* of what was removed or made coarse */
    guint16 hashes[ISR_IMPRINT_BOUND];
} IsrImprintWord;

typedef struct {
    gboolean gone;        /* all of it, for what it speaks of */
    IsrCategory category; /* of a sentence that is gone: of what it spoke */
    guint8 length;        /* words; 255: that or more */
    gboolean brief;       /* so short that its marks reach into its neighbours */
    guint16 hash; /* of its ordinary words; of one that has none, how many such went before */
    guint n_marks;
    guint32 marks[ISR_IMPRINT_MARKS]; /* 24 bits each, the least first */
    guint n_words;                    /* at most ISR_IMPRINT_WORDS */
    const IsrImprintWord *words;      /* the telling ones, in order; borrowed */
} IsrImprintSentence;

/* An imprint to which sentences are added in the order of the document; free with
 * g_byte_array_unref(). */
GByteArray *isr_imprint_new(void);
void isr_imprint_add(GByteArray *imprint, const IsrImprintSentence *sentence);

/* The imprint as one line of ASCII; free with g_free(). */
char *isr_imprint_text(const GByteArray *imprint);

/* Reads the sentences of an imprint again. */
typedef struct {
    GBytes *bytes;
    gsize at;
    IsrImprintWord words[ISR_IMPRINT_WORDS]; /* of the sentence in hand */
} IsrImprintReader;

/* Opens what isr_imprint_text() wrote; all of it is checked, for it comes from a process that read
 * a document of unknown origin. Error: MALFORMED, and @reader is empty. */
gboolean isr_imprint_open(IsrImprintReader *reader, const char *text, GError **error);
/* The next sentence, whose words the reader keeps until the next call; FALSE at the end. */
gboolean isr_imprint_next(IsrImprintReader *reader, IsrImprintSentence *sentence);
void isr_imprint_close(IsrImprintReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IsrImprintReader, isr_imprint_close)

/* What two sentences have in common. */
typedef struct {
    guint shared;  /* marks */
    guint n_bound; /* of these, to which the words of both are bound: */
    guint8 of_a[ISR_IMPRINT_BOUND], of_b[ISR_IMPRINT_BOUND]; /* the same mark in each */
} IsrImprintMatch;

IsrImprintMatch isr_imprint_match(const IsrImprintSentence *a, const IsrImprintSentence *b);

/* TRUE if @a and @b, telling words of two sentences that @match, are the same: their hashes agree
 * for each mark to which both are bound, and there is one. */
gboolean isr_imprint_same_word(const IsrImprintMatch *match, const IsrImprintWord *a,
                               const IsrImprintWord *b);
