/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each surname and each forename near it have points: for standing close, for the sex that title
 * and forename tell, for an initial or letters that fit both. That they stand close is not enough:
 * "Mrs Kellaway came. Leah was kind." are mostly two, and one of them keeps her name. */
#include "pairing.h"

#include "mergeindex.h"
#include "sex.h"

#include <string.h>

/* Names behind or before one that are looked at. */
#define REACH 3
/* Points that two must have to be one, and the lead on the next likely. */
#define ENOUGH 1.1
#define LEAD 0.3

typedef struct {
    Cluster *surname, *forename;
    double near; /* how often and how closely they follow each other */
    double points;
} Match;

/* Known by a surname alone, with a title or an initial at most. */
static const Mention *lone_surname(const Cluster *cluster)
{
    const Mention *best = NULL;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        const guint n = isr_mention_size(mention);
        const gboolean initial = n > 1 && isr_mention_part(mention, 0)->kind == PART_INITIAL;
        for (guint k = initial ? 1 : 0; k < n; k++)
            if (!isr_mention_part(mention, k)->surname && (initial || n > 1))
                return NULL;
        if (n > 1 && !initial)
            return NULL;
        if (best == NULL || initial || mention->kind == MENTION_TITLED)
            best = mention;
    }
    return best != NULL && (best->kind == MENTION_TITLED || isr_mention_size(best) > 1) ? best
                                                                                        : NULL;
}

/* Known by a forename alone. */
static const Mention *lone_forename(const Cluster *cluster)
{
    const Mention *found = NULL;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        const guint n = isr_mention_size(mention);
        const NamePart *first = n > 0 ? isr_mention_part(mention, 0) : NULL;
        if (first == NULL || first->kind != PART_PLAIN || first->surname || n > 2 ||
            mention->kind == MENTION_TITLED ||
            (n == 2 && isr_mention_part(mention, 1)->kind != PART_INITIAL))
            return NULL;
        found = found == NULL || mention->count > found->count ? mention : found;
    }
    return found;
}

static Match *match_of(GArray *matches, Cluster *surname, Cluster *forename)
{
    for (guint i = 0; i < matches->len; i++) {
        Match *match = &g_array_index(matches, Match, i);
        if (match->surname == surname && match->forename == forename)
            return match;
    }
    const Match match = {surname, forename, 0, 0};

    g_array_append_val(matches, match);
    return &g_array_index(matches, Match, matches->len - 1);
}

static Cluster *cluster_at(const IsrPeople *people, guint place)
{
    return isr_merge_index_home(
        people->index,
        isr_people_mention(people, g_array_index(people->places, Place, place).mention));
}

/* Counts how closely surnames and forenames follow each other. */
static GArray *collect(const IsrPeople *people)
{
    GArray *matches = g_array_new(FALSE, FALSE, sizeof(Match));

    for (guint i = 0; i < people->places->len; i++) {
        Cluster *surname = cluster_at(people, i);
        if (surname == NULL || lone_surname(surname) == NULL)
            continue;
        for (guint k = i > REACH ? i - REACH : 0; k < people->places->len && k <= i + REACH; k++) {
            Cluster *forename = k != i ? cluster_at(people, k) : NULL;
            if (forename == NULL || lone_forename(forename) == NULL)
                continue;
            const double step = k > i ? k - i : 1.5 * (i - k);
            match_of(matches, surname, forename)->near += 1 / step;
        }
    }
    return matches;
}

/* They stand side by side, so they are two. */
static gboolean are_side_by_side(const IsrPeople *people, const Match *match)
{
    for (guint i = 0; i < people->pairs->len; i++) {
        const Pair *pair = &g_array_index(people->pairs, Pair, i);
        const Cluster *one =
            isr_merge_index_home(people->index, isr_people_mention(people, MAX(1, pair->one)));
        const Cluster *other =
            isr_merge_index_home(people->index, isr_people_mention(people, MAX(1, pair->other)));
        if ((one == match->surname && other == match->forename) ||
            (one == match->forename && other == match->surname))
            return TRUE;
    }
    return FALSE;
}

/* What is said beside them gives roles that differ. */
static gboolean are_at_odds(const Match *match)
{
    gboolean one = FALSE, other = FALSE, both = FALSE;

    for (IsrRole role = 0; role < ISR_N_ROLES; role++) {
        one = one || match->surname->votes[role] > 0;
        other = other || match->forename->votes[role] > 0;
        both = both || (match->surname->votes[role] > 0 && match->forename->votes[role] > 0);
    }
    return one && other && !both;
}

/* The letters of both are what the record calls somebody by. */
static gboolean has_letters(const IsrPeople *people, const Mention *forename,
                            const NamePart *surname)
{
    g_autofree char *letters =
        g_strdup_printf("%c%c", g_ascii_toupper(*isr_mention_part(forename, 0)->key),
                        g_ascii_toupper(*surname->key));

    return g_hash_table_contains(people->monograms, letters);
}

