/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An index with open places, at most half of them taken, leads to the answers. */
#include "memo.h"

#include "largetable.h"

#include <string.h>

/* Places of a new index, and answers there is room for at first. */
#define FIRST_PLACES 256
#define FIRST_ROOM 32

typedef struct {
    guint32 mark;   /* the lower half of the fingerprint */
    guint32 number; /* of the answer, from 1 on; 0: free */
} Place;

struct IsrMemo {
    Place *places;
    guint n_places; /* a power of two */
    guint8 *rows;   /* of each answer: its fingerprint, then itself */
    gsize row;      /* bytes of one */
    guint n, room, most;
};

IsrMemo *isr_memo_new(gsize size, guint most)
{
    IsrMemo *memo = g_new0(IsrMemo, 1);

    memo->row = sizeof(guint64) + (size + 7) / 8 * 8;
    memo->most = most;
    memo->n_places = FIRST_PLACES;
    memo->places = g_new0(Place, FIRST_PLACES);
    memo->room = MIN(FIRST_ROOM, most);
    memo->rows = g_malloc(memo->room * memo->row);
    return memo;
}

void isr_memo_free(IsrMemo *memo)
{
    if (memo == NULL)
        return;
    g_free(memo->places);
    g_free(memo->rows);
    g_free(memo);
}

static guint8 *row_nth(const IsrMemo *memo, guint number)
{
    return memo->rows + (number - 1) * memo->row;
}

static guint64 print_nth(const IsrMemo *memo, guint number)
{
    guint64 print;

    memcpy(&print, row_nth(memo, number), sizeof print);
    return print;
}

/* The place of @print, or the free one that it would have. */
static Place *place_for(const IsrMemo *memo, guint64 print)
{
    guint at = (guint)((print * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15)) >> 32);

    for (;; at++) {
        Place *place = &memo->places[at & (memo->n_places - 1)];

        if (place->number == 0 ||
            (place->mark == (guint32)print && print_nth(memo, place->number) == print))
            return place;
    }
}

static void put(IsrMemo *memo, guint64 print, guint number)
{
    *place_for(memo, print) = (Place){(guint32)print, number};
}

static void grow_index(IsrMemo *memo)
{
    g_free(memo->places);
    memo->n_places *= 2;
    memo->places = isr_large_table_new(memo->n_places * sizeof(Place));
    for (guint number = 1; number <= memo->n; number++)
        put(memo, print_nth(memo, number), number);
}

static void forget(IsrMemo *memo)
{
    memset(memo->places, 0, memo->n_places * sizeof(Place));
    memo->n = 0;
}

static void make_room(IsrMemo *memo)
{
    if (memo->n == memo->most)
        forget(memo);
    if (memo->n == memo->room) {
        memo->room = MIN(2 * memo->room, memo->most);
        memo->rows = g_realloc(memo->rows, memo->room * memo->row);
    }
    if (2 * (memo->n + 1) > memo->n_places)
        grow_index(memo);
}

gpointer isr_memo_find(IsrMemo *memo, guint64 print, gboolean *known)
{
    const Place *place = place_for(memo, print);

    *known = place->number > 0;
    if (*known)
        return row_nth(memo, place->number) + sizeof print;
    make_room(memo);
    memo->n++;
    memcpy(row_nth(memo, memo->n), &print, sizeof print);
    put(memo, print, memo->n);
    return row_nth(memo, memo->n) + sizeof print;
}
