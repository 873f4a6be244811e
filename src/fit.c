/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Forms that fit a person's names: fewer parts, initials, a surname after a title, nicknames, a
 * letter mistyped. Where several fit, what is said beside the name tells which suits best. */
#include "fit.h"

#include "likeness.h"
#include "nicknames.h"
#include "sex.h"
#include "sound.h"

#include <string.h>

/* "A LIS" is "A. LIS" though nothing says what the letter stands for. */
static gboolean has_letter(const Mention *mention, const char *initial)
{
    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind == PART_INITIAL && g_str_equal(part->key, initial))
            return TRUE;
    }
    return FALSE;
}

static gboolean has_initial(const Cluster *cluster, const char *initial)
{
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, cluster->keys);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (g_str_has_prefix(key, initial))
            return TRUE;
    for (guint i = 0; i < cluster->mentions->len; i++)
        if (has_letter(cluster->mentions->pdata[i], initial))
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

gboolean isr_fit(const Cluster *cluster, const Mention *mention)
{
    gboolean spelt = FALSE;

    for (guint i = 0; i < mention->parts->len; i++) {
        const NamePart *part = mention->parts->pdata[i];
        if (part->kind != PART_PLAIN && part->kind != PART_INITIAL)
            continue;
        if (part->kind == PART_INITIAL ? !has_initial(cluster, part->key)
                                       : !has_part(cluster, part))
            return FALSE;
        spelt = spelt || part->kind == PART_PLAIN;
    }
    return spelt;
}

gboolean isr_fit_is_denied(const IsrPatterns *patterns, const Cluster *cluster,
                           const Mention *mention)
{
    const double sex = mention->gender == 'm' ? 1 : -1;

    return mention->gender != 0 && sex * isr_sex(patterns, cluster) <= -1;
}

/* The part by which the person goes: the first of the fullest name, where surnames stand last. */
static gboolean goes_by(const Cluster *cluster, const NamePart *part)
{
    const NamePart *first = isr_mention_part(cluster->mentions->pdata[0], 0);

    return first != NULL && !first->surname && g_str_equal(first->key, part->key);
}

/* "Mrs" is said of a woman: who is known to be one suits, whose forename is a man's does not. */
static int suits_title(const IsrPeople *people, const Cluster *cluster, const Mention *mention)
{
    const double sex = mention->gender == 'm' ? 1 : -1;

    if (mention->gender == 0)
        return 0;
    const double same = sex * isr_sex(people->patterns, cluster);

    return same >= 1 ? 3 : same <= -1 ? -3 : same <= -0.5 ? -2 : 0;
}

/* "Mr Stone" is not Marjorie Stone, even if no other Stone is known yet. */
static gboolean is_of_other_sex(const IsrPeople *people, const Cluster *cluster,
                                const Mention *mention)
{
    const NamePart *last = isr_mention_part(mention, isr_mention_size(mention) - 1);

    return last != NULL && g_hash_table_contains(cluster->surnames, last->key) &&
           suits_title(people, cluster, mention) < 0;
}

