/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each way counts by its share of all times that the person is named. */
#include "appellation.h"

#include "bearing.h"

#include <math.h>

/* What the mentions of a person have in common. */
typedef struct {
    guint longest;           /* parts of the longest name */
    guint titled, one, bare; /* times named with a title, by one word, by the surname alone */
    gboolean relative, perhaps, young, grown_up;
} Ways;

/* TRUE for a surname that stands without title: "Sorrell". */
static gboolean is_bare_surname(const Cluster *cluster, const Mention *mention)
{
    return isr_mention_size(mention) == 1 && mention->kind != MENTION_TITLED &&
           g_hash_table_contains(cluster->surnames, isr_mention_part(mention, 0)->key);
}

static Ways ways_of(const Cluster *cluster)
{
    Ways ways = {0};

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        const gboolean titled = mention->kind == MENTION_TITLED;

        ways.longest = MAX(ways.longest, isr_mention_size(mention));
        ways.titled += titled ? mention->count : 0;
        ways.one += isr_mention_size(mention) == 1 && !titled ? mention->count : 0;
        ways.bare += is_bare_surname(cluster, mention) ? mention->count : 0;
        ways.relative = ways.relative || mention->relative > 0;
        ways.perhaps = ways.perhaps || mention->perhaps;
        ways.young = ways.young || mention->young;
        ways.grown_up = ways.grown_up || mention->grown_up;
    }
    return ways;
}

static void put_addressed(GArray *traits, const IsrPeople *people, const Cluster *cluster)
{
    gboolean addressed = FALSE;

    for (guint i = 0; !addressed && i < people->addressed->len; i++)
        addressed =
            isr_people_cluster(people, g_array_index(people->addressed, guint, i)) == cluster;
    if (!addressed)
        return;
    isr_bearing_put(traits, STANDING_LINE, "addressed", "", 1);
    isr_bearing_put(traits, STANDING_LINE, "addressed to you", "", people->to_you >= 5);
    isr_bearing_put(traits, STANDING_LINE, "addressed to parent", "", people->to_parents > 0);
    isr_bearing_put(traits, STANDING_LINE, "addressed to colleague", "", people->to_colleagues > 0);
}

void isr_appellation_put(GArray *traits, const IsrPeople *people, const Cluster *cluster)
{
    const Ways ways = ways_of(cluster);
    const double n = MAX(1, cluster->count);
    char longest[] = {(char)('0' + MIN(ways.longest, 4)), 0};

    isr_bearing_put(traits, STANDING_FORM, "longest", longest, 1);
    isr_bearing_put(traits, STANDING_FORM, "ways", "", log1p(cluster->mentions->len));
    isr_bearing_put(traits, STANDING_FORM, "titled", "", ways.titled / n);
    isr_bearing_put(traits, STANDING_FORM, "never titled", "", ways.titled == 0);
    isr_bearing_put(traits, STANDING_FORM, "one word", "", ways.one / n);
    isr_bearing_put(traits, STANDING_FORM, "only one word", "",
                    ways.longest == 1 && ways.titled == 0);
    isr_bearing_put(traits, STANDING_FORM, "surname alone", "", ways.bare / n);
    isr_bearing_put(traits, STANDING_FORM, "young", "", ways.young);
    isr_bearing_put(traits, STANDING_FORM, "grown up", "", ways.grown_up);
    isr_bearing_put(traits, STANDING_FAMILY, "relative", "", ways.relative);
    isr_bearing_put(traits, STANDING_FAMILY, "perhaps relative", "", ways.perhaps);
    put_addressed(traits, people, cluster);
}

Named isr_appellation(const Cluster *cluster)
{
    gboolean titled = FALSE, initial = FALSE, word = FALSE, full = FALSE;

    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        const guint n = isr_mention_size(mention);
        if (mention->speaks)
            return NAMED_SPEAKER;
        titled = titled || mention->kind == MENTION_TITLED;
        initial = initial || (n > 1 && isr_mention_part(mention, 0)->kind == PART_INITIAL);
        word = word || (n == 1 && mention->kind != MENTION_TITLED);
        full = full || (n > 1 && isr_mention_part(mention, 0)->kind == PART_PLAIN);
    }
    return titled         ? NAMED_TITLED
           : initial      ? NAMED_INITIAL
           : full && word ? NAMED_BOTH
           : full         ? NAMED_FULLY
                          : NAMED_ONE_WORD;
}
