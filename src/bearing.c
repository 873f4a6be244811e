/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Features of places are summed over all mentions of the person; those that most of the mentions
 * share count as such too. The rest are measures of the person as a whole. Beside others places
 * count by what they came to alone: the second model is small, so that it cannot learn the records
 * by heart. */
#include "bearing.h"

#include "appellation.h"
#include "meaning.h"

#include <math.h>
#include <string.h>

/* A feature met more often says little more. */
#define MOST_TIMES 5
#define STEP 0.3f
/* How much of what was found of everybody alone stays. */
#define SHARE_ALONE 0.5
/* Of the mentions that have a feature, for it to be what mostly stands there. */
#define MOSTLY 0.6f
/* How likely a role is at least, where one is held against another. */
#define LEAST 0.05

void isr_bearing_put(GArray *traits, Standing kind, const char *tag, const char *text, double value)
{
    const Trait trait = {isr_standing_feature(tag, text, -1), (float)value, kind};

    if (value != 0)
        g_array_append_val(traits, trait);
}

/* The times of all mentions of the person, by feature. */
static GHashTable *sum_places(const Cluster *cluster)
{
    GHashTable *sum = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        GHashTableIter iter;
        gpointer key, packed;

        if (mention->traits == NULL)
            continue;
        g_hash_table_iter_init(&iter, mention->traits);
        while (g_hash_table_iter_next(&iter, &key, &packed)) {
            const guint before = isr_standing_times(g_hash_table_lookup(sum, key));
            const guint times = MIN(before + isr_standing_times(packed), G_MAXUINT16);

            g_hash_table_insert(sum, key, GUINT_TO_POINTER(times << 8 | isr_standing_kind(packed)));
        }
    }
    return sum;
}

/* The twin of a feature, for who has it mostly. */
static guint32 mostly(guint32 feature)
{
    return (feature ^ 0x9e3779b9u) * 0x85ebca6bu;
}

static void put_places(GArray *traits, const Cluster *cluster)
{
    g_autoptr(GHashTable) sum = sum_places(cluster);
    GHashTableIter iter;
    gpointer key, packed;

    g_hash_table_iter_init(&iter, sum);
    while (g_hash_table_iter_next(&iter, &key, &packed)) {
        const guint times = isr_standing_times(packed);
        const guint32 feature = GPOINTER_TO_UINT(key);
        const Trait met = {feature, 1 + STEP * (float)(MIN(times, MOST_TIMES) - 1),
                           isr_standing_kind(packed)};
        const Trait most = {mostly(feature), 0.5f, met.kind};

        g_array_append_val(traits, met);
        if ((float)times >= MOSTLY * (float)cluster->count)
            g_array_append_val(traits, most);
    }
}

/* What the words around all names of the person mean. */
static void put_meaning(GArray *traits, const Bearings *all, const Cluster *cluster)
{
    g_autoptr(Meaning) sum = isr_meaning_new(all->people->patterns->vectors);

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        if (mention->meaning != NULL)
            isr_meaning_join(sum, mention->meaning);
    }
    isr_meaning_put(sum, traits);
}

/* What labels, tables and wordings say. */
static void put_evidence(GArray *traits, const Cluster *cluster)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (IsrRole role = 0; role < ISR_ROLE_UNSURE; role++) {
        isr_bearing_put(traits, STANDING_LABEL, "vote", isr_role_id(role),
                        MIN(cluster->votes[role], 4) / 2);
        isr_bearing_put(traits, STANDING_CUE, "points", isr_role_id(role),
                        CLAMP(cluster->points[role], -3, 3) / 2);
    }
    if (cluster->person.kin != NULL)
        isr_bearing_put(traits, STANDING_LABEL, "called", cluster->person.kin, 1);
    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        if (mention->reason != NULL && g_hash_table_add(seen, (gpointer)mention->reason))
            isr_bearing_put(traits, STANDING_LABEL, mention->reason, isr_role_id(mention->role), 1);
        for (guint n = 0; n < mention->cues->len; n++)
            if (g_hash_table_add(seen, mention->cues->pdata[n]))
                isr_bearing_put(traits, STANDING_CUE, "cue",
                                ((const IsrCue *)mention->cues->pdata[n])->id, 1);
    }
}