/* How well a person suits the mention, beyond its parts. */
static int suits(const IsrPeople *people, const Cluster *cluster, const Mention *mention)
{
    int points = suits_title(people, cluster, mention);

    if (mention->role != ISR_ROLE_UNSURE) {
        points += cluster->votes[mention->role] > 0 ? 2 : 0;
        points += mention->kin != NULL && g_strcmp0(cluster->person.kin, mention->kin) == 0 ? 4 : 0;
        points -= mention->kin != NULL && cluster->person.kin != NULL &&
                          g_strcmp0(cluster->person.kin, mention->kin) != 0
                      ? 2
                      : 0;
    }
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

/* "Mai Anh" are given names of Thi Mai Anh NGUYEN, side by side and in order. */
static gboolean are_given_of(const Mention *whole, const Mention *mention)
{
    const guint n = isr_mention_size(whole), m = isr_mention_size(mention);

    for (guint from = 0; from + m <= n; from++) {
        guint same = 0;

        while (same < m && !isr_mention_part(whole, from + same)->surname &&
               g_str_equal(isr_mention_part(whole, from + same)->key,
                           isr_mention_part(mention, same)->key))
            same++;
        if (same == m)
            return TRUE;
    }
    return FALSE;
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
    return contradicts(cluster, mention) || !(ends_in(cluster->mentions->pdata[0], mention) ||
                                              are_given_of(cluster->mentions->pdata[0], mention));
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
        if (!isr_fit(cluster, mention) || is_another(people, cluster, mention) ||
            is_of_other_sex(people, cluster, mention) ||
            (is_grown_up(mention) && isr_merge_index_is_child(people->index, cluster)))
            continue;
        int points = suits(people, cluster, mention);
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

/* TRUE if @part is another way to write a name of @cluster. */
static gboolean is_like(const IsrPeople *people, const Cluster *cluster, const NamePart *part)
{
    GHashTableIter iter;
    gpointer key;

    for (guint i = 0; i < cluster->mentions->len; i++)
        if (isr_likeness_is_joined(part->key, cluster->mentions->pdata[i]) ||
            isr_likeness_is_initials_of(part, cluster->mentions->pdata[i]))
            return TRUE;
    g_hash_table_iter_init(&iter, cluster->keys);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if ((strlen(part->key) > 5 && isr_likeness_is_near(part->key, key)) ||
            (!g_hash_table_contains(cluster->surnames, key) &&
             (isr_nicknames_are_one(people->patterns->nicknames, part->key, key) ||
              isr_likeness_is_near(part->key, key) || isr_likeness_is_pet_name(part->key, key) ||
              isr_likeness_is_pet_name(key, part->key) ||
              isr_likeness_is_shortened(part->key, key))))
            return TRUE;
    return FALSE;
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
        if (!is_like(people, cluster, part) || !isr_sounds_like(people, cluster, part->key))
            continue;
        if (found != NULL)
            return NULL;
        found = cluster;
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
    g_autoptr(GArray) likely = isr_merge_index_misspelt(people->index, mention);
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
    g_autoptr(GArray) likely = isr_merge_index_nicknamed(people->index, mention);
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

/* "A.", "H-Y". */
static gboolean are_letters(const NamePart *part)
{
    for (guint i = 0; i < part->parts->len; i++)
        if (strlen(part->parts->pdata[i]) != 1)
            return part->kind == PART_INITIAL;
    return part->kind == PART_INITIAL || part->parts->len > 1;
}

/* "A." for Alastair, "H-Y" for Hsin-Yi. */
static gboolean are_letters_of(const NamePart *letters, const NamePart *given)
{
    if (letters->kind == PART_INITIAL)
        return g_str_has_prefix(given->key, letters->key);
    if (!are_letters(letters) || letters->parts->len != given->parts->len)
        return FALSE;
    for (guint i = 0; i < letters->parts->len; i++)
        if (!g_str_has_prefix(given->parts->pdata[i], letters->parts->pdata[i]))
            return FALSE;
    return TRUE;
}

/* TRUE if @mention is the surname of @cluster behind letters: those of the first forename, and of
 * others, which the record need not tell. */
static gboolean is_lettered(const Cluster *cluster, const Mention *mention)
{
    const Mention *whole = cluster->mentions->pdata[0];
    const guint n = isr_mention_size(mention), known = isr_mention_size(whole);
    const NamePart *given = isr_mention_part(whole, 0), *last = isr_mention_part(mention, n - 1);

    if (known < 2 || given->kind != PART_PLAIN || given->surname || last->kind != PART_PLAIN ||
        !g_hash_table_contains(cluster->surnames, last->key) ||
        !are_letters_of(isr_mention_part(mention, 0), given))
        return FALSE;
    for (guint i = 1; i + 1 < n; i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind != PART_INITIAL || (known > 2 && !has_initial(cluster, part->key)))
            return FALSE;
    }
    return TRUE;
}

/* "A. J. Moore" for Alastair Moore, "H-Y Chou" for Hsin-Yi Chou: the one person who can be meant,
 * or NULL. */
static Cluster *lettered_fit(const IsrPeople *people, const Mention *mention)
{
    const guint n = isr_mention_size(mention);
    Cluster *found = NULL;

    if (n < 2 || !are_letters(isr_mention_part(mention, 0)))
        return NULL;
    g_autoptr(GArray) likely =
        isr_merge_index_holders(people->index, isr_mention_part(mention, n - 1)->key);
    for (guint i = 0; i < likely->len; i++) {
        Cluster *cluster = people->clusters->pdata[g_array_index(likely, guint, i)];
        if (!is_lettered(cluster, mention))
            continue;
        if (found != NULL)
            return NULL;
        found = cluster;
    }
    return found != NULL && !contradicts(found, mention) ? found : NULL;
}

/* "mias" for Mia's: the one person who goes by the name without its s, or NULL. */
static Cluster *owner_fit(const IsrPeople *people, const Mention *mention)
{
    const NamePart *part = isr_mention_part(mention, 0);
    Cluster *found = NULL;

    if (isr_mention_size(mention) != 1 || mention->kind == MENTION_TITLED ||
        strlen(part->key) < 3 || !g_str_has_suffix(part->key, "s"))
        return NULL;
    g_autofree char *name = g_strndup(part->key, strlen(part->key) - 1);
    g_autoptr(GArray) likely = isr_merge_index_holders(people->index, name);
    for (guint i = 0; i < likely->len; i++) {
        Cluster *cluster = people->clusters->pdata[g_array_index(likely, guint, i)];
        if (g_hash_table_contains(cluster->surnames, name))
            continue;
        if (found != NULL)
            return NULL;
        found = cluster;
    }
    return found;
}

Cluster *isr_fit_find(const IsrPeople *people, const Mention *mention, gboolean *tie)
{
    Cluster *cluster = best_fit(people, mention, tie);

    if (cluster != NULL)
        return cluster;
    cluster = owner_fit(people, mention);
    if (cluster == NULL)
        cluster = like_fit(people, mention); /* one part only */
    if (cluster == NULL)
        cluster = nickname_fit(people, mention);
    if (cluster == NULL)
        cluster = lettered_fit(people, mention);
    return cluster != NULL ? cluster : misspelt_fit(people, mention);
}
