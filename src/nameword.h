/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a word is worth as a part of a name. Serves fullname.c and namescore.c. */
#pragma once

#include "words.h"

/* "Hope" is no name where nothing speaks for it, "Hope Sallis" is one. */
static inline gboolean isr_word_is_name(const Word *word)
{
    return (word->flags & (WORD_FORENAME | WORD_SURNAME)) != 0;
}

static inline gboolean isr_word_is_plain(const Word *word)
{
    return (word->flags & WORD_ENGLISH) && !isr_word_is_name(word);
}

static inline gboolean isr_word_is_strong(const Word *word)
{
    return isr_word_is_name(word) && !(word->flags & (WORD_ENGLISH | WORD_ORDINARY));
}

/* Neither English nor in any list: a rare name, or a place, product or slip of the pen. */
static inline gboolean isr_word_is_unknown(const Word *word)
{
    return !isr_word_is_name(word) &&
           !(word->flags & (WORD_ENGLISH | WORD_BARRED | WORD_HEAD | WORD_STREET | WORD_PLACE));
}

static inline gboolean isr_word_joins(const Word *word)
{
    return word->gap == GAP_SPACE || word->gap == GAP_DOT;
}
