/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Staff sign with an initial and are called by the forename: "T. Mabuza" and "Thandeka" are one
 * if nobody else could be meant by either. */
#include "people.h"

/* Known by a forename alone, or with the initial of a surname: "Thandeka", "Thandeka M". */
static const NamePart *lone_forename(const Cluster *cluster)
{
    const NamePart *found = NULL;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        const NamePart *first = isr_mention_part(mention, 0);
        guint n = isr_mention_size(mention);
        if (first == NULL || first->kind != PART_PLAIN || first->surname || n > 2 ||
            (n == 2 && isr_mention_part(mention, 1)->kind != PART_INITIAL))
            return NULL;
        found = first;
    }
    return found;
}

/* Known by an initial and a surname alone: "T. Mabuza". */
static const NamePart *lone_initial(const Cluster *cluster)
{
    const NamePart *found = NULL;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        const NamePart *first = isr_mention_part(mention, 0);
        if (isr_mention_size(mention) == 1 && first->surname)
            continue;
        if (isr_mention_size(mention) != 2 || first->kind != PART_INITIAL)
            return NULL;
        found = first;
    }
    return found;
}

/* Evidence that the one is a relative or another child speaks against it. */
static gboolean may_be_staff(const Cluster *cluster)
{
    double points[ISR_N_ROLES] = {0};

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        for (guint n = 0; n < mention->cues->len; n++)
            for (IsrRole role = 0; role < ISR_N_ROLES; role++)
                points[role] += ((const IsrCue *)mention->cues->pdata[n])->points[role];
    }
    return cluster->votes[ISR_ROLE_SUBJECT] + cluster->votes[ISR_ROLE_FAMILY] +
                   cluster->votes[ISR_ROLE_THIRD_PARTY] <=
               0 &&
           points[ISR_ROLE_PROFESSIONAL] >= 0 && points[ISR_ROLE_FAMILY] < 0.5 &&
           points[ISR_ROLE_THIRD_PARTY] < 0.8 && points[ISR_ROLE_SUBJECT] < 0.5;
}

/* Those who are known by an initial, or by a forename, with one letter. */
typedef struct {
    guint initials, forenames; /* how many */
    Cluster *initial, *forename;
} Letter;

static void note(Letter *letters, Cluster *cluster)
{
    const NamePart *initial = lone_initial(cluster), *forename = lone_forename(cluster);
    const NamePart *part = initial != NULL ? initial : forename;

    if (part == NULL || !g_ascii_islower(*part->key) || !may_be_staff(cluster))
        return;
    Letter *letter = &letters[*part->key - 'a'];
    if (initial != NULL) {
        letter->initials++;
        letter->initial = cluster;
    } else {
        letter->forenames++;
        letter->forename = cluster;
    }
}

void isr_initials_join(IsrPeople *people)
{
    Letter letters[26] = {0};

    for (guint i = 0; i < people->clusters->len; i++)
        note(letters, people->clusters->pdata[i]);
    for (guint i = 0; i < G_N_ELEMENTS(letters); i++)
        if (letters[i].initials == 1 && letters[i].forenames == 1)
            isr_merge_absorb(people, letters[i].initial, letters[i].forename);
}
