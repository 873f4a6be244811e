/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links are kept by the number of the person, from 1. */
#include "circle.h"

/* People of one surname that are linked; in a long list of pupils it says nothing. */
#define MOST_NAMESAKES 40

struct Circles {
    GPtrArray *links; /* of GArray of Link, by number - 1 */
};

static void lead(Circles *circles, const Cluster *cluster, const Cluster *other, LinkKind kind,
                 const Tie *tie)
{
    const Link one = {other, tie != NULL ? tie->wording : 0, tie != NULL ? tie->shape : 0, kind};

    if (cluster != NULL && other != NULL && cluster != other)
        g_array_append_val((GArray *)circles->links->pdata[cluster->person.number - 1], one);
}

static void link_both(Circles *circles, const Cluster *cluster, const Cluster *other,
                      LinkKind there, LinkKind back, const Tie *tie)
{
    lead(circles, cluster, other, there, tie);
    lead(circles, other, cluster, back, tie);
}

/* Links @cluster with all before it who bear @surname. */
static void link_namesakes(Circles *circles, GHashTable *bearers, const char *surname,
                           const Cluster *cluster)
{
    GPtrArray *before = g_hash_table_lookup(bearers, surname);

    if (before == NULL) {
        before = g_ptr_array_new();
        g_hash_table_insert(bearers, (gpointer)surname, before);
    }
    if (before->len >= MOST_NAMESAKES)
        return;
    for (guint i = 0; i < before->len; i++)
        link_both(circles, cluster, before->pdata[i], LINK_SURNAME, LINK_SURNAME, NULL);
    g_ptr_array_add(before, (gpointer)cluster);
}

static void link_surnames(Circles *circles, const IsrPeople *people)
{
    g_autoptr(GHashTable) bearers =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

    for (guint i = 0; i < people->clusters->len; i++) {
        const Cluster *cluster = people->clusters->pdata[i];
        GHashTableIter iter;
        gpointer key;

        g_hash_table_iter_init(&iter, cluster->surnames);
        while (g_hash_table_iter_next(&iter, &key, NULL))
            link_namesakes(circles, bearers, key, cluster);
    }
}

static void link_relatives(Circles *circles, const IsrPeople *people)
{
    for (guint i = 0; i < people->mentions->len; i++) {
        const Mention *mention = people->mentions->pdata[i];

        if (mention->relative > 0)
            link_both(circles, isr_people_cluster(people, i + 1),
                      isr_people_cluster(people, mention->relative),
                      mention->perhaps ? LINK_PERHAPS : LINK_RELATIVE,
                      mention->perhaps ? LINK_PERHAPS_OWNER : LINK_OWNER, NULL);
    }
}

Circles *isr_circles_new(const IsrPeople *people)
{
    Circles *circles = g_new0(Circles, 1);

    circles->links = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < people->clusters->len; i++)
        g_ptr_array_add(circles->links, g_array_new(FALSE, FALSE, sizeof(Link)));
    link_surnames(circles, people);
    link_relatives(circles, people);
    for (guint i = 0; i < people->pairs->len; i++) {
        const Pair *pair = &g_array_index(people->pairs, Pair, i);
        link_both(circles, isr_people_cluster(people, pair->one),
                  isr_people_cluster(people, pair->other), LINK_PAIR, LINK_PAIR, NULL);
    }
    for (guint i = 0; i < people->ties->len; i++) {
        const Tie *tie = &g_array_index(people->ties, Tie, i);
        link_both(circles, isr_people_cluster(people, tie->mention),
                  isr_people_cluster(people, tie->before), LINK_BEFORE, LINK_BEHIND, tie);
    }
    return circles;
}

void isr_circles_free(Circles *circles)
{
    if (circles == NULL)
        return;
    g_ptr_array_unref(circles->links);
    g_free(circles);
}

const GArray *isr_circles_of(const Circles *circles, const Cluster *cluster)
{
    return circles->links->pdata[cluster->person.number - 1];
}