/* Blocks of a record of which the first is its title. */
#define SEVERAL 3

/* How often and how early they are named, and what else the record has of them. */
static void put_measures(GArray *traits, const Bearings *all, const Cluster *cluster)
{
    char rank[] = {(char)('0' + MIN(cluster->person.number - 1, 5)), 0};
    char numbers[] = {(char)('0' + MIN(isr_subject_numbers(cluster), 3)), 0};

    isr_bearing_put(traits, STANDING_PLACE, "often", "", log1p(cluster->count));
    isr_bearing_put(traits, STANDING_PLACE, "share", "",
                    4.0 * cluster->count / MAX(1, all->mentions));
    isr_bearing_put(traits, STANDING_PLACE, "beside most", "",
                    1.0 * cluster->count / MAX(1, all->most));
    isr_bearing_put(traits, STANDING_PLACE, "most", "", cluster->count == all->most);
    isr_bearing_put(traits, STANDING_PLACE, "early", "",
                    1.0 * all->first[cluster->person.number - 1] /
                        MAX(1, all->people->places->len));
    isr_bearing_put(traits, STANDING_PLACE, "rank", rank, 1);
    isr_bearing_put(traits, STANDING_PLACE, "title", "",
                    cluster->block == 0 && all->people->block >= SEVERAL);
    isr_bearing_put(traits, STANDING_PLACE, "numbers", numbers, 1);
    isr_bearing_put(traits, STANDING_PLACE, "headed", "",
                    isr_subject_is_headed(all->people, cluster));
    isr_bearing_put(traits, STANDING_PLACE, "claim", "", CLAMP(cluster->claim, -2, 8) / 4);
    isr_bearing_put(traits, STANDING_PLACE, "best claim", "", cluster->claim >= all->claim);
    isr_bearing_put(traits, STANDING_PLACE, "once", "", cluster->count == 1);
}

static gboolean stands_behind(const Trait *one, const Trait *other)
{
    return one->feature != other->feature ? one->feature > other->feature
                                          : one->value > other->value;
}

/* Features are spread evenly: a chest of drawers by their first bits leaves little to be sorted. */
#define DRAWER_BITS 8

/* A drawer of more is sorted by halves: whom a record names ten thousand times beside the same
 * people has one feature as often. */
#define MOST_INSERTED 64

/* Puts the @n traits at @from in order of their drawers at @to; @ends becomes where each ends. */
static void put_in_drawers(const Trait *from, Trait *to, guint n, guint *ends)
{
    for (guint i = 0; i < n; i++)
        ends[(from[i].feature >> (32 - DRAWER_BITS)) + 1]++;
    for (guint i = 1; i <= 1 << DRAWER_BITS; i++)
        ends[i] += ends[i - 1];
    for (guint i = 0; i < n; i++)
        to[ends[from[i].feature >> (32 - DRAWER_BITS)]++] = from[i];
}

static gint by_feature(gconstpointer a, gconstpointer b, gpointer data)
{
    (void)data;
    return stands_behind(a, b) - stands_behind(b, a);
}

/* Those of one drawer; equal ones stay in their order. */
static void sort_drawer(Trait *traits, guint n)
{
    if (n > MOST_INSERTED) {
        g_qsort_with_data(traits, (gint)n, sizeof *traits, by_feature, NULL);
        return;
    }
    for (guint i = 1; i < n; i++) {
        const Trait trait = traits[i];
        guint at = i;

        for (; at > 0 && stands_behind(&traits[at - 1], &trait); at--)
            traits[at] = traits[at - 1];
        traits[at] = trait;
    }
}

/* Puts traits in order by feature and value. */
static void sort_traits(Trait *traits, guint n)
{
    g_autofree Trait *unsorted = g_memdup2(traits, n * sizeof *traits);
    guint ends[(1 << DRAWER_BITS) + 1] = {0};

    put_in_drawers(unsorted, traits, n, ends);
    for (guint i = 0, from = 0; i < 1 << DRAWER_BITS; from = ends[i++])
        sort_drawer(traits + from, ends[i] - from);
}

