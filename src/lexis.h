/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lexis: the phrases of many groups, found in one pass. A phrase is words parted by spaces:
 *   convict*          any word that begins so
 *   hit/hits/punched  one of these
 *   {person}          one of a set
 *   ...               up to three other words, or none
 * A hyphen is a hyphen, a space or nothing. Capitals, accents and apostrophes do not matter. */
#pragma once

#include "tokens.h"

typedef struct IsrLexis IsrLexis;

typedef struct {
    guint group;       /* as given to isr_lexis_add() */
    guint first, last; /* tokens */
} IsrLexisHit;

/* A lexis without phrases; free with isr_lexis_free() (accepts NULL). */
IsrLexis *isr_lexis_new(void);
void isr_lexis_free(IsrLexis *lexis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLexis, isr_lexis_free)

/* Adds @phrase to @group. @sets: name to alternatives parted by '/' (char * to char *). Error
 * RULES says what is wrong with the phrase. Not after isr_lexis_compile(). */
gboolean isr_lexis_add(IsrLexis *lexis, const char *phrase, guint group, GHashTable *sets,
                       GError **error);
/* Makes it ready to search. */
void isr_lexis_compile(IsrLexis *lexis);

/* Appends every phrase (IsrLexisHit) that lies in the tokens @from to before @to. */
void isr_lexis_find(const IsrLexis *lexis, const IsrTokens *tokens, guint from, guint to,
                    GArray *hits);
