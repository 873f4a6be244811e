/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which role a person has: every piece of evidence votes, the strongest wins, and where it does
 * not win clearly or there is none the role stays unsure. */
#include <string.h>

#include "people.h"

void isr_roles_vote(Cluster *cluster, IsrRole role, const char *kin, double weight,
                    const char *reason)
{
    cluster->votes[role] += weight;
    if (weight > cluster->strongest[role]) {
        cluster->strongest[role] = weight;
        cluster->reasons[role] = reason;
    }
    if (kin != NULL && cluster->person.kin == NULL)
        cluster->person.kin = kin;
}

gboolean isr_roles_is_work(const IsrPatterns *patterns, const char *email)
{
    const char *domain = strchr(email, '@');

    if (domain == NULL)
        return FALSE;
    for (domain++; domain != NULL && *domain != '\0'; domain = strchr(domain, '.')) {
        domain += *domain == '.' ? 1 : 0;
        if (isr_lists_has(patterns->lists, "work-domains", domain, -1))
            return TRUE;
    }
    return FALSE;
}

/* Addresses of work vote for those whose names they hold. */
static void vote_by_email(IsrPeople *people, const Value *value)
{
    g_autofree char *local = g_strndup(value->value, strcspn(value->value, "@"));
    g_auto(GStrv) pieces = g_strsplit_set(local, "._-+0123456789", -1);
    Cluster *found = NULL;

    if (!isr_roles_is_work(people->patterns, value->value))
        return;
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        for (char **piece = pieces; *piece != NULL; piece++) {
            g_autofree char *key = isr_squeeze(*piece, -1);
            gboolean whole = strlen(key) > 2 && g_hash_table_contains(cluster->keys, key);
            gboolean joined = strlen(key) > 4 && g_hash_table_contains(cluster->keys, key + 1);
            if (!whole && !joined)
                continue;
            if (found != NULL && found != cluster)
                return;
            found = cluster;
        }
    }
    if (found != NULL)
        isr_roles_vote(found, ISR_ROLE_PROFESSIONAL, NULL, 2, "an e-mail address of work");
}

static void decide(Cluster *cluster)
{
    IsrRole best = ISR_ROLE_UNSURE;
    double second = 0;

    for (IsrRole role = 0; role < ISR_ROLE_UNSURE; role++) {
        if (cluster->votes[role] <= 0)
            continue;
        if (best == ISR_ROLE_UNSURE || cluster->votes[role] > cluster->votes[best]) {
            second = best != ISR_ROLE_UNSURE ? cluster->votes[best] : 0;
            best = role;
        } else {
            second = MAX(second, cluster->votes[role]);
        }
    }
    cluster->person.role = best;
    cluster->person.evidence =
        best != ISR_ROLE_UNSURE ? cluster->reasons[best] : "nothing says who this is";
    if (best != ISR_ROLE_UNSURE && cluster->votes[best] < 1.3 * second) {
        cluster->person.role = ISR_ROLE_UNSURE;
        cluster->person.evidence = "what the document says of the role does not agree";
    }
    cluster->person.check = cluster->person.role == ISR_ROLE_UNSURE;
}

static Cluster *subject_of(const IsrPeople *people)
{
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        if (cluster->person.role == ISR_ROLE_SUBJECT)
            return cluster;
    }
    return NULL;
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

/* No field says whose record it is: it is the person whom a heading names, if nobody is named
 * more often. */
static void guess_subject(const IsrPeople *people)
{
    Cluster *most = NULL;

    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        if (cluster->person.role != ISR_ROLE_PROFESSIONAL &&
            (most == NULL || cluster->count > most->count))
            most = cluster;
    }
    if (most == NULL || most->count < 3 || most->person.role != ISR_ROLE_UNSURE ||
        !is_headed(people, most))
        return;
    most->person.role = ISR_ROLE_SUBJECT;
    most->person.evidence = "named in a heading and more often than anybody else";
    most->person.check = TRUE;
}

/* Nothing says who they are, but they bear the family's name. */
static void find_family(const IsrPeople *people, const Cluster *subject)
{
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        GHashTableIter iter;
        gpointer key;
        if (cluster->person.role != ISR_ROLE_UNSURE || cluster == subject)
            continue;
        g_hash_table_iter_init(&iter, cluster->surnames);
        while (g_hash_table_iter_next(&iter, &key, NULL)) {
            if (!g_hash_table_contains(subject->surnames, key))
                continue;
            cluster->person.role = ISR_ROLE_FAMILY;
            cluster->person.evidence = "bears the surname of the person the record is about";
            cluster->person.check = FALSE;
        }
    }
}

void isr_roles_settle(IsrPeople *people)
{
    for (guint i = 0; i < people->values->len; i++) {
        const Value *value = people->values->pdata[i];
        if (value->category == ISR_CATEGORY_EMAIL)
            vote_by_email(people, value);
    }
    for (guint i = 0; i < people->clusters->len; i++)
        decide(people->clusters->pdata[i]);
    if (subject_of(people) == NULL)
        guess_subject(people);
    const Cluster *subject = subject_of(people);
    if (subject != NULL)
        find_family(people, subject);
}