/* Orders traits and leaves one of each feature, that of the greatest value. */
static GArray *sort_once(GArray *traits)
{
    guint kept = 0;

    sort_traits((Trait *)(gpointer)traits->data, traits->len);
    for (guint i = 0; i < traits->len; i++) {
        const Trait *trait = &g_array_index(traits, Trait, i);
        if (kept > 0 && g_array_index(traits, Trait, kept - 1).feature == trait->feature)
            kept--;
        g_array_index(traits, Trait, kept++) = *trait;
    }
    g_array_set_size(traits, kept);
    return traits;
}

static GArray *gather(const Bearings *all, const Cluster *cluster)
{
    GArray *traits = g_array_new(FALSE, FALSE, sizeof(Trait));

    put_places(traits, cluster);
    put_meaning(traits, all, cluster);
    put_evidence(traits, cluster);
    put_measures(traits, all, cluster);
    isr_appellation_put(traits, all->people, cluster);
    return traits;
}

GArray *isr_bearing_alone(const Bearings *all, const Cluster *cluster)
{
    return sort_once(gather(all, cluster));
}

/* A relative of the subject or the family is family, one of a third party's is none. @sum: how
 * likely each role is for the @n whose relative the person is. */
static void put_theirs(GArray *traits, const char *name, const double *sum, guint n)
{
    const double family = (sum[ISR_ROLE_SUBJECT] + sum[ISR_ROLE_FAMILY]) / n;
    const double third = sum[ISR_ROLE_THIRD_PARTY] / n;
    const double lead = log((family + LEAST) / (third + LEAST));

    isr_bearing_put(traits, STANDING_FAMILY, "of theirs", name, lead);
    isr_bearing_put(traits, STANDING_FAMILY, "of theirs", "", lead);
}

/* What is known of those with whom the record links the person: of each kind of link the mean and
 * the most of each role, and the same for the wordings between two names. */
static void put_links(GArray *traits, const GArray *links)
{
    static const char *const names[N_LINKS] = {"surname",       "relative", "owner",  "perhaps",
                                               "perhaps owner", "pair",     "before", "behind",
                                               "block",         "column",   "fellow"};
    double sum[N_LINKS][ISR_N_ROLES] = {{0}}, most[N_LINKS][ISR_N_ROLES] = {{0}};
    guint n[N_LINKS] = {0};

    for (guint i = 0; i < links->len; i++) {
        const Link *link = &g_array_index(links, Link, i);
        n[link->kind]++;
        for (guint role = 0; role < BEARING_ROLES; role++) {
            const double likely = link->other->likely[role];
            const guint32 turn = 7 * role + 11 + link->kind;
            const Trait worded = {link->wording * turn, (float)likely, STANDING_COMPANY};
            const Trait shaped = {link->shape * turn, (float)likely, STANDING_COMPANY};
            sum[link->kind][role] += likely;
            most[link->kind][role] = MAX(most[link->kind][role], likely);
            if (link->wording != 0)
                g_array_append_val(traits, worded);
            if (link->shape != 0 && link->shape != link->wording)
                g_array_append_val(traits, shaped);
        }
    }
    if (n[LINK_RELATIVE] > 0)
        put_theirs(traits, "relative", sum[LINK_RELATIVE], n[LINK_RELATIVE]);
    if (n[LINK_PERHAPS] > 0)
        put_theirs(traits, "perhaps", sum[LINK_PERHAPS], n[LINK_PERHAPS]);
    for (guint kind = 0; kind < N_LINKS; kind++) {
        const Standing of = kind <= LINK_PERHAPS_OWNER ? STANDING_FAMILY : STANDING_COMPANY;
        isr_bearing_put(traits, of, "no link", names[kind], n[kind] == 0);
        for (guint role = 0; n[kind] > 0 && role < BEARING_ROLES; role++) {
            g_autofree char *text = g_strconcat(names[kind], isr_role_id((IsrRole)role), NULL);
            isr_bearing_put(traits, of, "mean", text, 1.5 * sum[kind][role] / n[kind]);
            isr_bearing_put(traits, of, "most", text, most[kind][role]);
        }
    }
}

