/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each person near has points; what stands between costs some, the more the further. */
#include "nearest.h"

#include "fit.h"
#include "sex.h"

#include <math.h>

/* Names on each side that are looked at. */
#define REACH 150
/* The likeliest must be so much ahead. */
#define LEAD 1.0

/* The first of people->places at or behind the place. */
static guint find_place(const IsrPeople *people, guint block, gsize start)
{
    guint low = 0, high = people->places->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;
        const Place *place = &g_array_index(people->places, Place, middle);
        if (place->block < block || (place->block == block && place->start < start))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How the person is called elsewhere, beside the way of @mention. */
static double suits_form(const Cluster *cluster, const Mention *mention)
{
    const NamePart *part = isr_mention_part(mention, isr_mention_size(mention) - 1);
    guint alone = 0, titled = 0;
    gboolean surname = FALSE;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *other = cluster->mentions->pdata[i];
        const guint n = isr_mention_size(other);
        if (n == 1 && other->kind != MENTION_TITLED && !isr_mention_part(other, 0)->surname)
            alone += other->count;
        titled += other->kind == MENTION_TITLED ? other->count : 0;
        for (guint k = 0; k < n; k++)
            surname = surname || (isr_mention_part(other, k)->surname &&
                                  g_str_equal(isr_mention_part(other, k)->key, part->key));
    }
    if (!g_hash_table_contains(cluster->surnames, part->key))
        return 1; /* a forename */
    return (surname ? 2 : 0) + (titled > 0 ? 1 : 0) - 1.5 * alone / MAX(1, cluster->count);
}

static double suits(const IsrPeople *people, const Cluster *cluster, const Mention *mention)
{
    const double sex = isr_sex_of_name(people->patterns, mention);
    const gboolean subject = cluster->person.role == ISR_ROLE_SUBJECT;

    return suits_form(cluster, mention) +
           (sex != 0 ? 2 * sex * isr_sex(people->patterns, cluster) : 0) -
           (mention->kind == MENTION_TITLED && subject ? 1 : 0);
}

/* Who can be meant. */
typedef struct {
    const IsrPeople *people;
    const Mention *mention;
    guint8 *seen; /* a bit for each person: each is asked once, where it is nearest */
    guint person; /* the likeliest */
    double most, second;
} Search;

/* TRUE the first time that it is asked of the person. */
static gboolean is_new(Search *search, guint person)
{
    const guint8 bit = (guint8)(1 << person % 8);
    const gboolean seen = search->seen[person / 8] & bit;

    search->seen[person / 8] |= bit;
    return !seen;
}

static void look_at(Search *search, guint place, double distance)
{
    const Place *at = &g_array_index(search->people->places, Place, place);
    Cluster *cluster = isr_people_cluster(search->people, at->mention);

    if (cluster == NULL || !is_new(search, cluster->person.number) ||
        !isr_fit(cluster, search->mention) ||
        isr_fit_is_denied(search->people->patterns, cluster, search->mention))
        return;
    const double points =
        suits(search->people, cluster, search->mention) - 0.5 * log2(1 + distance);
    if (points > search->most) {
        search->second = search->most;
        search->most = points;
        search->person = cluster->person.number;
    } else {
        search->second = MAX(search->second, points);
    }
}

guint isr_nearest(const IsrPeople *people, const Mention *mention, guint block, gsize start)
{
    const guint at = find_place(people, block, start);
    Search search = {people, mention, NULL, 0, -100, -100};

    if (isr_mention_size(mention) == 0)
        return 0;
    search.seen = g_new0(guint8, people->clusters->len / 8 + 1);
    for (guint n = at; n > 0 && at - n < REACH; n--)
        look_at(&search, n - 1, at - n);
    for (guint n = at; n < people->places->len && n - at < REACH; n++)
        look_at(&search, n, 2 + n - at);
    g_free(search.seen);
    return search.most >= search.second + LEAD ? search.person : 0;
}
