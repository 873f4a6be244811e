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

/* "gov" of gov.uk and of any domain of a council, "nhs", "police": a label of the domain. */
static gboolean has_work_label(const IsrPatterns *patterns, const char *domain)
{
    g_auto(GStrv) labels = g_strsplit(domain, ".", -1);

    for (char **label = labels; *label != NULL; label++) {
        g_auto(GStrv) words = g_strsplit(*label, "-", -1);
        for (char **word = words; *word != NULL; word++)
            if (isr_lists_has(patterns->lists, "work-domain-words", *word, -1))
                return TRUE;
    }
    return FALSE;
}

gboolean isr_roles_is_work(const IsrPatterns *patterns, const char *email)
{
    const char *domain = strchr(email, '@');

    if (domain == NULL)
        return FALSE;
    if (has_work_label(patterns, domain + 1))
        return TRUE;
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
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    Cluster *found = NULL;

    if (!isr_roles_is_work(people->patterns, value->value))
        return;
    for (char **piece = pieces; *piece != NULL; piece++)
        g_ptr_array_add(keys, isr_squeeze(*piece, -1));
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        for (guint n = 0; n < keys->len; n++) {
            const char *key = keys->pdata[n];
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

/* Fields of a form and lists of siblings stand close together. */
#define NEAR 4

static void set(Cluster *cluster, IsrRole role, const char *evidence, gboolean check)
{
    cluster->person.role = role;
    cluster->person.evidence = evidence;
    cluster->person.check = check;
}

/* The subject is somebody's son or sister too, so kin words do not speak against it. Others whom
 * a label calls "child" are subjects only beside the first: else they are relatives. */
static gboolean decide_subject(Cluster *cluster, const Cluster *subject)
{
    if (cluster->votes[ISR_ROLE_SUBJECT] <= 0)
        return FALSE;
    if (cluster != subject && cluster->strongest[ISR_ROLE_SUBJECT] < 10) { /* not --subject */
        gboolean near = cluster->block <= subject->block + NEAR;
        if (!near || isr_subject_is_ruled_out(cluster) || cluster->votes[ISR_ROLE_FAMILY] > 0 ||
            cluster->votes[ISR_ROLE_THIRD_PARTY] > 0) {
            cluster->votes[ISR_ROLE_SUBJECT] = 0;
            return FALSE;
        }
    }
    set(cluster, ISR_ROLE_SUBJECT, cluster->reasons[ISR_ROLE_SUBJECT], cluster->guessed);
    cluster->person.kin = NULL;
    return TRUE;
}

/* What weaker evidence must add up to, and by how much outweigh the other roles. */
#define ENOUGH 0.9
#define MARGIN 0.3
/* Weaker evidence below this is right for most, not for all: a person must look. */
#define SURE 1.5

/* So much of it speaks even against a label. */
#define CLEAR 1.8

/* Who told in confidence is a referrer, whoever else they are. */
#define TOLD 4.0

/* The role with the most in @points; the next most goes to @second. */
static IsrRole best_of(const double *points, double *second)
{
    IsrRole best = ISR_ROLE_UNSURE;

    *second = 0;
    for (IsrRole role = 0; role < ISR_ROLE_UNSURE; role++) {
        if (points[role] <= 0)
            continue;
        if (best == ISR_ROLE_UNSURE || points[role] > points[best]) {
            *second = best != ISR_ROLE_UNSURE ? points[best] : 0;
            best = role;
        } else {
            *second = MAX(*second, points[role]);
        }
    }
    return best;
}

/* Nothing names the role, but what stands around the name speaks for one. */
static void decide_by_points(Cluster *cluster)
{
    double second;
    IsrRole best = best_of(cluster->points, &second);

    if (best == ISR_ROLE_UNSURE || cluster->points[best] < ENOUGH)
        set(cluster, ISR_ROLE_UNSURE, "nothing says who this is", TRUE);
    else if (cluster->points[best] - second < MARGIN)
        set(cluster, ISR_ROLE_UNSURE, "what the document says of the role does not agree", TRUE);
    else
        set(cluster, best, cluster->hints[best], cluster->points[best] < SURE);
}

/* Staff pass on in confidence what is not theirs to be known for: a person must look. */
static gboolean decide_referrer(Cluster *cluster)
{
    double work = cluster->votes[ISR_ROLE_PROFESSIONAL];

    if (cluster->points[ISR_ROLE_REFERRER] < TOLD || work >= 3 ||
        cluster->votes[ISR_ROLE_FAMILY] >= 3)
        return FALSE;
    if (work > 0 && work + cluster->points[ISR_ROLE_PROFESSIONAL] >= TOLD)
        set(cluster, ISR_ROLE_UNSURE, "told in confidence, and is at work here", TRUE);
    else
        set(cluster, ISR_ROLE_REFERRER, cluster->hints[ISR_ROLE_REFERRER], TRUE);
    return TRUE;
}

static void decide(Cluster *cluster, const Cluster *subject)
{
    double second, all[ISR_N_ROLES];

    if ((subject != NULL && decide_subject(cluster, subject)) || decide_referrer(cluster))
        return;
    IsrRole best = best_of(cluster->votes, &second);
    if (best == ISR_ROLE_UNSURE) {
        decide_by_points(cluster);
        return;
    }
    for (IsrRole role = 0; role < ISR_N_ROLES; role++)
        all[role] =
            cluster->votes[role] + (cluster->votes[role] > 0 || cluster->points[role] >= CLEAR
                                        ? cluster->points[role]
                                        : 0);
    best = best_of(all, &second);
    if (best == ISR_ROLE_UNSURE || all[best] < 1.3 * second)
        set(cluster, ISR_ROLE_UNSURE, "what the document says of the role does not agree", TRUE);
    else
        set(cluster, best,
            cluster->reasons[best] != NULL ? cluster->reasons[best] : cluster->hints[best], FALSE);
}

static gboolean has_votes(const Cluster *cluster)
{
    for (IsrRole role = 0; role < ISR_N_ROLES; role++)
        if (cluster->votes[role] > 0)
            return TRUE;
    return FALSE;
}

static gboolean gives_name(const Cluster *cluster)
{
    return cluster->person.role == ISR_ROLE_SUBJECT ||
           (cluster->person.role == ISR_ROLE_FAMILY && has_votes(cluster));
}

/* They bear the name of the subject or a relative, and no label says otherwise. */
static void find_family(const IsrPeople *people)
{
    const IsrCue *cue = isr_cue_index_find(people->patterns->cue_index, "surname-of-family");
    g_autoptr(GHashTable) surnames = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < people->clusters->len; i++) {
        const Cluster *cluster = people->clusters->pdata[i];
        if (gives_name(cluster))
            isr_subject_add_surnames(cluster, surnames);
    }
    for (guint i = 0; cue != NULL && i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        if (has_votes(cluster) || cluster->person.role == ISR_ROLE_SUBJECT ||
            !isr_subject_shares_surname(cluster, surnames))
            continue;
        isr_clues_add(cluster, cue, 1);
        decide_by_points(cluster);
        if (gives_name(cluster))
            isr_subject_add_surnames(cluster, surnames);
    }
}

/* What a relative of somebody with @role is; UNSURE if that says nothing. */
static IsrRole relative_of(IsrRole role, gboolean perhaps)
{
    switch (role) {
    case ISR_ROLE_SUBJECT:
    case ISR_ROLE_FAMILY:
        return ISR_ROLE_FAMILY;
    case ISR_ROLE_THIRD_PARTY:
    case ISR_ROLE_REFERRER:
        return ISR_ROLE_THIRD_PARTY;
    case ISR_ROLE_PROFESSIONAL:
        return perhaps ? ISR_ROLE_FAMILY : ISR_ROLE_THIRD_PARTY;
    default:
        return ISR_ROLE_UNSURE;
    }
}

/* "Alfie's mother" is of the family if Alfie is, and a third party if he is one. */
static void follow_relatives(const IsrPeople *people, const Cluster *subject)
{
    for (guint i = 0; i < people->mentions->len; i++) {
        const Mention *mention = people->mentions->pdata[i];
        Cluster *cluster = isr_people_cluster(people, i + 1);
        const Cluster *owner = isr_people_cluster(people, mention->relative);
        if (cluster == NULL || mention->relative == 0 || owner == cluster)
            continue;
        IsrRole role =
            relative_of(owner != NULL ? owner->person.role : ISR_ROLE_UNSURE, mention->perhaps);
        double weight = 2;
        if (role == ISR_ROLE_UNSURE && !has_votes(cluster)) {
            role = ISR_ROLE_FAMILY; /* most records tell of one family */
            weight = mention->perhaps ? 1.5 : 1;
        }
        if (role == ISR_ROLE_UNSURE)
            continue;
        isr_roles_vote(cluster, role, role == ISR_ROLE_FAMILY ? mention->kin : NULL, weight,
                       "a word for a relative beside it");
        decide(cluster, subject);
    }
}

/* Counts, for each person, the roles of those who are named side by side with them. */
static void count_company(const IsrPeople *people)
{
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        memset(cluster->company, 0, sizeof cluster->company);
    }
    for (guint i = 0; i < people->pairs->len; i++) {
        const Pair *pair = &g_array_index(people->pairs, Pair, i);
        Cluster *one = isr_people_cluster(people, pair->one);
        Cluster *other = isr_people_cluster(people, pair->other);
        if (one == NULL || other == NULL || one == other)
            continue;
        one->company[other->person.role]++;
        other->company[one->person.role]++;
    }
}

