/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the person who will receive the copy, and decides what that changes. */
#include "recipient.h"

#include <isredact/error.h>

#include "fit.h"

/* Titles are no part of a name: "Mr Abdur Rouf". */
static char *without_titles(const IsrPeople *people, const char *name)
{
    const char *at = name + strspn(name, " ");

    for (;;) {
        gsize length = strcspn(at, " .");
        const char *next = at + length + strspn(at + length, " .");
        if (*next == '\0' || !isr_lists_has(people->patterns->lists, "titles", at, (gssize)length))
            return g_strdup(at);
        at = next;
    }
}

static gboolean is_met(const Cluster *cluster)
{
    return cluster->count > 0;
}

/* TRUE if the person was met under just this name. */
static gboolean is_called(const Cluster *cluster, const char *squeezed)
{
    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        g_autofree char *key = isr_squeeze(mention->text, -1);
        if (g_str_equal(key, squeezed))
            return TRUE;
    }
    return FALSE;
}

/* How many people @mention fits; the last of them goes to @found. @exact: under just that name. */
static guint count_fits(const IsrPeople *people, const Mention *mention, gboolean exact,
                        Cluster **found)
{
    g_autofree char *squeezed = isr_squeeze(mention->text, -1);
    guint n = 0;

    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        if (!is_met(cluster) || !isr_fit(cluster, mention) ||
            (exact && !is_called(cluster, squeezed)))
            continue;
        *found = cluster;
        n++;
    }
    return n;
}

gboolean isr_people_receive(IsrPeople *people, const char *name, GError **error)
{
    g_autofree char *bare = without_titles(people, name);
    Mention *mention = isr_mention_new(people->patterns, bare, MENTION_NAME);
    Cluster *found = NULL;
    guint n = count_fits(people, mention, FALSE, &found);

    if (n > 1)
        n = count_fits(people, mention, TRUE, &found) == 1 ? 1 : n;
    isr_mention_free(mention);
    if (n == 1) {
        found->person.recipient = TRUE;
        people->recipient = found->person.number;
        return TRUE;
    }
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                n == 0 ? "--for names nobody who is in the document; write the name as it stands "
                         "there"
                       : "--for fits several people in the document; give forename and surname as "
                         "they stand there");
    return FALSE;
}

guint isr_people_recipient(const IsrPeople *people)
{
    return people->recipient;
}

/* Values that lead to a person by themselves. Dates, places and organisations are left to what
 * the profile says for third parties. */
static gboolean identifies(IsrCategory category)
{
    switch (category) {
    case ISR_CATEGORY_DATE:
    case ISR_CATEGORY_AGE:
    case ISR_CATEGORY_PLACE:
    case ISR_CATEGORY_ORGANISATION:
        return FALSE;
    default:
        return TRUE;
    }
}

/* What is done with somebody else's: as with a third party's, and nothing that identifies stays. */
static IsrAction for_others(const IsrProfile *profile, const IsrFinding *finding)
{
    IsrAction own = isr_profile_action(profile, finding->category, finding->role);
    IsrAction third = isr_profile_action(profile, finding->category, ISR_ROLE_THIRD_PARTY);
    IsrAction action = MAX(own, third);
    gboolean named =
        finding->category == ISR_CATEGORY_NAME || finding->category == ISR_CATEGORY_INITIALS;

    if (!identifies(finding->category) || isr_action_hides(action))
        return action;
    return named && finding->role != ISR_ROLE_REFERRER ? ISR_ACTION_NUMBER : ISR_ACTION_REMOVE;
}

IsrAction isr_recipient_action(const IsrPeople *people, const IsrProfile *profile,
                               const IsrFinding *finding)
{
    IsrAction own = isr_profile_action(profile, finding->category, finding->role);

    if (people->recipient == 0)
        return own;
    if (finding->person == people->recipient && finding->role != ISR_ROLE_REFERRER)
        return profile->never[finding->category][finding->role]
                   ? own
                   : MIN(own, isr_profile_action(profile, finding->category, ISR_ROLE_SUBJECT));
    if (finding->role == ISR_ROLE_SUBJECT || finding->role == ISR_ROLE_PROFESSIONAL)
        return own;
    return for_others(profile, finding);
}
