/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables for merging; they last as long as it does. */
#include "mergeindex.h"

#include <isredact/calendar.h>

#include "likeness.h"
#include "nicknames.h"

#include <string.h>

/* Somebody's date of birth. */
typedef struct {
    const Mention *mention;
    guint year;
} Birth;

struct MergeIndex {
    const IsrNicknames *nicknames;
    GHashTable *by_part;  /* squeezed part to GArray of guint */
    GHashTable *by_bytes; /* a few bytes of a part, or initials, to GArray of guint */
    GHashTable *homes;    /* Mention * to Cluster * */
    GArray *births;       /* of Birth, in the order of the values */
    guint newest;         /* year of the record's newest date */
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
    index->by_bytes = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
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
    g_hash_table_unref(index->by_bytes);
    g_hash_table_unref(index->homes);
    g_array_unref(index->births);
    g_free(index);
}

/* Which bytes: of a part, or the first and the last of initials. */
enum { FIRST_TWO = 1, LAST_TWO, ANY_THREE, INITIALS, FRONT, BACK };

static gpointer bytes_key(guint which, const char *at, guint n)
{
    guint key = which;

    for (guint i = 0; i < n; i++)
        key = key << 8 | (guchar)at[i];
    return GUINT_TO_POINTER(key);
}

/* Of more bytes, of a name of @length: others may have the same key. */
static gpointer half_key(guint which, const char *at, gsize n, gsize length)
{
    guint key = which * 64 + (guint)length;

    for (gsize i = 0; i < n; i++)
        key = key * 31 + (guchar)at[i];
    return GUINT_TO_POINTER(key);
}

/* Bytes before the middle one, and behind it: one letter that is wrong, too many or missing, or two
 * that changed places, leave one of both as it was. */
static gsize front_of(gsize length)
{
    return length / 2;
}

static gsize back_of(gsize length)
{
    return length - 1 - front_of(length);
}

static void add_bytes(MergeIndex *index, gpointer bytes, guint cluster)
{
    GArray *clusters = g_hash_table_lookup(index->by_bytes, bytes);

    if (clusters == NULL) {
        clusters = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(index->by_bytes, bytes, clusters);
    }
    if (clusters->len == 0 || g_array_index(clusters, guint, clusters->len - 1) != cluster)
        g_array_append_val(clusters, cluster);
}

static void add_all_bytes(MergeIndex *index, const char *key, guint cluster)
{
    gsize length = strlen(key);

    if (length < 2)
        return;
    add_bytes(index, bytes_key(FIRST_TWO, key, 2), cluster);
    add_bytes(index, bytes_key(LAST_TWO, key + length - 2, 2), cluster);
    for (gsize i = 0; i + 3 <= length; i++)
        add_bytes(index, bytes_key(ANY_THREE, key + i, 3), cluster);
}

static void add_halves(MergeIndex *index, const char *key, guint cluster)
{
    const gsize length = strlen(key), front = front_of(length), back = back_of(length);

    if (length < ISR_LIKENESS_LEAST)
        return;
    add_bytes(index, half_key(FRONT, key, front, length), cluster);
    add_bytes(index, half_key(BACK, key + length - back, back, length), cluster);
}

/* The ends of the initials of @mention: of its last part, and of that part's last piece. */
static void add_initials(MergeIndex *index, const Mention *mention, guint cluster)
{
    guint n = isr_mention_size(mention);
    const NamePart *first = isr_mention_part(mention, 0);
    const NamePart *last = n > 0 ? isr_mention_part(mention, n - 1) : NULL;

    if (n < 2)
        return;
    char ends[] = {*first->key, *last->key};
    add_bytes(index, bytes_key(INITIALS, ends, 2), cluster);
    if (last->parts->len == 0)
        return;
    ends[1] = *(const char *)last->parts->pdata[last->parts->len - 1];
    add_bytes(index, bytes_key(INITIALS, ends, 2), cluster);
}

void isr_merge_index_add(MergeIndex *index, const char *key, guint cluster)
{
    GArray *clusters = g_hash_table_lookup(index->by_part, key);

    if (clusters == NULL) {
        clusters = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(index->by_part, (gpointer)key, clusters);
    }
    g_array_append_val(clusters, cluster);
    add_all_bytes(index, key, cluster);
    add_halves(index, key, cluster);
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

static void append_bytes(const MergeIndex *index, gpointer bytes, GArray *found)
{
    const GArray *clusters = g_hash_table_lookup(index->by_bytes, bytes);

    if (clusters != NULL)
        g_array_append_vals(found, clusters->data, clusters->len);
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

static void append_alike(const MergeIndex *index, const char *key, GArray *found)
{
    const gsize length = strlen(key);
    char ends[2];

    if (length == 0)
        return;
    ends[0] = key[0];
    ends[1] = key[length - 1];
    append_bytes(index, bytes_key(INITIALS, ends, 2), found);
    if (length >= 3) {
        append_bytes(index, bytes_key(FIRST_TWO, key, 2), found);
        append_bytes(index, bytes_key(LAST_TWO, key + length - 2, 2), found);
        append_bytes(index, bytes_key(ANY_THREE, key, 3), found);
    }
    append_nicknames(index, key, found);
}

GArray *isr_merge_index_alike(const MergeIndex *index, const char *key)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));

    append_alike(index, key, found);
    sort_once(found);
    return found;
}

/* Those whose names hold one that isr_likeness_is_near() @key, and a few more. */
static void append_near(const MergeIndex *index, const char *key, GArray *found)
{
    const gsize length = strlen(key);

    if (length < ISR_LIKENESS_LEAST)
        return;
    for (gsize n = length - 1; n <= length + 1; n++) {
        const gsize front = front_of(n), back = back_of(n);

        append_bytes(index, half_key(FRONT, key, front, n), found);
        append_bytes(index, half_key(BACK, key + length - back, back, n), found);
    }
}

GArray *isr_merge_index_misspelt(const MergeIndex *index, const Mention *mention)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        const guint from = found->len;

        append_near(index, part->key, found);
        keep_less(index, rarest(index, mention, part), found, from);
    }
    sort_once(found);
    return found;
}

void isr_merge_index_settle(MergeIndex *index, const Mention *mention, Cluster *cluster)
{
    g_hash_table_insert(index->homes, (gpointer)mention, cluster);
    add_initials(index, mention, cluster->place);
    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind == PART_INITIAL) /* no part of the name, but one letter can be long */
            add_all_bytes(index, part->key, cluster->place);
    }
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
