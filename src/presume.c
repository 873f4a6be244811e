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

static gboolean is_namesake(const IsrPeople *people, const Cluster *cluster)
{
    for (guint i = 0; i < people->clusters->len; i++) {
        const Cluster *other = people->clusters->pdata[i];
        gboolean near =
            other->person.role == ISR_ROLE_SUBJECT || other->person.role == ISR_ROLE_FAMILY;
        if (near && other != cluster && isr_subject_share_surname(cluster, other))
            return TRUE;
    }
    return FALSE;
}

static void presume(const IsrPeople *people, Cluster *cluster)
{
    IsrPerson *person = &cluster->person;

    person->presumed = person->role;
    if (person->role != ISR_ROLE_UNSURE)
        return;
    person->presumed = likeliest(cluster);
    if (person->presumed != ISR_ROLE_UNSURE)
        return;
    if (is_namesake(people, cluster)) {
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
    for (guint i = 0; i < people->clusters->len; i++)
        presume(people, people->clusters->pdata[i]);
}
