/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mentions become people: the longest names first, then the forms that fit them: fewer parts,
 * initials, a surname after a title, nicknames, a letter mistyped. */
#include "likeness.h"
#include "mergeindex.h"
#include "nicknames.h"

#include <string.h>

static gboolean is_male(const char *kin)
{
    static const char *const words[] = {"father", "grandfather", "brother",    "uncle", "son",
                                        "nephew", "husband",     "stepfather", NULL};
    return kin != NULL && g_strv_contains(words, kin);
}

static gboolean is_female(const char *kin)
{
    static const char *const words[] = {"mother", "grandmother", "sister",     "aunt", "daughter",
                                        "niece",  "wife",        "stepmother", NULL};
    return kin != NULL && g_strv_contains(words, kin);
}

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
    if (part->kind == PART_PARTICLE || part->kind == PART_INITIAL)
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

static gboolean has_initial(const Cluster *cluster, const char *initial)
{
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, cluster->keys);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (g_str_has_prefix(key, initial))
            return TRUE;
    return FALSE;
}

/* All pieces of a hyphenated part must be there: "Winnie Ann" fits "Winnie-Ann". */
static gboolean has_part(const Cluster *cluster, const NamePart *part)
{
    if (g_hash_table_contains(cluster->keys, part->key))
        return TRUE;
    if (part->parts->len < 2)
        return FALSE;
    for (guint i = 0; i < part->parts->len; i++)
        if (!g_hash_table_contains(cluster->keys, part->parts->pdata[i]))
            return FALSE;
    return TRUE;
}

gboolean isr_merge_fits(const Cluster *cluster, const Mention *mention)
{
    gboolean spelt = FALSE;

    for (guint i = 0; i < mention->parts->len; i++) {
        const NamePart *part = mention->parts->pdata[i];
        if (part->kind == PART_PARTICLE || part->kind == PART_NICK)
            continue;
        if (part->kind == PART_INITIAL ? !has_initial(cluster, part->key)
                                       : !has_part(cluster, part))
            return FALSE;
        spelt = spelt || part->kind == PART_PLAIN;
    }
    return spelt;
}

/* Whether the person was met as the gender of @mention's title: 1, or -1 if as the other. */
static int same_gender(const Cluster *cluster, const Mention *mention)
{
    int points = 0;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *other = cluster->mentions->pdata[i];
        if (other->gender != 0)
            points = other->gender == mention->gender ? 1 : -1;
    }
    return points;
}

/* The part by which the person goes: the first of the fullest name, where surnames stand last. */
static gboolean goes_by(const Cluster *cluster, const NamePart *part)
{
    const NamePart *first = isr_mention_part(cluster->mentions->pdata[0], 0);

    return first != NULL && !first->surname && g_str_equal(first->key, part->key);
}

/* How well a person suits the mention, beyond its parts. */
static int suits(const Cluster *cluster, const Mention *mention)
{
    int points = mention->gender != 0 ? 3 * same_gender(cluster, mention) : 0;

    if (mention->role != ISR_ROLE_UNSURE) {
        points += cluster->votes[mention->role] > 0 ? 2 : 0;
        points += mention->kin != NULL && g_strcmp0(cluster->person.kin, mention->kin) == 0 ? 4 : 0;
        points -= mention->kin != NULL && cluster->person.kin != NULL &&
                          g_strcmp0(cluster->person.kin, mention->kin) != 0
                      ? 2
                      : 0;
    }
    if (mention->gender == 'm')
        points += is_male(cluster->person.kin) ? 3 : is_female(cluster->person.kin) ? -3 : 0;
    if (mention->gender == 'f')
        points += is_female(cluster->person.kin) ? 3 : is_male(cluster->person.kin) ? -3 : 0;
    if (mention->gender != 0 && cluster->votes[ISR_ROLE_SUBJECT] > 0)
        points -= 2;
    if (mention->kind == MENTION_TITLED) {
        const NamePart *part = isr_mention_part(mention, 0);
        points += part != NULL && g_hash_table_contains(cluster->surnames, part->key) ? 1 : -1;
    } else if (isr_mention_size(mention) == 1) {
        const NamePart *part = isr_mention_part(mention, 0);
        points += g_hash_table_contains(cluster->surnames, part->key) ? -1 : 2;
        points += goes_by(cluster, part) ? 2 : 0;
    }
    return points;
}

/* "Mr" and "Mrs"; "Miss" and "Master" may be children. */
static gboolean is_grown_up(const Mention *mention)
{
    return mention->kind == MENTION_TITLED && mention->grown_up;
}

static gboolean has_votes(const Cluster *cluster)
{
    for (IsrRole role = 0; role < ISR_N_ROLES; role++)
        if (cluster->votes[role] > 0)
            return TRUE;
    return FALSE;
}

