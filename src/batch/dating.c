/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose dates. */
#include "dating.h"

/* Records in which a professional is met; who is met in more leads to nobody. */
#define MANY 64
/* One relative, or as many professionals. */
#define LEAST 3

static gboolean is_subject(GHashTable *subjects, guint root)
{
    return g_hash_table_contains(subjects, GUINT_TO_POINTER(root + 1));
}

static gboolean has_subject(const Bearers *all, const BearerDocument *document)
{
    for (guint n = document->from; n < document->to; n++)
        if (isr_bearers_nth(all, n)->role == ISR_ROLE_SUBJECT)
            return TRUE;
    return FALSE;
}

static guint named_subject(const Bearers *all, GHashTable *subjects, const BearerDocument *document)
{
    guint best = BEARER_NONE, most = 0;

    for (guint n = document->from; n < document->to; n++) {
        guint root = isr_bearers_root(all, n), size = isr_bearers_nth(all, root)->size;

        if (is_subject(subjects, root) && size > most) {
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
    gboolean works = isr_bearers_nth(all, bearer)->role == ISR_ROLE_PROFESSIONAL;

    if (works && isr_bearers_nth(all, root)->size > MANY)
        return;
    do {
        vote(all, isr_bearers_document(all, isr_bearers_nth(all, n)->document), works ? 1 : LEAST,
             seen, points);
        n = isr_bearers_nth(all, n)->next;
    } while (n != root);
}

static guint clearest(GHashTable *points)
{
    guint best = BEARER_NONE, most = 0, second = 0;
    GHashTableIter iter;
    gpointer key, value;

    g_hash_table_iter_init(&iter, points);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        guint sum = GPOINTER_TO_UINT(value);

        if (sum > most) {
            second = most;
            most = sum;
            best = GPOINTER_TO_UINT(key) - 1;
        } else {
            second = MAX(second, sum);
        }
    }
    return most >= LEAST && most >= 2 * second ? best : BEARER_NONE;
}

guint isr_dating_whose(const Bearers *all, GHashTable *subjects, guint document)
{
    const BearerDocument *record = isr_bearers_find_document(all, document);
    g_autoptr(GHashTable) points = NULL;
    guint named;

    if (!record || has_subject(all, record))
        return BEARER_NONE;
    named = named_subject(all, subjects, record);
    if (named != BEARER_NONE)
        return named;
    points = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint n = record->from; n < record->to; n++)
        vote_by(all, n, points);
    return clearest(points);
}