/* The role of most who are named side by side with the person; else UNSURE. */
static IsrRole role_of_company(const Cluster *cluster)
{
    double second;
    IsrRole most = best_of(cluster->company, &second);
    gboolean clear = most != ISR_ROLE_UNSURE && cluster->company[most] > 2 * second &&
                     cluster->company[ISR_ROLE_SUBJECT] <= 0;

    return !clear || most == ISR_ROLE_REFERRER ? ISR_ROLE_UNSURE : most;
}

/* Of whom nothing is known, what is known of those beside them. */
static void follow_company(const IsrPeople *people)
{
    for (guint round = 0; round < 2; round++) {
        count_company(people);
        for (guint i = 0; i < people->clusters->len; i++) {
            Cluster *cluster = people->clusters->pdata[i];
            if (cluster->person.role != ISR_ROLE_UNSURE || has_votes(cluster))
                continue;
            IsrRole role = role_of_company(cluster);
            if (role != ISR_ROLE_UNSURE && cluster->points[role] >= 0)
                set(cluster, role, "named side by side with others of this role", TRUE);
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
        isr_clues_weigh(people, people->clusters->pdata[i]);
    Cluster *subject = isr_subject_find(people);
    isr_letter_settle(people, subject);
    for (guint i = 0; i < people->clusters->len; i++)
        decide(people->clusters->pdata[i], subject);
    follow_relatives(people, subject);
    find_family(people);
    follow_company(people);
}