/* What a name stands for differs: "mother" is no "sister". */
static gboolean contradicts(const Cluster *cluster, const Mention *mention)
{
    if (mention->kin != NULL && cluster->person.kin != NULL &&
        !g_str_equal(mention->kin, cluster->person.kin))
        return TRUE;
    return mention->role != ISR_ROLE_UNSURE && has_votes(cluster) &&
           cluster->votes[mention->role] <= 0;
}

/* "Mac Giolla Bhríde" and "Minh Anh" are what a longer name ends in. */
static gboolean ends_in(const Mention *whole, const Mention *mention)
{
    const guint n = isr_mention_size(whole), m = isr_mention_size(mention);

    for (guint i = 0; i < m; i++)
        if (n <= m || !g_str_equal(isr_mention_part(whole, n - m + i)->key,
                                   isr_mention_part(mention, i)->key))
            return FALSE;
    return TRUE;
}

/* A grandmother's forename can be the second of her grandchild's three names: whoever is named in
 * full without the name that the other goes by is somebody else. */
static gboolean is_another(const IsrPeople *people, const Cluster *cluster, const Mention *mention)
{
    const NamePart *first = isr_mention_part(cluster->mentions->pdata[0], 0);
    const NamePart *own = isr_mention_part(mention, 0);

    if (isr_mention_size(mention) < 2 || own->kind != PART_PLAIN || own->surname || first == NULL ||
        first->surname || first->kind != PART_PLAIN)
        return FALSE;
    if (isr_lists_has(people->patterns->lists, "passed-over", first->text, -1))
        return mention->role != ISR_ROLE_UNSURE && cluster->votes[mention->role] <= 0 &&
               has_votes(cluster);
    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (g_str_has_prefix(first->key, part->key))
            return FALSE;
    }
    return contradicts(cluster, mention) || !ends_in(cluster->mentions->pdata[0], mention);
}

/* The person that @mention fits best; NULL if none does. @tie: several suit equally well. */
static Cluster *best_fit(const IsrPeople *people, const Mention *mention, gboolean *tie)
{
    g_autoptr(GArray) likely = isr_merge_index_find(people->index, mention);
    Cluster *best = NULL;
    int most = 0;

    *tie = FALSE;
    for (guint i = 0; i < likely->len; i++) {
        Cluster *cluster = people->clusters->pdata[g_array_index(likely, guint, i)];
        if (!isr_merge_fits(cluster, mention) || is_another(people, cluster, mention) ||
            (is_grown_up(mention) && isr_merge_index_is_child(people->index, cluster)))
            continue;
        int points = suits(cluster, mention);
        if (best == NULL || points > most) {
            best = cluster;
            most = points;
            *tie = FALSE;
        } else if (points == most) {
            *tie = TRUE;
        }
    }
    return best;
}

/* "Shan" for Shanice, "Joazinho" for Joãozinho: the one person with such a name, or NULL. */
static Cluster *like_fit(const IsrPeople *people, const Mention *mention)
{
    const NamePart *part = isr_mention_part(mention, 0);
    Cluster *found = NULL;

    if (part == NULL || isr_mention_size(mention) > 1 || mention->kind == MENTION_TITLED)
        return NULL;
    g_autoptr(GArray) likely = isr_merge_index_alike(people->index, part->key);
    for (guint i = 0; i < likely->len; i++) {
        Cluster *cluster = people->clusters->pdata[g_array_index(likely, guint, i)];
        GHashTableIter iter;
        gpointer key;
        gboolean like = FALSE;
        g_hash_table_iter_init(&iter, cluster->keys);
        for (guint n = 0; !like && n < cluster->mentions->len; n++)
            like = isr_likeness_is_joined(part->key, cluster->mentions->pdata[n]) ||
                   isr_likeness_is_initials_of(part, cluster->mentions->pdata[n]);
        while (!like && g_hash_table_iter_next(&iter, &key, NULL))
            like = (strlen(part->key) > 5 && isr_likeness_is_near(part->key, key)) ||
                   (!g_hash_table_contains(cluster->surnames, key) &&
                    (isr_nicknames_are_one(people->patterns->nicknames, part->key, key) ||
                     isr_likeness_is_near(part->key, key) ||
                     isr_likeness_is_pet_name(part->key, key) ||
                     isr_likeness_is_shortened(part->key, key)));
        if (like && found != NULL)
            return NULL;
        found = like ? cluster : found;
    }
    return found;
}

/* TRUE if @mention is a name of @cluster but for its first part, which is short for one of the
 * person's forenames or the other way round. */
