/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Directories write "Stopforth, Will", which is read as two names where names stand in a row. Two
 * people whose names follow each other so again and again, and hardly stand otherwise, are one. */
#include "mergeindex.h"
#include "standing.h"

/* Times that the two must stand so. */
#define OFTEN 2

/* Known by one word alone that no title goes with. */
static gboolean has_one_word(const Cluster *cluster)
{
    for (guint i = 0; i < cluster->mentions->len; i++) {
        const Mention *mention = cluster->mentions->pdata[i];
        if (isr_mention_size(mention) != 1 || isr_mention_part(mention, 0)->kind != PART_PLAIN)
            return FALSE;
    }
    return TRUE;
}

/* A surname and the forename behind its comma. */
typedef struct {
    Cluster *surname, *forename;
    guint times;
} Inversion;

/* Of the two; @known leads from both their places to the number of their inversion, from 1. */
static Inversion *inversion_of(GArray *inversions, GHashTable *known, Cluster *surname,
                               Cluster *forename)
{
    const gint64 both = (gint64)surname->place << 32 | forename->place;
    const guint number = GPOINTER_TO_UINT(g_hash_table_lookup(known, &both));
    const Inversion new = {surname, forename, 0};

    if (number > 0)
        return &g_array_index(inversions, Inversion, number - 1);
    g_array_append_val(inversions, new);
    g_hash_table_insert(known, g_memdup2(&both, sizeof both), GUINT_TO_POINTER(inversions->len));
    return &g_array_index(inversions, Inversion, inversions->len - 1);
}

static void count(const IsrPeople *people, GArray *inversions)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    const guint32 comma = isr_standing_feature("between", ", ", -1);

    for (guint i = 0; i < people->ties->len; i++) {
        const Tie *tie = &g_array_index(people->ties, Tie, i);
        Cluster *surname =
            isr_merge_index_home(people->index, isr_people_mention(people, tie->before));
        Cluster *forename =
            isr_merge_index_home(people->index, isr_people_mention(people, tie->mention));
        if (tie->wording == comma && surname != NULL && forename != NULL && surname != forename &&
            has_one_word(surname) && has_one_word(forename))
            inversion_of(inversions, known, surname, forename)->times++;
    }
}

void isr_inverted_join(IsrPeople *people)
{
    g_autoptr(GArray) inversions = g_array_new(FALSE, FALSE, sizeof(Inversion));
    g_autoptr(GHashTable) gone = g_hash_table_new(NULL, NULL);

    count(people, inversions);
    for (guint i = 0; i < inversions->len; i++) {
        const Inversion *one = &g_array_index(inversions, Inversion, i);
        if (one->times < OFTEN || 4 * one->times < 3 * one->surname->count ||
            g_hash_table_contains(gone, one->surname) || g_hash_table_contains(gone, one->forename))
            continue;
        g_hash_table_add(gone, one->forename);
        isr_merge_absorb(people, one->surname, one->forename);
    }
}
