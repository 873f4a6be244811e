/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences with their labels, from annotated corpora, in the tagger's own tokens. */
#pragma once

#include "tagger_chain.h"

typedef struct {
    const char **words; /* interned for good */
    guint8 *labels;     /* LABEL_ */
    guint n;
    guint context; /* words before it that are no part of it: the label of its cell */
} Sentence;

/* An empty array of Sentence *; free with g_ptr_array_unref(). */
GPtrArray *corpus_new(void);

/* Appends a sentence of @words (of const char *) and @labels (of guint8), the first @context of
 * which stand before it; both are emptied. */
void corpus_add_behind(GPtrArray *corpus, GPtrArray *words, GByteArray *labels, guint context);
/* The same without context. */
void corpus_add(GPtrArray *corpus, GPtrArray *words, GByteArray *labels);

/* Appends the sentences of a file of lines "token TAB tag". Errors: GIO's. */
gboolean corpus_read(GPtrArray *corpus, const char *folder, const char *name, GError **error);

/* A word that lives as long as the program. */
const char *corpus_word(const char *text, gssize length);