static gboolean is_nicknamed(const IsrPeople *people, const Cluster *cluster,
                             const Mention *mention)
{
    const char *given = isr_mention_part(mention, 0)->key;
    gboolean found = FALSE;
    GHashTableIter iter;
    gpointer key;

    for (guint i = 1; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind != PART_PLAIN || !has_part(cluster, part))
            return FALSE;
    }
    g_hash_table_iter_init(&iter, cluster->keys);
    while (!found && g_hash_table_iter_next(&iter, &key, NULL))
        found = !g_hash_table_contains(cluster->surnames, key) &&
                isr_nicknames_are_one(people->patterns->nicknames, given, key);
    return found;
}

/* TRUE if @mention is a name of @cluster but for one part, which has a letter wrong. */
static gboolean is_misspelt(const Cluster *cluster, const Mention *mention)
{
    guint wrong = 0;

    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        GHashTableIter iter;
        gpointer key;
        gboolean near = FALSE;

        if (part->kind != PART_PLAIN)
            return FALSE;
        if (has_part(cluster, part))
            continue;
        g_hash_table_iter_init(&iter, cluster->keys);
        while (!near && g_hash_table_iter_next(&iter, &key, NULL))
            near = isr_likeness_is_near(part->key, key);
        if (!near || ++wrong > 1)
            return FALSE;
    }
    return wrong == 1;
}

/* "Lee Pargiter" for Lee Pargeter: the one person who can be meant, or NULL. */
static Cluster *misspelt_fit(const IsrPeople *people, const Mention *mention)
{
    const NamePart *first = isr_mention_part(mention, 0);
    Cluster *found = NULL;

    if (isr_mention_size(mention) < 2 || first->kind != PART_PLAIN)
        return NULL;
    g_autoptr(GArray) likely = isr_merge_index_any(people->index, mention);
    for (guint i = 0; i < likely->len; i++) {
        Cluster *cluster = people->clusters->pdata[g_array_index(likely, guint, i)];
        if (!is_misspelt(cluster, mention))
            continue;
        if (found != NULL)
            return NULL;
        found = cluster;
    }
    return found != NULL && !contradicts(found, mention) ? found : NULL;
}

/* "Danny Okafor" for Daniel Okafor: the one person who can be meant, or NULL. */
static Cluster *nickname_fit(const IsrPeople *people, const Mention *mention)
{
    const NamePart *given = isr_mention_part(mention, 0);
    Cluster *found = NULL;

    if (isr_mention_size(mention) < 2 || given->kind != PART_PLAIN || given->surname)
        return NULL;
    g_autoptr(GArray) likely = isr_merge_index_nicknamed(people->index, given->key);
    for (guint i = 0; i < likely->len; i++) {
        Cluster *cluster = people->clusters->pdata[g_array_index(likely, guint, i)];
        if (!is_nicknamed(people, cluster, mention))
            continue;
        if (found != NULL)
            return NULL;
        found = cluster;
    }
    return found != NULL && !contradicts(found, mention) ? found : NULL;
}

/* What several people share who could be meant. */
static void leave_open(const IsrPeople *people, Mention *mention)
{
    g_autoptr(GArray) likely = isr_merge_index_find(people->index, mention);
    gboolean first = TRUE;

    for (guint i = 0; i < likely->len; i++) {
        const Cluster *cluster = people->clusters->pdata[g_array_index(likely, guint, i)];
        IsrRole role = ISR_ROLE_UNSURE;
        if (!isr_merge_fits(cluster, mention))
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

static void place(IsrPeople *people, Mention *mention)
{
    gboolean tie;
    Cluster *cluster = best_fit(people, mention, &tie);

    if (cluster != NULL && tie && isr_mention_size(mention) == 1) {
        leave_open(people, mention);
        return;
    }
    if (cluster == NULL)
        cluster = like_fit(people, mention); /* one part only */
    if (cluster == NULL)
        cluster = nickname_fit(people, mention);
    if (cluster == NULL)
        cluster = misspelt_fit(people, mention);
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

    people->index = isr_merge_index_new(people);
    for (guint i = 0; i < people->mentions->len; i++)
        g_ptr_array_add(sorted, people->mentions->pdata[i]);
    g_ptr_array_sort(sorted, longest_first);
    for (guint phase = 0; phase < 4; phase++)
        for (guint i = 0; i < sorted->len; i++)
            place_in(people, sorted->pdata[i], phase);
    isr_initials_join(people);
    isr_inverted_join(people);
    for (guint i = 0; i < people->mentions->len; i++) {
        Mention *mention = people->mentions->pdata[i];
        mention->person = 0;
    }
    g_clear_pointer(&people->index, isr_merge_index_free);
}
