/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables for merging; they last as long as it does. */
#include "mergeindex.h"

#include <isredact/calendar.h>

#include "alike.h"
#include "nicknames.h"

/* Somebody's date of birth. */
typedef struct {
    const Mention *mention;
    guint year;
} Birth;

struct MergeIndex {
    const IsrNicknames *nicknames;
    GHashTable *by_part; /* squeezed part to GArray of guint */
    Alike *alike;
    GHashTable *homes; /* Mention * to Cluster * */
    GArray *births;    /* of Birth, in the order of the values */
    guint newest;      /* year of the record's newest date */
};

static void learn_dates(MergeIndex *index, const IsrPeople *people)
{
    IsrDate date;

    for (guint i = 0; i < people->values->len; i++) {
        const Value *value = people->values->pdata[i];
        if ((value->category != ISR_CATEGORY_DATE && value->category != ISR_CATEGORY_DOB) ||
            !isr_date_read(value->value, &date) || date.year == 0)
            continue;
        index->newest = MAX(index->newest, date.year);
        if (value->category == ISR_CATEGORY_DOB && value->mention > 0) {
            Birth birth = {people->mentions->pdata[value->mention - 1], date.year};
            g_array_append_val(index->births, birth);
        }
    }
}

MergeIndex *isr_merge_index_new(const IsrPeople *people)
{
    MergeIndex *index = g_new0(MergeIndex, 1);

    index->by_part =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
    index->alike = isr_alike_new();
    index->homes = g_hash_table_new(NULL, NULL);
    index->births = g_array_new(FALSE, FALSE, sizeof(Birth));
    index->nicknames = people->patterns->nicknames;
    learn_dates(index, people);
    return index;
}

void isr_merge_index_free(MergeIndex *index)
{
    if (index == NULL)
        return;
    g_hash_table_unref(index->by_part);
    isr_alike_free(index->alike);
    g_hash_table_unref(index->homes);
    g_array_unref(index->births);
    g_free(index);
}

void isr_merge_index_add(MergeIndex *index, const char *key, guint cluster)
{
    GArray *clusters = g_hash_table_lookup(index->by_part, key);

    if (clusters == NULL) {
        clusters = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(index->by_part, (gpointer)key, clusters);
    }
    g_array_append_val(clusters, cluster);
    isr_alike_add(index->alike, key, cluster);
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;

    return x < y ? -1 : x > y;
}

static void append(const MergeIndex *index, const char *key, GArray *found)
{
    const GArray *clusters = g_hash_table_lookup(index->by_part, key);

    if (clusters != NULL)
        g_array_append_vals(found, clusters->data, clusters->len);
}

/* Each number once, in order. */
static void sort_once(GArray *found)
{
    guint kept = 0;

    g_array_sort(found, by_number);
    for (guint i = 0; i < found->len; i++) {
        guint number = g_array_index(found, guint, i);
        if (kept == 0 || g_array_index(found, guint, kept - 1) != number)
            g_array_index(found, guint, kept++) = number;
    }
    g_array_set_size(found, kept);
}

static guint holders(const MergeIndex *index, const char *key)
{
    const GArray *clusters = g_hash_table_lookup(index->by_part, key);

    return clusters != NULL ? clusters->len : 0;
}

/* How many are appended by append_part(). */
static guint part_holders(const MergeIndex *index, const NamePart *part)
{
    return holders(index, part->key) +
           (part->parts->len > 1 ? holders(index, part->parts->pdata[0]) : 0);
}

/* Whoever has @part has it whole, or its first piece. */
static void append_part(const MergeIndex *index, const NamePart *part, GArray *found)
{
    append(index, part->key, found);
    if (part->parts->len > 1)
        append(index, part->parts->pdata[0], found);
}

/* The part of @mention, but not its part @but, that is written out and the fewest have; NULL if
 * none is. */
static const NamePart *rarest(const MergeIndex *index, const Mention *mention, const NamePart *but)
{
    const NamePart *found = NULL;

    for (guint i = 0; i < mention->parts->len; i++) {
        const NamePart *part = mention->parts->pdata[i];
        if (part->kind == PART_PLAIN && part != but &&
            (found == NULL || part_holders(index, part) < part_holders(index, found)))
            found = part;
    }
    return found;
}

GArray *isr_merge_index_find(const MergeIndex *index, const Mention *mention)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
    const NamePart *part = rarest(index, mention, NULL);

    if (part != NULL)
        append_part(index, part, found);
    sort_once(found);
    return found;
}

/* Those whose names hold one that @key can go with. */
static void append_nicknames(const MergeIndex *index, const char *key, GArray *found)
{
    const GPtrArray *others = isr_nicknames_of(index->nicknames, key);

    for (guint i = 0; others != NULL && i < others->len; i++)
        append(index, others->pdata[i], found);
}

/* Leaves in @found, emptied of what came from @from on, what @part holds if that is less. */
static void keep_less(const MergeIndex *index, const NamePart *part, GArray *found, guint from)
{
    if (part == NULL || part_holders(index, part) >= found->len - from)
        return;
    g_array_set_size(found, from);
    append_part(index, part, found);
}

GArray *isr_merge_index_nicknamed(const MergeIndex *index, const Mention *mention)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
    const NamePart *given = isr_mention_part(mention, 0);

    append_nicknames(index, given->key, found);
    keep_less(index, rarest(index, mention, given), found, 0);
    sort_once(found);
    return found;
}

GArray *isr_merge_index_holders(const MergeIndex *index, const char *key)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));

    append(index, key, found);
    sort_once(found);
    return found;
}

GArray *isr_merge_index_alike(const MergeIndex *index, const char *key)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));

    isr_alike_find(index->alike, key, found);
    append_nicknames(index, key, found);
    sort_once(found);
    return found;
}

GArray *isr_merge_index_misspelt(const MergeIndex *index, const Mention *mention)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        const guint from = found->len;

        isr_alike_near(index->alike, part->key, found);
        keep_less(index, rarest(index, mention, part), found, from);
    }
    sort_once(found);
    return found;
}

void isr_merge_index_settle(MergeIndex *index, const Mention *mention, Cluster *cluster)
{
    g_hash_table_insert(index->homes, (gpointer)mention, cluster);
    isr_alike_settle(index->alike, mention, cluster->place);
}

Cluster *isr_merge_index_home(const MergeIndex *index, const Mention *mention)
{
    return g_hash_table_lookup(index->homes, mention);
}

static gboolean is_young(const Cluster *cluster)
{
    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        if (mention->young)
            return TRUE;
    }
    return FALSE;
}

gboolean isr_merge_index_is_child(const MergeIndex *index, const Cluster *cluster)
{
    guint born = 0;

    for (guint i = 0; i < index->births->len; i++) {
        const Birth *birth = &g_array_index(index->births, Birth, i);
        if (isr_merge_index_home(index, birth->mention) == cluster)
            born = birth->year;
    }
    if (born == 0)
        return is_young(cluster);
    return index->newest >= born && index->newest - born < 18;
}