/* @local, before the "@" of an address, is made of the surname and of the forename or its letter:
 * "j.etxeberria", "etxeberriaj". */
static gboolean is_address_of(const char *local, const char *forename, const char *surname)
{
    const char *at = strstr(local, surname);

    if (at == NULL)
        return FALSE;
    g_autofree char *rest =
        g_strdup_printf("%.*s%s", (int)(at - local), local, at + strlen(surname));
    rest[strcspn(rest, "0123456789")] = '\0';
    return g_str_equal(rest, forename) || (strlen(rest) == 1 && *rest == *forename);
}

/* An e-mail address of the record has both names. */
static gboolean has_address(const IsrPeople *people, const Mention *forename,
                            const NamePart *surname)
{
    for (guint i = 0; i < people->values->len; i++) {
        const Value *value = people->values->pdata[i];
        const char *at = value->category == ISR_CATEGORY_EMAIL ? strchr(value->value, '@') : NULL;
        g_autofree char *local =
            at != NULL ? isr_squeeze(value->value, (gssize)(at - value->value)) : NULL;
        if (local != NULL && is_address_of(local, isr_mention_part(forename, 0)->key, surname->key))
            return TRUE;
    }
    return FALSE;
}

/* "Aron G." is nobody called Abubakar. */
static gboolean has_other_letter(const Mention *forename, const NamePart *surname)
{
    const NamePart *letter = isr_mention_part(forename, 1);

    return letter != NULL && !g_str_has_prefix(surname->key, letter->key);
}

static gboolean has_kin(const Cluster *cluster)
{
    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        if (mention->kin != NULL && mention->role == ISR_ROLE_FAMILY)
            return TRUE;
    }
    return FALSE;
}

/* Children and those who are somebody's relative are not called by a title. */
static gboolean are_private_and_titled(const IsrPeople *people, const Match *match)
{
    for (guint i = 0; i < match->surname->mentions->len; i++) {
        const Mention *mention = match->surname->mentions->pdata[i];
        if (mention->kind == MENTION_TITLED)
            return has_kin(match->forename) ||
                   isr_merge_index_is_child(people->index, match->forename);
    }
    return FALSE;
}

/* What says that both are one; points. */
static double evidence_of(const IsrPeople *people, const Mention *titled, const Mention *given)
{
    const NamePart *first = isr_mention_part(titled, 0);
    const NamePart *surname = isr_mention_part(titled, isr_mention_size(titled) - 1);
    double points = 0;

    if (first != surname)
        points += g_str_has_prefix(isr_mention_part(given, 0)->key, first->key) ? 1 : -3;
    if (isr_mention_size(given) > 1)
        points += has_other_letter(given, surname) ? -3 : 1;
    points += has_letters(people, given, surname) ? 1 : 0;
    points += has_address(people, given, surname) ? 1 : 0;
    return points;
}

static void weigh(const IsrPeople *people, Match *match)
{
    const Mention *titled = lone_surname(match->surname);
    const Mention *given = lone_forename(match->forename);
    const double sex =
        isr_sex(people->patterns, match->surname) * isr_sex(people->patterns, match->forename);
    const double evidence = evidence_of(people, titled, given);

    if (evidence <= 0 || are_side_by_side(people, match) || are_at_odds(match) ||
        are_private_and_titled(people, match))
        return;
    match->points = evidence + MIN(1.5, match->near / match->forename->count);
    match->points += sex > 0.3 ? 0.2 : sex < -0.3 ? -1 : 0;
    if (isr_mention_size(titled) == 1 &&
        !isr_lists_has(people->patterns->lists, "forenames", isr_mention_part(given, 0)->text, -1))
        match->points -= 1;
}

/* No other match of either is nearly as likely. */
static gboolean is_clear(const GArray *matches, const Match *match)
{
    for (guint i = 0; i < matches->len; i++) {
        const Match *other = &g_array_index(matches, Match, i);
        if (other != match &&
            (other->surname == match->surname || other->forename == match->forename) &&
            other->points > match->points - LEAD)
            return FALSE;
    }
    return match->points >= ENOUGH;
}

void isr_pairing_join(IsrPeople *people)
{
    g_autoptr(GArray) matches = collect(people);
    g_autoptr(GArray) clear = g_array_new(FALSE, FALSE, sizeof(Match));

    for (guint i = 0; i < matches->len; i++)
        weigh(people, &g_array_index(matches, Match, i));
    for (guint i = 0; i < matches->len; i++)
        if (is_clear(matches, &g_array_index(matches, Match, i)))
            g_array_append_val(clear, g_array_index(matches, Match, i));
    for (guint i = 0; i < clear->len; i++)
        isr_merge_absorb(people, g_array_index(clear, Match, i).surname,
                         g_array_index(clear, Match, i).forename);
}
