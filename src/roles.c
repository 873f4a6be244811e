/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which role a person has: what is certain (--subject, who told in confidence) goes before what is
 * learnt (bearing.h). Where no role is likely enough it stays unsure. */
#include <string.h>

#include "bearing.h"
#include "together.h"

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

static void set(Cluster *cluster, IsrRole role, const char *evidence, gboolean check)
{
    cluster->person.role = role;
    cluster->person.evidence = evidence;
    cluster->person.check = check;
    if (role == ISR_ROLE_SUBJECT)
        cluster->person.kin = NULL;
}

/* Below ENOUGH the strictest reading is taken; below SURE a person must look. */
#define ENOUGH 0.6
#define SURE 0.7
/* So likely a role must be to stand where labels say several. */
#define CLEAR 0.8
/* Somebody is whom the record is about. */
#define PERHAPS 0.15

/* The command line names the subject. */
#define GIVEN 10

/* Votes of a label that says so. */
#define LABEL 3.0
#define HALF 0.5

static IsrRole likeliest(const Cluster *cluster)
{
    IsrRole best = ISR_ROLE_SUBJECT;

    for (IsrRole role = 0; role < ISR_ROLE_REFERRER; role++)
        best = cluster->likely[role] > cluster->likely[best] ? role : best;
    return best;
}

static void set_referrer(Cluster *cluster)
{
    const gboolean labelled = cluster->votes[ISR_ROLE_REFERRER] > 0;

    cluster->person.presumed = ISR_ROLE_REFERRER;
    set(cluster, ISR_ROLE_REFERRER,
        labelled ? cluster->reasons[ISR_ROLE_REFERRER] : cluster->hints[ISR_ROLE_REFERRER], TRUE);
}

/* What says that the person told in confidence, as a label does or as wordings do together. */
static gboolean is_told(const Cluster *cluster)
{
    return cluster->points[ISR_ROLE_REFERRER] >= TOLD || cluster->votes[ISR_ROLE_REFERRER] >= LABEL;
}

/* A label gives another role; or it is likely whom the record is about, who may ask for much; or
 * only several wordings speak for this role and what was learnt speaks for another. */
static gboolean is_somebody_else(const Cluster *cluster)
{
    const gboolean wish =
        cluster->most[ISR_ROLE_REFERRER] >= TOLD || cluster->votes[ISR_ROLE_REFERRER] >= LABEL;

    if (cluster->likely[ISR_ROLE_SUBJECT] >= HALF)
        return TRUE;
    for (IsrRole role = ISR_ROLE_FAMILY; role < ISR_ROLE_REFERRER; role++)
        if (role != ISR_ROLE_THIRD_PARTY &&
            (cluster->votes[role] >= LABEL || (!wish && cluster->likely[role] >= SURE)))
            return TRUE;
    return FALSE;
}

/* Staff pass on in confidence what is not theirs to be known for: a person must look. */
static gboolean decide_referrer(Cluster *cluster)
{
    double work = cluster->votes[ISR_ROLE_PROFESSIONAL];

    if (!is_told(cluster) || is_somebody_else(cluster))
        return FALSE;
    if (work > 0 && work + cluster->points[ISR_ROLE_PROFESSIONAL] >= TOLD)
        set(cluster, ISR_ROLE_UNSURE, "told in confidence, and is at work here", TRUE);
    else
        set_referrer(cluster);
    return TRUE;
}

/* The one role that labels, tables and words beside the name give, and nothing else; UNSURE if they
 * give none or several. Whose record it is they say of others too. */
static IsrRole said_of(const Cluster *cluster)
{
    IsrRole said = ISR_ROLE_UNSURE;

    for (IsrRole role = 0; role < ISR_ROLE_UNSURE; role++) {
        if (cluster->votes[role] <= 0)
            continue;
        if (said != ISR_ROLE_UNSURE)
            return ISR_ROLE_UNSURE;
        said = role;
    }
    return said == ISR_ROLE_SUBJECT || said == ISR_ROLE_REFERRER || said == ISR_ROLE_UNSURE ||
                   cluster->votes[said] < 2
               ? ISR_ROLE_UNSURE
               : said;
}

/* Labels, tables or words beside the name give roles that differ. */
static gboolean is_disputed(const Cluster *cluster)
{
    guint roles = 0;

    for (IsrRole role = ISR_ROLE_FAMILY; role < ISR_ROLE_UNSURE; role++)
        roles += cluster->votes[role] >= 2 ? 1 : 0;
    return roles > 1;
}

