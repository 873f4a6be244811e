/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose dates. */
#include "dating.h"

/* Records in which a professional is met; who is met in more leads to nobody. */
#define MANY 64
/* One relative, or as many professionals. */
#define LEAST 3

/* Subjects of one record; one more is a list. */
#define FAMILY 8

static gboolean is_subject(GHashTable *ties, guint root)
{
    return g_hash_table_contains(ties, GUINT_TO_POINTER(root + 1));
}

/* TRUE if the bearer is one whose dates the record may tell: its subject, or a brother or sister
 * who has records too. */
static gboolean is_of_family(const Bearers *all, GHashTable *ties, guint n)
{
    IsrRole role = isr_bearers_nth(all, n)->role;

    return role == ISR_ROLE_SUBJECT ||
           (role == ISR_ROLE_FAMILY && is_subject(ties, isr_bearers_root(all, n)));
}

static gboolean is_list(const Bearers *all, GHashTable *ties, const BearerDocument *document)
{
    guint count = 0;

    for (guint n = document->from; n < document->to; n++)
        count += is_of_family(all, ties, n) ? 1 : 0;
    return count > FAMILY;
}

guint isr_dating_leader(GHashTable *ties, guint root)
{
    gpointer at = GUINT_TO_POINTER(root + 1), up;

    while ((up = g_hash_table_lookup(ties, at)) != at)
        at = up;
    return GPOINTER_TO_UINT(at);
}

static void tie(GHashTable *ties, guint one, guint other)
{
    guint a = isr_dating_leader(ties, one), b = isr_dating_leader(ties, other);

    g_hash_table_insert(ties, GUINT_TO_POINTER(MAX(a, b)), GUINT_TO_POINTER(MIN(a, b)));
}

static void tie_family(const Bearers *all, GHashTable *ties, const BearerDocument *document)
{
    guint first = BEARER_NONE;

    for (guint n = document->from; n < document->to; n++) {
        guint root = isr_bearers_root(all, n);

        if (!is_of_family(all, ties, n))
            continue;
        first = first == BEARER_NONE ? root : first;
        tie(ties, first, root);
    }
}

GHashTable *isr_dating_ties(const Bearers *all)
{
    GHashTable *ties = g_hash_table_new(g_direct_hash, g_direct_equal);

    for (guint n = 0; n < all->bearers->len; n++) {
        gpointer key = GUINT_TO_POINTER(isr_bearers_root(all, n) + 1);

        if (isr_bearers_nth(all, n)->role == ISR_ROLE_SUBJECT)
            g_hash_table_insert(ties, key, key);
    }
    for (guint i = 0; i < all->documents->len; i++) {
        const BearerDocument *document = isr_bearers_document(all, i);

        if (!is_list(all, ties, document))
            tie_family(all, ties, document);
    }
    return ties;
}

static guint first_subject(const Bearers *all, const BearerDocument *document)
{
    for (guint n = document->from; n < document->to; n++)
        if (isr_bearers_nth(all, n)->role == ISR_ROLE_SUBJECT)
            return isr_bearers_root(all, n);
    return BEARER_NONE;
}

static guint named_subject(const Bearers *all, GHashTable *ties, const BearerDocument *document)
{
    guint best = BEARER_NONE, most = 0;

    for (guint n = document->from; n < document->to; n++) {
        guint root = isr_bearers_root(all, n), size = isr_bearers_nth(all, root)->size;

        if (is_subject(ties, root) && size > most) {
            best = root;
            most = size;
        }
    }
    return best;
}

/* Gives the subjects of @document's records @more points, each once: @seen. */
static void vote(const Bearers *all, const BearerDocument *document, guint more, GHashTable *seen,
                 GHashTable *points)
{
    for (guint n = document->from; n < document->to; n++) {
        gpointer key = GUINT_TO_POINTER(isr_bearers_root(all, n) + 1);
        guint sum = GPOINTER_TO_UINT(g_hash_table_lookup(points, key)) + more;

        if (isr_bearers_nth(all, n)->role == ISR_ROLE_SUBJECT && g_hash_table_add(seen, key))
            g_hash_table_insert(points, key, GUINT_TO_POINTER(sum));
    }
}

static void vote_by(const Bearers *all, guint bearer, GHashTable *points)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    guint root = isr_bearers_root(all, bearer), n = root;
    gboolean works = isr_bearers_role(all, root) == ISR_ROLE_PROFESSIONAL;

    if (works && isr_bearers_nth(all, root)->size > MANY)
        return;
    do {
        vote(all, isr_bearers_document(all, isr_bearers_nth(all, n)->document), works ? 1 : LEAST,
             seen, points);
        n = isr_bearers_nth(all, n)->next;
    } while (n != root);
}

/* TRUE if @root is to be taken before @best of as many points: whoever has most records. */
static gboolean goes_before(const Bearers *all, guint root, guint best)
{
    guint size = isr_bearers_nth(all, root)->size;
    guint other = best == BEARER_NONE ? 0 : isr_bearers_nth(all, best)->size;

    return size != other ? size > other : root < best;
}

static guint likeliest(const Bearers *all, GHashTable *points)
{
    guint best = BEARER_NONE, most = 0;
    GHashTableIter iter;
    gpointer key, value;

    g_hash_table_iter_init(&iter, points);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        guint sum = GPOINTER_TO_UINT(value), root = GPOINTER_TO_UINT(key) - 1;

        if (sum > most || (sum == most && goes_before(all, root, best))) {
            most = sum;
            best = root;
        }
    }
    return most >= LEAST ? best : BEARER_NONE;
}

guint isr_dating_whose(const Bearers *all, GHashTable *ties, guint document)
{
    const BearerDocument *record = isr_bearers_find_document(all, document);
    g_autoptr(GHashTable) points = NULL;
    guint named;

    if (!record || is_list(all, ties, record))
        return BEARER_NONE;
    named = first_subject(all, record);
    if (named == BEARER_NONE)
        named = named_subject(all, ties, record);
    if (named != BEARER_NONE)
        return named;
    points = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint n = record->from; n < record->to; n++)
        vote_by(all, n, points);
    return likeliest(all, points);
}
