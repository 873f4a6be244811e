/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word lists: patterns/lists/NAME.txt, one entry a line, perhaps a tab and a level from 1 to 9
 * behind it; '#' begins a comment. One look-up says in which of all lists an entry stands.
 *
 * The text is what counts. The build compiles it to lists.bin, which is mapped as it is; where
 * that is missing, damaged or made from other text, the text is compiled in memory instead. */
#pragma once

#include <glib.h>

typedef struct IsrLists IsrLists;

/* The lists that the program asks for by number. Those up to ISR_LIST_LEVELLED keep levels. */
typedef enum {
    ISR_LIST_FORENAMES,
    ISR_LIST_SURNAMES,
    ISR_LIST_WORDS,
    ISR_LIST_PLACES,
    ISR_LIST_ORDINARY_NAMES,
    ISR_LIST_SMALL_PLACES,
    ISR_LIST_MEN_AND_WOMEN,
    ISR_LIST_LEVELLED = 8,
    ISR_LIST_CLAUSE_WORDS = ISR_LIST_LEVELLED,
    ISR_LIST_MARKUP_WORDS,
    ISR_LIST_NOT_NAMES,
    ISR_LIST_ORGANISATION_HEADS,
    ISR_LIST_PARTICLES,
    ISR_LIST_STREET_TYPES,
    ISR_LIST_TITLES,
    ISR_LIST_CAPITAL_TITLES,
    ISR_LIST_KIN_TITLES,
    ISR_N_KNOWN_LISTS,
    ISR_MOST_LISTS = 64
} IsrListId;

/* Which lists hold an entry: a bit for each, ISR_LIST_BIT(id). */
typedef guint64 IsrListSet;
#define ISR_LIST_BIT(id) (G_GUINT64_CONSTANT(1) << (id))

/* The levels of an entry, four bits for each levelled list. */
typedef guint64 IsrListLevels;
#define ISR_LIST_LEVEL(levels, id) ((guint)((levels) >> (4 * (id)) & 15))

/* Loads every list in @folder. Errors (RULES) name the file. Free
 * with isr_lists_free() (accepts NULL). */
IsrLists *isr_lists_load(const char *folder, GError **error);
void isr_lists_free(IsrLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLists, isr_lists_free)

/* TRUE if every list is there, with an entry, that the program asks for by name: without one it
 * would find less and say nothing. Error (RULES) names the file. */
gboolean isr_lists_are_whole(const IsrLists *lists, GError **error);

/* The number of the list @name, for ISR_LIST_BIT(); ISR_MOST_LISTS if there is none. Names of lists
 * are constants here and below: they are told apart by where they lie. */
guint isr_lists_id(const IsrLists *lists, const char *name);

/* All lists that hold @entry of @length bytes (-1: to its NUL); its levels go to @levels (may be
 * NULL). Entries are compared in lower case and without accents. Allocates nothing for ASCII. */
IsrListSet isr_lists_find(const IsrLists *lists, const char *entry, gssize length,
                          IsrListLevels *levels);

/* TRUE if @list holds @entry. FALSE too if there is no such list. */
gboolean isr_lists_has(const IsrLists *lists, const char *list, const char *entry, gssize length);

/* The level of @entry in @list, 1 (seldom) to 9 (everywhere); 1 if the list gives it none, 0 if it
 * does not hold it. */
guint isr_lists_level(const IsrLists *lists, const char *list, const char *entry, gssize length);

/* TRUE if the lists were mapped from lists.bin, FALSE if the text had to be compiled. */
gboolean isr_lists_is_mapped(const IsrLists *lists);

/* SHA-256 (32 bytes) of the text of @file ("words.txt") as it was loaded; NULL if it is no list.
 * Borrowed. */
const guint8 *isr_lists_digest(const IsrLists *lists, const char *file);

/* Compiles the text in @folder to what lists.bin holds, each time the same bytes. Errors as for
 * isr_lists_load(). */
GBytes *isr_lists_compile(const char *folder, GError **error);
