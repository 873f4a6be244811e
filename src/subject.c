/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose record it is: what a label, a field or the command line says, else the person with the best
 * claim: named in a heading, with numbers of their own, needs that are spoken of, more often than
 * anybody else. */
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

static gboolean is_headed(const IsrPeople *people, const Cluster *cluster)
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
static guint own_numbers(const Cluster *cluster)
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
    claim += MIN(own_numbers(cluster), 3) * 1.2;
    claim += is_headed(people, cluster) ? 1.5 : 0;
    claim += cluster->block < BEGINNING ? (cluster->born > 0 ? 1.5 : 0.5) : 0;
    claim += cluster->block == 0 ? 0.8 : 0; /* the title */
    claim += is_child(cluster, newest) ? 0.8 : 0;
    return claim + 2.0 * cluster->count / MAX(1, most);
}

/* What a claim must be, and by how much greater than the next. */
#define ENOUGH 2.4
#define MARGIN 0.6
/* A claim beside which no salutation counts. */
#define SURE 3.5

static void claim(Cluster *cluster, const char *reason)
{
    if (cluster->votes[ISR_ROLE_SUBJECT] > 0)
        return;
    isr_roles_vote(cluster, ISR_ROLE_SUBJECT, NULL, 2, reason);
    cluster->guessed = TRUE;
}

static const char *reason_for(const IsrPeople *people, const Cluster *cluster)
{
    if (own_numbers(cluster) > 0)
        return "the record gives this person's own numbers";
    return is_headed(people, cluster) ? "named in a heading and more often than anybody else"
                                      : "named more often than anybody else";
}

/* Sets every claim; the newest year of the record. */
static guint weigh_claims(const IsrPeople *people)
{
    guint most = 0, newest = collect_numbers(people);

    for (guint i = 0; i < people->clusters->len; i++)
        most = MAX(most, ((const Cluster *)people->clusters->pdata[i])->count);
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        cluster->claim = claim_of(people, cluster, most, newest);
    }
    return newest;
}

/* A number of one stands in the block of a number of the other, or next to it: two rows of a table,
 * "Nusrat (dob ...) and Rafi (dob ...)". */
static gboolean are_side_by_side(const Cluster *a, const Cluster *b)
{
    for (guint i = 0; a->numbers != NULL && b->numbers != NULL && i < a->numbers->len; i++) {
        const Number *one = &g_array_index(a->numbers, Number, i);
        for (guint n = 0; n < b->numbers->len; n++) {
            const Number *other = &g_array_index(b->numbers, Number, n);
            if (other->category == one->category && other->block <= one->block + 2 &&
                one->block <= other->block + 2)
                return TRUE;
        }
    }
    return FALSE;
}

/* Others whom the record is about as much as @subject. */
static void find_others(const IsrPeople *people, const Cluster *subject, guint newest)
{
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        gboolean same = is_child(subject, newest) == is_child(cluster, newest);
        if (cluster != subject && same && cluster->claim >= ENOUGH - 0.5 &&
            are_side_by_side(subject, cluster))
            claim(cluster, "named with the first whom the record is about");
    }
}

static gboolean is_called_mister(const Cluster *cluster)
{
    for (guint i = 0; i < cluster->mentions->len; i++)
        if (((const Mention *)cluster->mentions->pdata[i])->grown_up)
            return TRUE;
    return FALSE;
}

/* "Dear Mr and Mrs Okafor" is to both; the record is of the one who is named first. */
static Cluster *first_of_couple(const IsrPeople *people, Cluster *reader)
{
    Cluster *first = reader;

    for (guint i = 0; first != NULL && i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        if (cluster->order < first->order && is_called_mister(cluster) &&
            isr_subject_shares_surname(cluster, reader->surnames))
            first = cluster;
    }
    return first;
}

/* A letter that says "you" far more often than it names the child is about its reader. */
#define MORE_OFTEN 4

static Cluster *by_letter(const IsrPeople *people, const Cluster *best)
{
    Cluster *reader = people->addressed->len > 0
                          ? isr_people_cluster(people, g_array_index(people->addressed, guint, 0))
                          : NULL;

    reader = first_of_couple(people, reader);
    if (reader == NULL || people->salutations > 1 || against(reader) > 0 || people->to_you < 5)
        return NULL;
    if (best != NULL && best != reader &&
        (is_headed(people, best) || best->claim >= SURE ||
         people->to_you < MORE_OFTEN * best->count))
        return NULL;
    claim(reader, "addressed in a letter about themselves");
    return reader;
}

Cluster *isr_subject_find(const IsrPeople *people)
{
    Cluster *best = NULL, *reader;
    double second = 0;

    guint newest = weigh_claims(people);
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        if (best == NULL || cluster->claim > best->claim)
            best = cluster;
    }
    for (guint i = 0; i < people->clusters->len; i++) {
        const Cluster *cluster = people->clusters->pdata[i];
        if (cluster != best && !are_side_by_side(best, cluster))
            second = MAX(second, cluster->claim);
    }
    if (best == NULL || best->votes[ISR_ROLE_SUBJECT] >= 3)
        return best;
    gboolean clear = best->claim >= ENOUGH && best->claim - second >= MARGIN;
    if ((reader = by_letter(people, clear ? best : NULL)) != NULL)
        return reader;
    if (!clear)
        return NULL;
    claim(best, reason_for(people, best));
    find_others(people, best, newest);
    return best;
}
