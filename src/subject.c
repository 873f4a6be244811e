/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose record it is: everybody's claim to be the one, by labels and fields, a heading that names
 * them, numbers of their own, how often they are named. */
#include <string.h>

#include <isredact/calendar.h>

#include "people.h"

gboolean isr_subject_is_ruled_out(const Cluster *cluster)
{
    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        if (mention->speaks || mention->relative > 0)
            return TRUE;
    }
    return FALSE;
}

void isr_subject_add_surnames(const Cluster *cluster, GHashTable *surnames)
{
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, cluster->surnames);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        g_hash_table_add(surnames, key);
}

gboolean isr_subject_shares_surname(const Cluster *cluster, GHashTable *surnames)
{
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, cluster->surnames);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (g_hash_table_contains(surnames, key))
            return TRUE;
    return FALSE;
}

/* Values that a record holds of the person it is about. */
static gboolean is_of_subject(IsrCategory category)
{
    switch (category) {
    case ISR_CATEGORY_DOB:
    case ISR_CATEGORY_NHS_NUMBER:
    case ISR_CATEGORY_CHI_NUMBER:
    case ISR_CATEGORY_HSC_NUMBER:
    case ISR_CATEGORY_UPN:
    case ISR_CATEGORY_ULN:
    case ISR_CATEGORY_CASE_REF:
    case ISR_CATEGORY_HOSPITAL_NUMBER:
        return TRUE;
    default:
        return FALSE;
    }
}

gboolean isr_subject_is_headed(const IsrPeople *people, const Cluster *cluster)
{
    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        g_autofree char *key = isr_squeeze(mention->text, -1);
        if (g_hash_table_contains(people->headed, key))
            return TRUE;
    }
    return FALSE;
}

/* Gives each value that a record holds of its subject to whose it is; the newest year of all. */
static guint collect_numbers(const IsrPeople *people)
{
    guint newest = 0;
    IsrDate date;

    for (guint i = 0; i < people->values->len; i++) {
        const Value *value = people->values->pdata[i];
        gboolean dated =
            value->category == ISR_CATEGORY_DATE || value->category == ISR_CATEGORY_DOB;
        if (!dated || !isr_date_read(value->value, &date))
            date.year = 0;
        newest = MAX(newest, date.year);
        Cluster *cluster = isr_people_cluster(people, value->mention);
        if (cluster == NULL || !is_of_subject(value->category) ||
            (value->role != ISR_ROLE_UNSURE && value->role != ISR_ROLE_SUBJECT))
            continue;
        Number number = {value->category, value->block};
        if (cluster->numbers == NULL)
            cluster->numbers = g_array_new(FALSE, FALSE, sizeof(Number));
        g_array_append_val(cluster->numbers, number);
        if (value->category == ISR_CATEGORY_DOB)
            cluster->born = date.year;
    }
    return newest;
}

/* Kinds of numbers that the record gives of the person. */
guint isr_subject_numbers(const Cluster *cluster)
{
    guint64 kinds = 0;
    guint n = 0;

    for (guint i = 0; cluster->numbers != NULL && i < cluster->numbers->len; i++) {
        guint64 kind = G_GUINT64_CONSTANT(1) << g_array_index(cluster->numbers, Number, i).category;
        n += kinds & kind ? 0 : 1;
        kinds |= kind;
    }
    return n;
}

static gboolean is_child(const Cluster *cluster, guint newest)
{
    return cluster->born > 0 && newest >= cluster->born && newest - cluster->born < 18;
}

/* Blocks in which a record says whom it is about. */
#define BEGINNING 8

/* "her son Leon" may be the one whom the record is about. */
static gboolean is_offspring(const Cluster *cluster)
{
    static const char *const words[] = {"son", "daughter", "household", NULL};

    return cluster->person.kin != NULL && g_strv_contains(words, cluster->person.kin);
}

/* What speaks against the person: somebody's relative, a professional. The subject of a label is
 * somebody's son too, and the victim of a report may be whom it is about. */
static double against(const Cluster *cluster)
{
    double family = cluster->votes[ISR_ROLE_FAMILY], third = cluster->votes[ISR_ROLE_THIRD_PARTY];

    if (is_offspring(cluster) || cluster->votes[ISR_ROLE_SUBJECT] > 0)
        family = 0;
    if (g_strcmp0(cluster->person.kin, "victim") == 0)
        third = 0;
    return family + third + cluster->votes[ISR_ROLE_PROFESSIONAL] +
           cluster->votes[ISR_ROLE_REFERRER];
}

/* How much speaks for the person; negative if somebody else is meant. */
static double claim_of(const IsrPeople *people, const Cluster *cluster, guint most, guint newest)
{
    double said = cluster->votes[ISR_ROLE_SUBJECT];
    double claim = cluster->points[ISR_ROLE_SUBJECT] + 2 * said - against(cluster);

    if (said <= 0 && (isr_subject_is_ruled_out(cluster) || against(cluster) > 0))
        return -1;
    claim -= MAX(0, cluster->points[ISR_ROLE_PROFESSIONAL]) +
             0.5 * MAX(0, cluster->points[ISR_ROLE_THIRD_PARTY]) +
             0.5 * MAX(0, cluster->points[ISR_ROLE_FAMILY]);
    claim += MIN(isr_subject_numbers(cluster), 3) * 1.2;
    claim += isr_subject_is_headed(people, cluster) ? 1.5 : 0;
    claim += cluster->block < BEGINNING ? (cluster->born > 0 ? 1.5 : 0.5) : 0;
    claim += cluster->block == 0 ? 0.8 : 0; /* the title */
    claim += is_child(cluster, newest) ? 0.8 : 0;
    return claim + 2.0 * cluster->count / MAX(1, most);
}

void isr_subject_weigh(IsrPeople *people)
{
    guint most = 0, newest = collect_numbers(people);

    for (guint i = 0; i < people->clusters->len; i++)
        most = MAX(most, ((const Cluster *)people->clusters->pdata[i])->count);
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        cluster->claim = claim_of(people, cluster, most, newest);
    }
}
