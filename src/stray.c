/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only the first or the last word of a name can be one too many, and only if the word behind or
 * before it is the forename of somebody whose name is known in full. */
#include "stray.h"

#include <isredact/calendar.h>

#include <string.h>

/* The first part of a whole name that is written out and no surname; NULL if there is none. */
static const NamePart *forename_of(const Mention *mention)
{
    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind == PART_PLAIN && !part->surname)
            return part;
    }
    return NULL;
}

/* How many whole names have each forename, by its key. */
static GHashTable *collect_forenames(const IsrPeople *people)
{
    GHashTable *forenames = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < people->mentions->len; i++) {
        const Mention *mention = people->mentions->pdata[i];
        const NamePart *part = isr_mention_size(mention) > 1 ? forename_of(mention) : NULL;
        if (part != NULL)
            g_hash_table_insert(
                forenames, part->key,
                GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(forenames, part->key)) + 1));
    }
    return forenames;
}

static gboolean is_month(const char *word)
{
    g_autofree char *date = g_strdup_printf("1 %s 2024", word);
    IsrDate read;

    return isr_date_read(date, &read);
}

/* A small word, a month, or an article read as an initial. */
static gboolean may_be_stray(const IsrPeople *people, const NamePart *part, gboolean first)
{
    if (part->kind == PART_INITIAL)
        return first && g_str_equal(part->text, "A");
    return isr_lists_has(people->patterns->lists, "clause-words", part->text, -1) ||
           g_str_equal(part->key, "ramadan") || is_month(part->text);
}

static void mark(Mention *mention, NamePart *part, NamePart *name)
{
    part->kind = PART_STRAY;
    g_ptr_array_remove(mention->words, part);
    part->surname = FALSE;
    if (isr_mention_size(mention) == 1 && mention->kind != MENTION_SURNAME &&
        mention->kind != MENTION_TITLED)
        name->surname = FALSE;
}

/* @name: the word next to @part, of a name of which @part may not be one. */
static gboolean is_known(GHashTable *forenames, const NamePart *name, const NamePart *part,
                         const Mention *mention)
{
    const guint times = GPOINTER_TO_UINT(g_hash_table_lookup(forenames, name->key));
    const guint own = forename_of(mention) == name ? 1 : 0; /* it counts itself */

    return name->kind == PART_PLAIN && times > own && !g_str_equal(name->key, part->key);
}

static void look_at(const IsrPeople *people, GHashTable *forenames, Mention *mention)
{
    const guint n = isr_mention_size(mention);

    if (n < 2)
        return;
    NamePart *first = (NamePart *)isr_mention_part(mention, 0);
    NamePart *last = (NamePart *)isr_mention_part(mention, n - 1);
    if (may_be_stray(people, first, TRUE) &&
        is_known(forenames, isr_mention_part(mention, 1), first, mention))
        mark(mention, first, (NamePart *)isr_mention_part(mention, 1));
    else if (may_be_stray(people, last, FALSE) && is_known(forenames, first, last, mention))
        mark(mention, last, first);
}

/* "Nana Bev" by the word for a grandmother that the name begins with. */
static void drop_kin_word(const IsrPeople *people, Mention *mention)
{
    if (mention->kin == NULL || isr_mention_size(mention) != 2)
        return;
    NamePart *first = (NamePart *)isr_mention_part(mention, 0);
    NamePart *name = (NamePart *)isr_mention_part(mention, 1);
    const IsrLabel *label = isr_label_index_find(people->patterns->wordings, first->key);
    if (label != NULL && g_strcmp0(label->kin, mention->kin) == 0 && name->kind == PART_PLAIN)
        mark(mention, first, name);
}

void isr_stray_mark(IsrPeople *people)
{
    g_autoptr(GHashTable) forenames = collect_forenames(people);

    for (guint i = 0; i < people->mentions->len; i++) {
        Mention *mention = people->mentions->pdata[i];
        look_at(people, forenames, mention);
        drop_kin_word(people, mention);
    }
}
