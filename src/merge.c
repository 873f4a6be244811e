/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mentions become people: the longest names first, then the forms that fit them (fit.h). */
#include "fit.h"
#include "pairing.h"
#include "stray.h"

static Cluster *cluster_new(IsrPeople *people)
{
    Cluster *cluster = g_new0(Cluster, 1);

    cluster->person.role = ISR_ROLE_UNSURE;
    cluster->person.names = g_ptr_array_new_with_free_func(g_free);
    cluster->mentions = g_ptr_array_new();
    cluster->keys = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->surnames = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->order = G_MAXUINT;
    cluster->place = people->clusters->len;
    g_ptr_array_add(people->clusters, cluster);
    return cluster;
}

static void add_key(Cluster *cluster, guint number, char *key, gboolean surname, MergeIndex *index)
{
    if (g_hash_table_add(cluster->keys, key))
        isr_merge_index_add(index, key, number);
    if (surname)
        g_hash_table_add(cluster->surnames, key);
}

static void add_keys(Cluster *cluster, guint number, const NamePart *part, MergeIndex *index)
{
    if (part->kind == PART_PARTICLE || part->kind == PART_INITIAL || part->kind == PART_STRAY)
        return;
    add_key(cluster, number, part->key, part->surname, index);
    for (guint i = 0; i < part->parts->len; i++)
        add_key(cluster, number, part->parts->pdata[i], part->surname, index);
}

static void join(IsrPeople *people, Cluster *cluster, Mention *mention)
{
    g_ptr_array_add(cluster->mentions, mention);
    if (mention->order < cluster->order) {
        cluster->order = mention->order;
        cluster->block = mention->block;
    }
    cluster->count += mention->count;
    for (guint i = 0; i < mention->parts->len; i++)
        add_keys(cluster, cluster->place, mention->parts->pdata[i], people->index);
    isr_merge_index_settle(people->index, mention, cluster);
    if (mention->role != ISR_ROLE_UNSURE && mention->relative == 0)
        isr_roles_vote(cluster, mention->role, mention->kin, mention->weight, mention->reason);
    mention->person = G_MAXUINT; /* settled; numbered later */
}

/* What several people share who could be meant. */
static void leave_open(const IsrPeople *people, Mention *mention)
{
    g_autoptr(GArray) likely = isr_merge_index_find(people->index, mention);
    gboolean first = TRUE;

    for (guint i = 0; i < likely->len; i++) {
        const Cluster *cluster = people->clusters->pdata[g_array_index(likely, guint, i)];
        IsrRole role = ISR_ROLE_UNSURE;
        if (!isr_fit(cluster, mention))
            continue;
        for (IsrRole r = 0; r < ISR_N_ROLES; r++)
            if (cluster->votes[r] > 0 &&
                (role == ISR_ROLE_UNSURE || cluster->votes[r] > cluster->votes[role]))
                role = r;
        mention->shared = first || mention->shared == role ? role : ISR_ROLE_UNSURE;
        if (mention->shared == ISR_ROLE_UNSURE)
            return;
        first = FALSE;
    }
}

/* One part, or one and initials: several people can be meant. */
static gboolean is_short(const Mention *mention)
{
    guint spelt = 0;

    for (guint i = 0; i < isr_mention_size(mention); i++)
        spelt += isr_mention_part(mention, i)->kind == PART_PLAIN ? 1 : 0;
    return spelt < 2;
}

static void place(IsrPeople *people, Mention *mention)
{
    gboolean tie;
    Cluster *cluster = isr_fit_find(people, mention, &tie);

    if (cluster != NULL && tie && is_short(mention)) {
        leave_open(people, mention);
        return;
    }
    join(people, cluster != NULL ? cluster : cluster_new(people), mention);
}

void isr_merge_absorb(IsrPeople *people, Cluster *cluster, Cluster *other)
{
    for (guint i = 0; i < other->mentions->len; i++)
        join(people, cluster, other->mentions->pdata[i]);
    g_ptr_array_remove(people->clusters, other);
}

/* Aliases and the parts of a form's name go to the person they are names of. */
static gboolean place_beside(IsrPeople *people, Mention *mention)
{
    const Mention *other =
        mention->beside > 0 ? people->mentions->pdata[mention->beside - 1] : NULL;

    if (other == NULL || other == mention)
        return FALSE;
    Cluster *cluster = isr_merge_index_home(people->index, other);
    if (cluster == NULL)
        return FALSE;
    join(people, cluster, mention);
    return TRUE;
}

/* Whole names first, then what is known to be another name of somebody, then names alone, then
 * surnames with a title, for which it matters who is called by a forename. */
static void place_in(IsrPeople *people, Mention *mention, guint phase)
{
    guint size = isr_mention_size(mention);

    if (size == 0 || mention->person != 0)
        return;
    if (phase == 0 && mention->beside == 0 && size > 1) {
        place(people, mention);
    } else if (phase == 1 && mention->beside > 0) {
        Mention *other = people->mentions->pdata[mention->beside - 1];
        if (other->person == 0 && other->beside == 0 && isr_mention_size(other) > 0)
            place(people, other);
        place_beside(people, mention);
    } else if (phase == 2 && mention->kind != MENTION_TITLED) {
        place(people, mention);
    } else if (phase == 3) {
        place(people, mention);
    }
}

static gint longest_first(gconstpointer a, gconstpointer b)
{
    const Mention *x = *(const Mention *const *)a, *y = *(const Mention *const *)b;
    guint n = isr_mention_size(x), m = isr_mention_size(y), plain_n = 0, plain_m = 0;

    for (guint i = 0; i < n; i++)
        plain_n += isr_mention_part(x, i)->kind == PART_PLAIN ? 1 : 0;
    for (guint i = 0; i < m; i++)
        plain_m += isr_mention_part(y, i)->kind == PART_PLAIN ? 1 : 0;
    if (plain_n != plain_m)
        return plain_n > plain_m ? -1 : 1;
    if (n != m)
        return n > m ? -1 : 1;
    gboolean sure_x = x->role != ISR_ROLE_UNSURE, sure_y = y->role != ISR_ROLE_UNSURE;
    if (sure_x != sure_y)
        return sure_x ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

void isr_merge(IsrPeople *people)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();

    isr_stray_mark(people);
    people->index = isr_merge_index_new(people);
    for (guint i = 0; i < people->mentions->len; i++)
        g_ptr_array_add(sorted, people->mentions->pdata[i]);
    g_ptr_array_sort(sorted, longest_first);
    for (guint phase = 0; phase < 4; phase++)
        for (guint i = 0; i < sorted->len; i++)
            place_in(people, sorted->pdata[i], phase);
    isr_initials_join(people);
    isr_inverted_join(people);
    isr_pairing_join(people);
    for (guint i = 0; i < people->mentions->len; i++) {
        Mention *mention = people->mentions->pdata[i];
        mention->person = 0;
    }
    g_clear_pointer(&people->index, isr_merge_index_free);
}
