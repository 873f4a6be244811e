/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of all documents, and who of them are one (a union-find whose rings can be walked). */
#include "bearers.h"

Bearers *isr_bearers_new(void)
{
    Bearers *all = g_new0(Bearers, 1);

    all->documents = g_array_new(FALSE, FALSE, sizeof(BearerDocument));
    all->bearers = g_array_new(FALSE, FALSE, sizeof(Bearer));
    all->tokens = g_array_new(FALSE, FALSE, sizeof(IsrToken));
    all->places = g_hash_table_new(g_direct_hash, g_direct_equal);
    all->evidence =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_array_unref);
    return all;
}

void isr_bearers_free(Bearers *all)
{
    if (!all)
        return;
    g_array_unref(all->documents);
    g_array_unref(all->bearers);
    g_array_unref(all->tokens);
    g_hash_table_unref(all->places);
    g_hash_table_unref(all->evidence);
    g_free(all);
}

Bearer *isr_bearers_nth(const Bearers *all, guint n)
{
    return &g_array_index(all->bearers, Bearer, n);
}

const BearerDocument *isr_bearers_document(const Bearers *all, guint place)
{
    return &g_array_index(all->documents, BearerDocument, place);
}

void isr_bearers_add(Bearers *all, guint number, IsrTokenValue digest, const GPtrArray *identities)
{
    BearerDocument document = {number, all->bearers->len, 0, digest};

    for (guint i = 0; i < identities->len; i++) {
        const IsrIdentity *identity = identities->pdata[i];
        Bearer bearer = {.person = identity->person, .role = identity->role};

        bearer.from = all->tokens->len;
        if (identity->marks->len > 0)
            g_array_append_vals(all->tokens, identity->marks->data, identity->marks->len);
        bearer.to = all->tokens->len;
        g_array_append_val(all->bearers, bearer);
    }
    document.to = all->bearers->len;
    g_array_append_val(all->documents, document);
}

static gint by_digest(gconstpointer a, gconstpointer b)
{
    const BearerDocument *x = a, *y = b;
    gint order = isr_token_compare(&x->digest, &y->digest);

    return order != 0 ? order : x->number < y->number ? -1 : x->number > y->number;
}

/* What tells people apart: kinds of which each has one. */
static gboolean tells_apart(IsrTokenKind kind)
{
    return (BEARER_NUMBERS | BEARER_BIT(ISR_TOKEN_BORN)) & BEARER_BIT(kind);
}

static void start_alone(Bearers *all, guint n)
{
    Bearer *bearer = isr_bearers_nth(all, n);
    GArray *evidence = NULL;

    bearer->up = bearer->next = n;
    bearer->size = 1;
    bearer->roles[bearer->role] = 1;
    for (guint i = bearer->from; i < bearer->to; i++) {
        const IsrToken *token = &g_array_index(all->tokens, IsrToken, i);

        if (!tells_apart(token->kind))
            continue;
        evidence = evidence ? evidence : g_array_new(FALSE, FALSE, sizeof(IsrToken));
        g_array_append_vals(evidence, token, 1);
    }
    if (evidence)
        g_hash_table_insert(all->evidence, GUINT_TO_POINTER(n), evidence);
}

void isr_bearers_order(Bearers *all)
{
    GArray *bearers = g_array_sized_new(FALSE, FALSE, sizeof(Bearer), all->bearers->len);

    g_array_sort(all->documents, by_digest);
    for (guint place = 0; place < all->documents->len; place++) {
        BearerDocument *document = &g_array_index(all->documents, BearerDocument, place);
        guint from = bearers->len;

        for (guint n = document->from; n < document->to; n++) {
            Bearer bearer = *isr_bearers_nth(all, n);

            bearer.document = place;
            g_array_append_val(bearers, bearer);
        }
        document->from = from;
        document->to = bearers->len;
        g_hash_table_insert(all->places, GUINT_TO_POINTER(document->number),
                            GUINT_TO_POINTER(place + 1));
    }
    g_array_unref(all->bearers);
    all->bearers = bearers;
    for (guint n = 0; n < bearers->len; n++)
        start_alone(all, n);
}

const BearerDocument *isr_bearers_find_document(const Bearers *all, guint number)
{
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(all->places, GUINT_TO_POINTER(number)));

    return place > 0 ? isr_bearers_document(all, place - 1) : NULL;
}

guint isr_bearers_place(const Bearers *all, guint document, guint person)
{
    const BearerDocument *found = isr_bearers_find_document(all, document);

    if (!found || person == 0 || person > found->to - found->from)
        return BEARER_NONE;
    return found->from + person - 1;
}

guint isr_bearers_root(const Bearers *all, guint n)
{
    while (isr_bearers_nth(all, n)->up != n) {
        Bearer *bearer = isr_bearers_nth(all, n);

        bearer->up = isr_bearers_nth(all, bearer->up)->up;
        n = bearer->up;
    }
    return n;
}

static gint by_kind(gconstpointer a, gconstpointer b)
{
    const IsrToken *x = a, *y = b;

    return x->kind != y->kind ? (x->kind < y->kind ? -1 : 1)
                              : isr_token_compare(&x->value, &y->value);
}

