/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Beginnings and ends of words and names, and names that nicknames.txt says are one. */
#include "sound.h"

#include "nicknames.h"

#include <string.h>

/* TRUE if @name begins or ends as @key does, or has its beginning somewhere. */
static gboolean shares(const char *name, const char *key)
{
    const gsize n = strlen(name), length = strlen(key);

    return length >= 3 && n >= 2 &&
           (strncmp(name, key, 2) == 0 || strcmp(name + n - 2, key + length - 2) == 0 ||
            memmem(name, n, key, 3) != NULL);
}

/* TRUE if the first letters of the first and the last part of @mention are the ends of @key. */
static gboolean has_ends(const Mention *mention, const char *key)
{
    const guint n = isr_mention_size(mention);
    const NamePart *last = n > 1 ? isr_mention_part(mention, n - 1) : NULL;
    const char end = *key != '\0' ? key[strlen(key) - 1] : '\0';

    if (last == NULL || *isr_mention_part(mention, 0)->key != *key)
        return FALSE;
    return *last->key == end ||
           (last->parts->len > 0 && *(const char *)last->parts->pdata[last->parts->len - 1] == end);
}

static gboolean shares_letter(const Mention *mention, const char *key)
{
    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind == PART_INITIAL && shares(part->key, key)) /* one can have several bytes */
            return TRUE;
    }
    return FALSE;
}

gboolean isr_sounds_like(const IsrPeople *people, const Cluster *cluster, const char *word)
{
    GHashTableIter iter;
    gpointer key;

    for (guint i = 0; i < cluster->mentions->len; i++)
        if (has_ends(cluster->mentions->pdata[i], word) ||
            shares_letter(cluster->mentions->pdata[i], word))
            return TRUE;
    g_hash_table_iter_init(&iter, cluster->keys);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (shares(key, word) || isr_nicknames_are_one(people->patterns->nicknames, word, key))
            return TRUE;
    return FALSE;
}
