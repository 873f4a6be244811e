/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the model knows of words: levels of the name, place and word lists, classes of terms,
 * clusters. */
#pragma once

#include "tagger_model.h"

typedef struct {
    GArray *words; /* of ModelWord, by hash */
    GArray *kinds; /* of ModelKind; the first is empty */
} Lexicon;

/* Reads the lists under @data. Errors: GIO's. Free with lexicon_free() (accepts NULL). */
Lexicon *lexicon_read(const char *data, GError **error);
void lexicon_free(Lexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lexicon, lexicon_free)
