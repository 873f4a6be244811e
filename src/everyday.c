/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The levels of the lists tell "Will", which stands in every text, from "Saffron", which a text
 * about someone of that name hardly ever means otherwise. */
#include "everyday.h"

#include "ordinary.h"

#include <string.h>

/* Words and places from these levels on are met in any text. */
#define COMMON_WORD 7
#define GREAT_PLACE 8
/* Names that are more often words. */
#define MOSTLY_WORD 6

/* The level of @word, or of the word that it is the plural of, among English words. */
static guint word_level(const IsrLists *lists, const char *word, IsrListLevels levels)
{
    guint level = ISR_LIST_LEVEL(levels, ISR_LIST_WORDS);
    gsize length = strlen(word);

    if (level > 0 || length < 4 || g_ascii_tolower(word[length - 1]) != 's')
        return level;
    isr_lists_find(lists, word, (gssize)length - 1, &levels);
    return ISR_LIST_LEVEL(levels, ISR_LIST_WORDS);
}

IsrTermKind isr_everyday_kind(const IsrLists *lists, const char *word)
{
    IsrListLevels levels;

    if (!g_str_is_ascii(word) && !isr_lists_has(lists, "accented-words", word, -1))
        return ISR_TERM_PART; /* "Tomé" */
    isr_lists_find(lists, word, -1, &levels);
    guint level = word_level(lists, word, levels);
    guint ordinary = ISR_LIST_LEVEL(levels, ISR_LIST_ORDINARY_NAMES);

    if (level >= COMMON_WORD || ordinary >= MOSTLY_WORD ||
        isr_ordinary_is_month(word, strlen(word)))
        return ISR_TERM_ORDINARY;
    if (level > 0 || ordinary > 2 || ISR_LIST_LEVEL(levels, ISR_LIST_PLACES) >= GREAT_PLACE)
        return ISR_TERM_CAPITAL;
    return ISR_TERM_PART;
}
