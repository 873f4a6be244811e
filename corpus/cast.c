/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts the roles and the numbers that the mentions of one person have. */
#include "cast.h"

#include <string.h>

const char *isr_casting_id(IsrCasting casting)
{
    static const char *const IDS[] = {"absent", "right", "unsure", "wrong"};

    return IDS[casting];
}

/* The role that most of the member's mentions have, of two the first; sets @chosen to the first
 * finding with it. */
static IsrRole commonest_role(const GArray *attributions, const IsrPeople *people,
                              const IsrGoldPerson *person, const IsrFinding **chosen)
{
    guint votes[ISR_N_ROLES + 1] = {0};
    const IsrFinding *first[ISR_N_ROLES + 1] = {NULL};
    guint best = ISR_N_ROLES;

    for (guint i = 0; i < attributions->len; i++) {
        const IsrAttribution *one = &g_array_index(attributions, IsrAttribution, i);

        if (one->person != person || !one->finding)
            continue;
        guint role = isr_people_presume(people, one->finding);

        first[role] = first[role] ? first[role] : one->finding;
        if (++votes[role] > votes[best])
            best = role;
    }
    *chosen = first[best];
    return (IsrRole)best;
}

static void count_mentions(IsrCastMember *member, const GArray *attributions)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < attributions->len; i++) {
        const IsrAttribution *one = &g_array_index(attributions, IsrAttribution, i);

        if (one->person != member->person)
            continue;
        member->mentions++;
        if (!one->finding)
            continue;
        member->found++;
        g_hash_table_add(numbers, GUINT_TO_POINTER(one->finding->person));
    }
    member->parts = g_hash_table_size(numbers);
}

static IsrCasting judge(const IsrCastMember *member, const IsrPerson *person)
{
    IsrRole right;

    if (member->found == 0)
        return ISR_CASTING_ABSENT;
    if (isr_role_for_id(member->person->role, &right) && right == member->role)
        return ISR_CASTING_RIGHT;
    if (member->role == ISR_ROLE_UNSURE || (person && person->check))
        return ISR_CASTING_UNSURE;
    return ISR_CASTING_WRONG;
}

static void add_member(IsrCast *cast, const IsrGoldPerson *person, const GArray *attributions,
                       const IsrPeople *people)
{
    IsrCastMember member = {.person = person};
    const IsrPerson *given = NULL;
    const IsrFinding *chosen;

    count_mentions(&member, attributions);
    if (member.mentions == 0)
        return;
    member.role = commonest_role(attributions, people, person, &chosen);
    if (people && chosen && chosen->person > 0)
        given = isr_people_nth(people, chosen->person);
    if (chosen)
        member.evidence = given ? given->evidence : chosen->reason;
    member.casting = judge(&member, given);
    g_array_append_val(cast->members, member);
}

/* The names of the gold's people whose mentions the program gives to @number, each once. */
static GPtrArray *names_under(const GArray *attributions, guint number)
{
    GPtrArray *names = g_ptr_array_new();

    for (guint i = 0; i < attributions->len; i++) {
        const IsrAttribution *one = &g_array_index(attributions, IsrAttribution, i);

        if (one->finding && one->finding->person == number &&
            !g_ptr_array_find(names, one->person->name, NULL))
            g_ptr_array_add(names, one->person->name);
    }
    return names;
}

static guint greatest_number(const GArray *attributions)
{
    guint greatest = 0;

    for (guint i = 0; i < attributions->len; i++) {
        const IsrAttribution *one = &g_array_index(attributions, IsrAttribution, i);

        if (one->finding)
            greatest = MAX(greatest, one->finding->person);
    }
    return greatest;
}

static void count_mixes(IsrCast *cast, const GArray *attributions)
{
    guint greatest = greatest_number(attributions);

    for (guint number = 1; number <= greatest; number++) {
        g_autoptr(GPtrArray) names = names_under(attributions, number);

        cast->persons += names->len > 0;
        if (names->len < 2)
            continue;
        cast->mixed++;
        g_ptr_array_add(names, NULL);
        g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);

        g_ptr_array_add(cast->mixes, g_strdup_printf("person %u: %s", number, list));
    }
}

IsrCast *isr_cast(const IsrGold *gold, const GArray *attributions, const IsrPeople *people)
{
    IsrCast *cast = g_new0(IsrCast, 1);

    cast->members = g_array_new(FALSE, FALSE, sizeof(IsrCastMember));
    cast->mixes = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < gold->people->len; i++)
        add_member(cast, gold->people->pdata[i], attributions, people);
    count_mixes(cast, attributions);
    return cast;
}

void isr_cast_free(IsrCast *cast)
{
    if (!cast)
        return;
    g_array_unref(cast->members);
    g_ptr_array_unref(cast->mixes);
    g_free(cast);
}
