/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Company, told by whatever makes two people one: numbers, birthdays with names, full names. */
#include "company.h"

#define KINDS                                                                                      \
    (BEARER_NUMBERS | BEARER_BIT(ISR_TOKEN_BIRTH) | BEARER_BIT(ISR_TOKEN_NAME) |                   \
     BEARER_BIT(ISR_TOKEN_SHORT))

/* Less than this is no company: one teacher at a school of hundreds. */
#define LEAST 2

static guint weight_of(IsrRole role)
{
    switch (role) {
    case ISR_ROLE_SUBJECT:
        return 4;
    case ISR_ROLE_FAMILY:
        return 3;
    case ISR_ROLE_PROFESSIONAL:
        return 1;
    default:
        return 2;
    }
}

typedef void (*OnMet)(const Bearers *all, guint other, gpointer self);

/* Calls @on_met for everybody who is met with @root. */
static void each_met(const Bearers *all, guint root, OnMet on_met, gpointer self)
{
    guint n = root;

    do {
        const BearerDocument *document =
            isr_bearers_document(all, isr_bearers_nth(all, n)->document);

        for (guint other = document->from; other < document->to; other++)
            if (isr_bearers_root(all, other) != root)
                on_met(all, other, self);
        n = isr_bearers_nth(all, n)->next;
    } while (n != root);
}

static gint64 *key_of(const IsrToken *token)
{
    gint64 *key = g_new(gint64, 1);

    *key = (gint64)token->value.low;
    return key;
}

static void note(const Bearers *all, guint other, gpointer self)
{
    const Bearer *bearer = isr_bearers_nth(all, other);

    for (guint i = bearer->from; i < bearer->to; i++) {
        const IsrToken *token = &g_array_index(all->tokens, IsrToken, i);

        if (KINDS & BEARER_BIT(token->kind))
            g_hash_table_add(self, key_of(token));
    }
}

GHashTable *isr_company_of(const Bearers *all, guint root)
{
    GHashTable *company = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

    each_met(all, root, note, company);
    return company;
}

typedef struct {
    GHashTable *company, *seen;
    guint points;
} Share;

static void count(const Bearers *all, guint other, gpointer self)
{
    Share *share = self;
    const Bearer *bearer = isr_bearers_nth(all, other);
    guint root = isr_bearers_root(all, other);

    for (guint i = bearer->from; i < bearer->to; i++) {
        const IsrToken *token = &g_array_index(all->tokens, IsrToken, i);

        if (!(KINDS & BEARER_BIT(token->kind)) ||
            !g_hash_table_contains(share->company, &token->value.low))
            continue;
        if (g_hash_table_add(share->seen, GUINT_TO_POINTER(root + 1)))
            share->points += weight_of(isr_bearers_role(all, root));
        return;
    }
}

guint isr_company_share(const Bearers *all, guint root, GHashTable *company)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    Share share = {company, seen, 0};

    each_met(all, root, count, &share);
    return share.points;
}

guint isr_company_nearest(const Bearers *all, guint root, const GArray *likely)
{
    guint best = BEARER_NONE, most = 0, second = 0;

    for (guint i = 0; i < likely->len; i++) {
        guint other = g_array_index(likely, guint, i);
        g_autoptr(GHashTable) company = isr_company_of(all, other);
        guint points = isr_company_share(all, root, company);

        if (points > most) {
            second = most;
            most = points;
            best = other;
        } else {
            second = MAX(second, points);
        }
    }
    return most >= LEAST && most >= 2 * second ? best : BEARER_NONE;
}