/* What the others are found to be who are named in the same way. */
static void put_named(GArray *traits, const Bearings *all, const Cluster *cluster)
{
    static const char *const ways[N_NAMED] = {"word", "titled", "initial",
                                              "full", "both",   "speaks"};
    const Named way = isr_appellation(cluster);
    const guint others = all->named[way] - 1;

    isr_bearing_put(traits, STANDING_FORM, "named", ways[way], 1);
    isr_bearing_put(traits, STANDING_FORM, "named alone", ways[way], others == 0);
    for (guint role = 0; others > 0 && role < BEARING_ROLES; role++) {
        g_autofree char *text = g_strconcat(ways[way], isr_role_id((IsrRole)role), NULL);
        const double mean = (all->sums[way][role] - cluster->likely[role]) / others;
        isr_bearing_put(traits, STANDING_COMPANY, "named like", isr_role_id((IsrRole)role), mean);
        isr_bearing_put(traits, STANDING_COMPANY, "named like", text, mean);
    }
}

/* What the others of the record are, together. */
static void put_others(GArray *traits, const Bearings *all, const Cluster *cluster)
{
    guint others = 0;

    for (guint way = 0; way < N_NAMED; way++)
        others += all->named[way];
    for (guint role = 0; others > 1 && role < BEARING_ROLES; role++) {
        double sum = -cluster->likely[role];
        for (guint way = 0; way < N_NAMED; way++)
            sum += all->sums[way][role];
        isr_bearing_put(traits, STANDING_COMPANY, "others", isr_role_id((IsrRole)role),
                        sum / (others - 1));
    }
}

/* What they were found to be alone, and who else may be the subject. */
static void put_first_look(GArray *traits, const Bearings *all, const Cluster *cluster)
{
    const double own = cluster->likely[ISR_ROLE_SUBJECT];
    const double best = own >= all->best ? all->second : all->best;

    for (guint role = 0; role < BEARING_ROLES; role++)
        isr_bearing_put(traits, STANDING_WORDS, "alone", isr_role_id((IsrRole)role),
                        log(MAX(cluster->likely[role], 0.01)) / 2);
    isr_bearing_put(traits, STANDING_PLACE, "likeliest subject", "", own >= all->best);
    isr_bearing_put(traits, STANDING_PLACE, "second subject", "",
                    own < all->best && own >= all->second);
    isr_bearing_put(traits, STANDING_PLACE, "other subject", "", best);
    isr_bearing_put(traits, STANDING_PLACE, "lead", "", log(MAX(own, 0.01) / MAX(best, 0.01)) / 2);
}

GArray *isr_bearing_among(const Bearings *all, const Cluster *cluster)
{
    GArray *traits = g_array_new(FALSE, FALSE, sizeof(Trait));

    put_evidence(traits, cluster);
    put_measures(traits, all, cluster);
    isr_appellation_put(traits, all->people, cluster);
    put_links(traits, isr_circles_of(all->circles, cluster));
    put_first_look(traits, all, cluster);
    put_named(traits, all, cluster);
    put_others(traits, all, cluster);
    return sort_once(traits);
}

void isr_bearing_weigh(const IsrClassifier *model, const GArray *traits, double *likely)
{
    IsrTally tally;

    isr_classifier_begin(model, &tally);
    for (guint i = 0; i < traits->len; i++) {
        const Trait *trait = &g_array_index(traits, Trait, i);
        isr_classifier_add(model, &tally, trait->feature, trait->value);
    }
    isr_classifier_end(model, &tally);
    for (guint role = 0; role < ISR_N_ROLES; role++)
        likely[role] = role < BEARING_ROLES ? (double)tally.sums[role] : 0;
}

/* What to say of each kind of features. */
static const char *const reasons[N_STANDINGS] = {
    [STANDING_WORDS] = "the words beside the name",
    [STANDING_KIN] = "a word for a relative beside the name",
    [STANDING_WORK] = "a word for a job or a service beside the name",
    [STANDING_COMPANY] = "the people named beside this one",
    [STANDING_TABLE] = "where the name stands in a table",
    [STANDING_LINE] = "the heading or the line in which the name stands",
    [STANDING_FORM] = "how the name is written",
    [STANDING_PLACE] = "how often and how early the name stands in the record",
    [STANDING_LABEL] = "a label or field beside the name",
    [STANDING_CUE] = "wordings around the name",
    [STANDING_FAMILY] = "whose surname it is, or whose relative",
};

