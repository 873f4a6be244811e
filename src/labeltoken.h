/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text as labels read it: the words of isr_label_key() with their places, each known by its
 * number. A text is cut once; any stretch of it can then be compared with all wordings. */
#pragma once

#include <isredact/label.h>

/* What a word can do in labels. */
typedef enum {
    LABEL_FIRST = 1 << 0,  /* begins a wording */
    LABEL_LAST = 1 << 1,   /* ends one */
    LABEL_FILLER = 1 << 2, /* may stand in a label without changing what it is */
    LABEL_LINK = 1 << 3,   /* "of": what follows is not who is meant */
    LABEL_THE = 1 << 4,
    LABEL_FOR = 1 << 5
} LabelWordFlags;

typedef struct {
    guint32 start, end; /* bytes of the text */
    guint32 past;       /* end, with an ending that says nothing: "name(s)" */
    guint32 length;     /* bytes of the word in a key */
    guint32 word;       /* its number; 0: in no wording, and no filler */
    guint32 firsts;     /* words before it in the text that begin a wording */
    guint flags;        /* LabelWordFlags */
} LabelToken;

/* Bytes at @at, before @end, of an ending that says nothing ("'s", "(s)"); 0 if there is none. */
gsize isr_label_ending(const char *at, const char *end);
/* TRUE if the dot at @at joins single letters ("D.O.B."); @letters stand before it. */
gboolean isr_label_dot_joins(const char *at, const char *end, gsize letters);

/* The words of labels, and what wordings they make. */
typedef struct LabelGrammar LabelGrammar;

LabelGrammar *isr_label_grammar_new(void);
/* Accepts NULL. */
void isr_label_grammar_free(LabelGrammar *grammar);
/* Gives @word, as keys have it, @flags. */
void isr_label_grammar_flag(LabelGrammar *grammar, const char *word, guint flags);
/* Learns the wording @key, unless it has a meaning already. Borrows @label. */
void isr_label_grammar_add(LabelGrammar *grammar, const char *key, const IsrLabel *label);

/* The words of @length bytes of @text, no more than @most of them: GArray of LabelToken. */
GArray *isr_label_tokens_new(const LabelGrammar *grammar, const char *text, gsize length,
                             guint most);

/* The label one of whose wordings is all of @tokens @from up to but not including @to, or NULL. */
const IsrLabel *isr_label_tokens_find(const LabelGrammar *grammar, const LabelToken *tokens,
                                      guint from, guint to);
/* The longest wording that begins with the token @from and ends before *@to, which becomes its
 * end; NULL if there is none. */
const IsrLabel *isr_label_tokens_longest(const LabelGrammar *grammar, const LabelToken *tokens,
                                         guint from, guint *to);
