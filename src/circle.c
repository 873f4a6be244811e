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

/* Names of a paragraph, and of a column, to which each is linked. */
#define BLOCK_REACH 6
#define COLUMN_REACH 12
/* Rows without names that may stand between two of a column. */
#define ROWS_BETWEEN 3

/* The names before place @n of the paragraph or row in which it stands. */
static void link_block(Circles *circles, const IsrPeople *people, guint n)
{
    const Place *place = &g_array_index(people->places, Place, n);
    const Cluster *cluster = isr_people_cluster(people, place->mention);

    for (guint back = 1; back <= MIN(n, BLOCK_REACH); back++) {
        const Place *other = &g_array_index(people->places, Place, n - back);

        if (other->block != place->block)
            return;
        link_both(circles, cluster, isr_people_cluster(people, other->mention), LINK_BLOCK,
                  LINK_BLOCK, NULL);
    }
}

static void link_column(Circles *circles, const IsrPeople *people, guint n)
{
    const Place *place = &g_array_index(people->places, Place, n);
    const Cluster *cluster = isr_people_cluster(people, place->mention);
    guint block = place->block;

    for (guint back = 1; place->column > 0 && back <= MIN(n, COLUMN_REACH); back++) {
        const Place *other = &g_array_index(people->places, Place, n - back);

        if (other->column == 0 || block - other->block > ROWS_BETWEEN)
            return;
        block = other->block;
        if (other->column == place->column && block != place->block)
            link_both(circles, cluster, isr_people_cluster(people, other->mention), LINK_COLUMN,
                      LINK_COLUMN, NULL);
    }
}

/* Paragraphs between the dates of birth of two children of one record, their years between them,
 * and people to whom each is linked. */
#define FELLOWS_APART 2
#define YEARS_APART 16
#define FELLOWS 6

typedef struct {
    const Cluster *cluster;
    Number number;
} Holder;

static gint by_place(gconstpointer a, gconstpointer b)
{
    const Holder *one = a, *other = b;

    if (one->number.category != other->number.category)
        return one->number.category < other->number.category ? -1 : 1;
    if (one->number.block != other->number.block)
        return one->number.block < other->number.block ? -1 : 1;
    return (one->cluster->person.number > other->cluster->person.number) -
           (one->cluster->person.number < other->cluster->person.number);
}

static gboolean are_fellows(const Holder *one, const Holder *other)
{
    const guint born = one->cluster->born, later = other->cluster->born;

    return one->number.category == other->number.category &&
           other->number.block - one->number.block <= FELLOWS_APART &&
           (born == 0 || later == 0 || (later > born ? later - born : born - later) <= YEARS_APART);
}

/* Links those whose dates of birth or numbers stand side by side. */
static void link_fellows(Circles *circles, const IsrPeople *people)
{
    g_autoptr(GArray) holders = g_array_new(FALSE, FALSE, sizeof(Holder));

    for (guint i = 0; i < people->clusters->len; i++) {
        const Cluster *cluster = people->clusters->pdata[i];
        for (guint n = 0; cluster->numbers != NULL && n < cluster->numbers->len; n++) {
            const Holder holder = {cluster, g_array_index(cluster->numbers, Number, n)};
            g_array_append_val(holders, holder);
        }
    }
    g_array_sort(holders, by_place);
    for (guint i = 0; i < holders->len; i++) {
        const Holder *one = &g_array_index(holders, Holder, i);
        for (guint n = i + 1; n < holders->len && n - i <= FELLOWS; n++) {
            const Holder *other = &g_array_index(holders, Holder, n);
            if (are_fellows(one, other))
                link_both(circles, one->cluster, other->cluster, LINK_FELLOW, LINK_FELLOW, NULL);
        }
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
    link_fellows(circles, people);
    for (guint i = 0; i < people->pairs->len; i++) {
        const Pair *pair = &g_array_index(people->pairs, Pair, i);
        link_both(circles, isr_people_cluster(people, pair->one),
                  isr_people_cluster(people, pair->other), LINK_PAIR, LINK_PAIR, NULL);
    }
    for (guint i = 0; i < people->places->len; i++) {
        link_block(circles, people, i);
        link_column(circles, people, i);
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