/* What of @traits speaks most for @role. */
static const char *reason_for(const IsrClassifier *model, const GArray *traits, IsrRole role)
{
    double sums[N_STANDINGS] = {0};
    guint best = 0;

    for (guint i = 0; i < traits->len; i++) {
        const Trait *trait = &g_array_index(traits, Trait, i);
        sums[trait->kind] +=
            (double)(trait->value * isr_classifier_weight(model, trait->feature, role));
    }
    for (guint i = 1; i < N_STANDINGS; i++)
        best = sums[i] > sums[best] ? i : best;
    return reasons[best];
}

/* For each person the number of the place where they are first named. */
static guint *find_first(const IsrPeople *people)
{
    guint *first = g_new0(guint, MAX(1, people->clusters->len));

    for (guint i = people->places->len; i > 0; i--) {
        const Place *place = &g_array_index(people->places, Place, i - 1);
        const Cluster *cluster = isr_people_cluster(people, place->mention);
        if (cluster != NULL)
            first[cluster->person.number - 1] = i - 1;
    }
    return first;
}

Bearings *isr_bearings_new(const IsrPeople *people)
{
    Bearings *all = g_new0(Bearings, 1);

    all->people = people;
    all->circles = isr_circles_new(people);
    all->first = find_first(people);
    all->claim = -100;
    for (guint i = 0; i < people->clusters->len; i++) {
        const Cluster *cluster = people->clusters->pdata[i];
        all->mentions += cluster->count;
        all->most = MAX(all->most, cluster->count);
        all->claim = MAX(all->claim, cluster->claim);
    }
    return all;
}

void isr_bearings_look(Bearings *all)
{
    all->best = all->second = 0;
    memset(all->sums, 0, sizeof all->sums);
    memset(all->named, 0, sizeof all->named);
    for (guint i = 0; i < all->people->clusters->len; i++) {
        const Cluster *cluster = all->people->clusters->pdata[i];
        const double own = cluster->likely[ISR_ROLE_SUBJECT];
        const Named way = isr_appellation(cluster);
        all->named[way]++;
        for (guint role = 0; role < BEARING_ROLES; role++)
            all->sums[way][role] += cluster->likely[role];
        all->second = own > all->best ? all->best : MAX(all->second, own);
        all->best = MAX(all->best, own);
    }
}

void isr_bearings_free(Bearings *all)
{
    if (all == NULL)
        return;
    isr_circles_free(all->circles);
    g_free(all->first);
    g_free(all);
}

void isr_bearing_blend(double *among, const double *alone)
{
    for (guint role = 0; role < ISR_N_ROLES; role++)
        among[role] = (1 - SHARE_ALONE) * among[role] + SHARE_ALONE * alone[role];
}

void isr_bearing_judge(IsrPeople *people)
{
    const guint n = people->clusters->len;
    g_autofree double *among = g_new(double, (gsize)MAX(n, 1) * ISR_N_ROLES);
    g_autoptr(Bearings) all = isr_bearings_new(people);

    for (guint i = 0; i < n; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        g_autoptr(GArray) traits = isr_bearing_alone(all, cluster);
        isr_bearing_weigh(people->patterns->alone, traits, cluster->likely);
    }
    isr_bearings_look(all);
    for (guint i = 0; i < n; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        g_autoptr(GArray) traits = isr_bearing_among(all, cluster);
        isr_bearing_weigh(people->patterns->among, traits, among + (gsize)i * ISR_N_ROLES);
        isr_bearing_blend(among + (gsize)i * ISR_N_ROLES, cluster->likely);
        for (IsrRole role = 0; role < ISR_ROLE_REFERRER; role++)
            cluster->because[role] = reason_for(people->patterns->among, traits, role);
    }
    for (guint i = 0; i < n; i++)
        memcpy(((Cluster *)people->clusters->pdata[i])->likely, among + (gsize)i * ISR_N_ROLES,
               ISR_N_ROLES * sizeof(double));
}