/* A label or a wording that says so, else what was learnt to say so. */
static const char *evidence_for(const Cluster *cluster, IsrRole role)
{
    if (cluster->votes[role] > 0)
        return cluster->reasons[role];
    return cluster->points[role] > 0.5 ? cluster->hints[role] : cluster->because[role];
}

static void decide(Cluster *cluster)
{
    const IsrRole said = said_of(cluster);
    const IsrRole learnt = likeliest(cluster);
    const gboolean told = said != ISR_ROLE_UNSURE && cluster->likely[learnt] < ENOUGH;
    const IsrRole best = told ? said : learnt;
    const double likely = told ? MAX(cluster->likely[said], SURE) : cluster->likely[learnt];

    cluster->person.presumed = best;
    if (cluster->strongest[ISR_ROLE_SUBJECT] >= GIVEN)
        set(cluster, ISR_ROLE_SUBJECT, cluster->reasons[ISR_ROLE_SUBJECT], FALSE);
    else if (decide_referrer(cluster))
        return;
    else if (likely < ENOUGH || (is_disputed(cluster) && likely < CLEAR))
        set(cluster, ISR_ROLE_UNSURE, "what the document says of the role does not agree", TRUE);
    else
        set(cluster, best, evidence_for(cluster, best), likely < SURE);
}

/* Whom the document does not name rules nobody out. */
static gboolean is_subject_given(const IsrPeople *people)
{
    gboolean given = FALSE;

    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        if (cluster->strongest[ISR_ROLE_SUBJECT] < GIVEN)
            continue;
        cluster->person.missed = cluster->count == 0;
        given = given || !cluster->person.missed;
    }
    return given;
}

/* The command line says whom the record is about: others are only if a label says so. */
static void rule_out(Cluster *cluster)
{
    double rest = 1 - cluster->likely[ISR_ROLE_SUBJECT];

    if (cluster->strongest[ISR_ROLE_SUBJECT] >= 3 || rest <= 0)
        return;
    cluster->likely[ISR_ROLE_SUBJECT] = 0;
    for (guint role = 0; role < BEARING_ROLES; role++)
        cluster->likely[role] /= rest;
}

/* Labels and words beside the name give roles, but not that of the subject. */
static gboolean is_said_of_others(const Cluster *cluster)
{
    double others = 0;

    for (IsrRole role = ISR_ROLE_FAMILY; role < ISR_ROLE_UNSURE; role++)
        others += cluster->votes[role];
    return others > 0 && cluster->votes[ISR_ROLE_SUBJECT] <= 0;
}

/* Every record is about somebody: of those who may be, the likeliest is. */
static void find_subject(IsrPeople *people)
{
    Cluster *best = NULL;

    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        if (cluster->person.missed)
            continue;
        if (cluster->person.role == ISR_ROLE_SUBJECT)
            return;
        if (cluster->person.role != ISR_ROLE_REFERRER && !is_said_of_others(cluster) &&
            (best == NULL || cluster->likely[ISR_ROLE_SUBJECT] > best->likely[ISR_ROLE_SUBJECT]))
            best = cluster;
    }
    if (best == NULL || best->likely[ISR_ROLE_SUBJECT] < PERHAPS)
        return;
    best->person.presumed = ISR_ROLE_SUBJECT;
    set(best, ISR_ROLE_SUBJECT, evidence_for(best, ISR_ROLE_SUBJECT), TRUE);
}

/* Adds up what speaks for roles. */
static void weigh(IsrPeople *people)
{
    for (guint i = 0; i < people->values->len; i++) {
        const Value *value = people->values->pdata[i];
        if (value->category == ISR_CATEGORY_EMAIL)
            vote_by_email(people, value);
    }
    for (guint i = 0; i < people->clusters->len; i++)
        isr_clues_weigh(people, people->clusters->pdata[i]);
    isr_subject_weigh(people);
}

void isr_roles_settle(IsrPeople *people)
{
    weigh(people);
    isr_bearing_judge(people);
    const gboolean given = is_subject_given(people);

    if (given)
        for (guint i = 0; i < people->clusters->len; i++)
            rule_out(people->clusters->pdata[i]);
    for (guint i = 0; i < people->clusters->len; i++)
        decide(people->clusters->pdata[i]);
    find_subject(people);
    isr_together_settle(people, given);
}

IsrRole isr_people_presume(const IsrPeople *people, const IsrFinding *finding)
{
    if (finding->role != ISR_ROLE_UNSURE || finding->person == 0 || people == NULL)
        return finding->role;
    return isr_people_nth(people, finding->person)->presumed;
}