static void join_evidence(Bearers *all, guint root, guint other)
{
    GArray *mine = g_hash_table_lookup(all->evidence, GUINT_TO_POINTER(root));
    GArray *more = g_hash_table_lookup(all->evidence, GUINT_TO_POINTER(other));

    if (!more)
        return;
    GArray *both = g_array_new(FALSE, FALSE, sizeof(IsrToken));

    if (mine)
        g_array_append_vals(both, mine->data, mine->len);
    g_array_append_vals(both, more->data, more->len);
    g_array_sort(both, by_kind);
    for (guint i = both->len; i > 1; i--)
        if (by_kind(&g_array_index(both, IsrToken, i - 1), &g_array_index(both, IsrToken, i - 2)) ==
            0)
            g_array_remove_index(both, i - 1);
    g_hash_table_remove(all->evidence, GUINT_TO_POINTER(other));
    g_hash_table_insert(all->evidence, GUINT_TO_POINTER(root), both);
}

guint isr_bearers_join(Bearers *all, guint a, guint b)
{
    guint root = isr_bearers_root(all, a), other = isr_bearers_root(all, b);

    if (root == other)
        return root;
    if (isr_bearers_nth(all, root)->size < isr_bearers_nth(all, other)->size) {
        guint swap = root;
        root = other;
        other = swap;
    }
    Bearer *one = isr_bearers_nth(all, root), *two = isr_bearers_nth(all, other);
    guint next = one->next;

    one->next = two->next;
    two->next = next;
    two->up = root;
    one->size += two->size;
    for (guint role = 0; role < ISR_N_ROLES; role++)
        one->roles[role] += two->roles[role];
    join_evidence(all, root, other);
    return root;
}

guint isr_bearers_meet(const Bearers *all, guint a, guint b)
{
    gboolean first = isr_bearers_nth(all, a)->size <= isr_bearers_nth(all, b)->size;
    guint start = first ? a : b, sought = first ? b : a, n = start;

    do {
        const BearerDocument *document =
            isr_bearers_document(all, isr_bearers_nth(all, n)->document);

        for (guint other = document->from; other < document->to; other++)
            if (other != n && isr_bearers_root(all, other) == sought)
                return first ? other : n;
        n = isr_bearers_nth(all, n)->next;
    } while (n != start);
    return BEARER_NONE;
}

IsrRole isr_bearers_role(const Bearers *all, guint root)
{
    const guint *roles = isr_bearers_nth(all, root)->roles;
    IsrRole most = ISR_ROLE_UNSURE;

    for (guint role = 0; role < ISR_N_ROLES; role++)
        if (role != ISR_ROLE_UNSURE && roles[role] > (most == ISR_ROLE_UNSURE ? 0 : roles[most]))
            most = (IsrRole)role;
    return most;
}

const GArray *isr_bearers_evidence(const Bearers *all, guint root)
{
    return g_hash_table_lookup(all->evidence, GUINT_TO_POINTER(root));
}

/* Both have tokens of @kind and none in common. */
static gboolean differ(const GArray *a, const GArray *b, IsrTokenKind kind)
{
    gboolean mine = FALSE, theirs = FALSE;

    for (guint i = 0; i < a->len; i++) {
        const IsrToken *x = &g_array_index(a, IsrToken, i);

        if (x->kind != kind)
            continue;
        mine = TRUE;
        for (guint n = 0; n < b->len; n++)
            if (by_kind(x, &g_array_index(b, IsrToken, n)) == 0)
                return FALSE;
    }
    for (guint n = 0; n < b->len; n++)
        theirs = theirs || g_array_index(b, IsrToken, n).kind == kind;
    return mine && theirs;
}

gboolean isr_bearers_contradict(const Bearers *all, guint a, guint b)
{
    const GArray *x = isr_bearers_evidence(all, a), *y = isr_bearers_evidence(all, b);

    for (IsrTokenKind kind = 0; x && y && kind < ISR_N_TOKENS; kind++)
        if (tells_apart(kind) && differ(x, y, kind))
            return TRUE;
    return FALSE;
}

gboolean isr_bearers_has(const Bearers *all, guint n, guint kinds)
{
    const Bearer *bearer = isr_bearers_nth(all, n);

    for (guint i = bearer->from; i < bearer->to; i++)
        if (kinds & BEARER_BIT(g_array_index(all->tokens, IsrToken, i).kind))
            return TRUE;
    return FALSE;
}

gboolean isr_bearers_any_has(const Bearers *all, guint root, guint kinds)
{
    guint n = root;

    do {
        if (isr_bearers_has(all, n, kinds))
            return TRUE;
        n = isr_bearers_nth(all, n)->next;
    } while (n != root);
    return FALSE;
}

static gint by_value(gconstpointer a, gconstpointer b)
{
    const Bearing *x = a, *y = b;
    gint order = isr_token_compare(&x->value, &y->value);

    return order != 0 ? order : x->bearer < y->bearer ? -1 : x->bearer > y->bearer;
}

GArray *isr_bearers_by_token(const Bearers *all, guint kinds)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Bearing));

    for (guint n = 0; n < all->bearers->len; n++) {
        const Bearer *bearer = isr_bearers_nth(all, n);

        for (guint i = bearer->from; i < bearer->to; i++) {
            const IsrToken *token = &g_array_index(all->tokens, IsrToken, i);
            Bearing bearing = {token->value, n};

            if (kinds & BEARER_BIT(token->kind))
                g_array_append_val(found, bearing);
        }
    }
    g_array_sort(found, by_value);
    return found;
}
