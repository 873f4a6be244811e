/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who somebody probably is whose role stayed unsure: for the record and for whoever looks at it.
 * What becomes of their values does not follow from it; that stays the strictest there is. */
#include "people.h"

/* The role for which the most was said; UNSURE if nothing was. */
static IsrRole likeliest(const Cluster *cluster)
{
    IsrRole best = ISR_ROLE_UNSURE;
    double most = 0;

    for (IsrRole role = 0; role < ISR_ROLE_UNSURE; role++) {
        double said = cluster->votes[role] + cluster->points[role];
        if (said > most) {
            most = said;
            best = role;
        }
    }
    return best;
}

/* The surnames of the subject and the family; free with g_hash_table_unref(). */
static GHashTable *names_of_family(const IsrPeople *people)
{
    GHashTable *surnames = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < people->clusters->len; i++) {
        const Cluster *cluster = people->clusters->pdata[i];
        IsrRole role = cluster->person.role;
        if (role == ISR_ROLE_SUBJECT || role == ISR_ROLE_FAMILY)
            isr_subject_add_surnames(cluster, surnames);
    }
    return surnames;
}

static void presume(Cluster *cluster, GHashTable *surnames)
{
    IsrPerson *person = &cluster->person;

    person->presumed = person->role;
    if (person->role != ISR_ROLE_UNSURE)
        return;
    person->presumed = likeliest(cluster);
    if (person->presumed != ISR_ROLE_UNSURE)
        return;
    if (isr_subject_shares_surname(cluster, surnames)) {
        person->presumed = ISR_ROLE_FAMILY;
        person->evidence = "bears the name of the family, and nothing says more";
        return;
    }
    person->presumed = ISR_ROLE_THIRD_PARTY;
    person->evidence = "nothing says who this is, so taken for a third party";
}

IsrRole isr_people_presume(const IsrPeople *people, const IsrFinding *finding)
{
    if (finding->role != ISR_ROLE_UNSURE || finding->person == 0 || people == NULL)
        return finding->role;
    return isr_people_nth(people, finding->person)->presumed;
}

void isr_roles_presume(IsrPeople *people)
{
    g_autoptr(GHashTable) surnames = names_of_family(people);

    for (guint i = 0; i < people->clusters->len; i++)
        presume(people->clusters->pdata[i], surnames);
}
