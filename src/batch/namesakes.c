/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which namesakes are one. A contradiction goes before a name; company tells where both are
 * silent. */
#include "namesakes.h"

#include "company.h"

/* Larger groups are told apart by contradictions only, not by company: nobody could look through
 * their doubts. */
#define MANY 64

void isr_namesakes_ask(GArray *questions, IsrDoubtKind kind, guint bearer, guint other)
{
    Question question = {kind, bearer, other};

    g_array_append_val(questions, question);
}

static guint root_nth(const Bearers *all, const GArray *roots, guint n)
{
    return isr_bearers_root(all, g_array_index(roots, guint, n));
}

/* Who works with families is known by name alone. */
static gboolean only_works(const Bearers *all, guint root)
{
    const Bearer *bearer = isr_bearers_nth(all, root);

    return bearer->roles[ISR_ROLE_PROFESSIONAL] == bearer->size;
}

/* In no record anything but family, or somebody else who is no professional. */
static gboolean never_works(const Bearers *all, guint root)
{
    const Bearer *bearer = isr_bearers_nth(all, root);

    return bearer->roles[ISR_ROLE_PROFESSIONAL] + bearer->roles[ISR_ROLE_UNSURE] == 0;
}

/* Those of @roots who contradict another of them go to @known, the others to @open. */
static void part(const Bearers *all, const GArray *roots, GArray *known, GArray *open)
{
    for (guint i = 0; i < roots->len; i++) {
        guint root = root_nth(all, roots, i);
        gboolean contradicts = FALSE;

        for (guint n = 0; isr_bearers_evidence(all, root) && !contradicts && n < roots->len; n++)
            contradicts = n != i && isr_bearers_contradict(all, root, root_nth(all, roots, n));
        g_array_append_val(contradicts ? known : open, root);
    }
}

/* How many of the roots have each piece of company. */
static GHashTable *count_company(const Bearers *all, const GArray *roots)
{
    GHashTable *counts = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

    for (guint i = 0; i < roots->len; i++) {
        g_autoptr(GHashTable) company = isr_company_of(all, root_nth(all, roots, i));
        GHashTableIter iter;
        gpointer key;

        g_hash_table_iter_init(&iter, company);
        while (g_hash_table_iter_next(&iter, &key, NULL)) {
            guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
            gint64 *copy = g_memdup2(key, sizeof(gint64));

            g_hash_table_replace(counts, copy, GUINT_TO_POINTER(n + 1));
        }
    }
    return counts;
}

static gboolean has_shared(const Bearers *all, guint root, GHashTable *counts)
{
    g_autoptr(GHashTable) company = isr_company_of(all, root);
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, company);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) > 1)
            return TRUE;
    return FALSE;
}

/* A name is all that makes them one: whoever shares nobody's company with the others is asked
 * after. */
static void ask_strangers(const Bearers *all, const GArray *roots, GArray *questions)
{
    g_autoptr(GHashTable) counts = NULL;

    if (roots->len > MANY)
        return;
    counts = count_company(all, roots);
    for (guint i = 0; i < roots->len; i++) {
        guint root = root_nth(all, roots, i);

        if (!only_works(all, root) && !has_shared(all, root, counts))
            isr_namesakes_ask(questions, ISR_DOUBT_JOINED, root, BEARER_NONE);
    }
}

static void join_all(Bearers *all, const GArray *roots, GArray *questions)
{
    guint first = root_nth(all, roots, 0);

    for (guint i = 1; i < roots->len; i++) {
        guint root = root_nth(all, roots, i);

        first = isr_bearers_root(all, first);
        if (root == first)
            continue;
        if (isr_bearers_meet(all, first, root) != BEARER_NONE ||
            isr_bearers_contradict(all, first, root))
            isr_namesakes_ask(questions, ISR_DOUBT_APART, root, first);
        else
            first = isr_bearers_join(all, first, root);
    }
}

/* Two of one name and other birthdays, who are met with the same people: one may be mistyped. */
static void ask_alike(const Bearers *all, const GArray *known, gboolean sure, GArray *questions)
{
    for (guint i = 1; i < known->len && known->len <= MANY; i++) {
        guint root = root_nth(all, known, i);
        g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(guint));

        for (guint n = 0; n < i; n++)
            g_array_append_val(others, g_array_index(known, guint, n));
        guint near = isr_company_nearest(all, root, others);

        if (sure || near != BEARER_NONE)
            isr_namesakes_ask(questions, ISR_DOUBT_APART, root, near);
    }
}

void isr_namesakes_join(Bearers *all, const GArray *roots, gboolean sure, GArray *questions)
{
    g_autoptr(GArray) known = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));

    part(all, roots, known, open);
    if (known->len == 0) {
        if (!sure)
            ask_strangers(all, roots, questions);
        join_all(all, roots, questions);
        return;
    }
    ask_alike(all, known, sure, questions);
    for (guint i = 0; i < open->len; i++)
        isr_namesakes_place(all, root_nth(all, open, i), known, TRUE, questions);
}

/* A worker and a child are not one because an initial and a surname fit. */
static gboolean can_be(const Bearers *all, guint a, guint b)
{
    if ((only_works(all, a) && never_works(all, b)) || (only_works(all, b) && never_works(all, a)))
        return FALSE;
    return !isr_bearers_contradict(all, a, b) && isr_bearers_meet(all, a, b) == BEARER_NONE;
}

static gboolean share_birthday(const Bearers *all, guint a, guint b)
{
    const GArray *x = isr_bearers_evidence(all, a), *y = isr_bearers_evidence(all, b);

    for (guint i = 0; x && y && i < x->len; i++) {
        const IsrToken *token = &g_array_index(x, IsrToken, i);

        for (guint n = 0; token->kind == ISR_TOKEN_BORN && n < y->len; n++) {
            const IsrToken *other = &g_array_index(y, IsrToken, n);

            if (other->kind == ISR_TOKEN_BORN &&
                isr_token_compare(&token->value, &other->value) == 0)
                return TRUE;
        }
    }
    return FALSE;
}

/* Those of @likely who can be @weak; those with the same birthday, if there are any. */
static GArray *fitting(const Bearers *all, guint weak, const GArray *likely)
{
    GArray *fit = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) born = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint i = 0; i < likely->len; i++) {
        guint root = root_nth(all, likely, i);
        guint last = fit->len > 0 ? g_array_index(fit, guint, fit->len - 1) : BEARER_NONE;

        if (root == weak || root == last || !can_be(all, weak, root))
            continue;
        g_array_append_val(fit, root);
        if (share_birthday(all, weak, root))
            g_array_append_val(born, root);
    }
    if (born->len == 0)
        return fit;
    g_array_unref(fit);
    return g_steal_pointer(&born);
}

gboolean isr_namesakes_place(Bearers *all, guint weak, const GArray *likely, gboolean expected,
                             GArray *questions)
{
    guint root = isr_bearers_root(all, weak);
    g_autoptr(GArray) fit = fitting(all, root, likely);
    gboolean told_apart = likely->len > 1 && fit->len == 1 && expected;
    guint found = fit->len == 1 && !told_apart       ? g_array_index(fit, guint, 0)
                  : fit->len > 0 && fit->len <= MANY ? isr_company_nearest(all, root, fit)
                                                     : BEARER_NONE;

    if (found != BEARER_NONE)
        isr_bearers_join(all, found, root);
    else if (fit->len > 0 || expected)
        isr_namesakes_ask(questions, ISR_DOUBT_APART, root,
                          fit->len == 1 ? g_array_index(fit, guint, 0) : BEARER_NONE);
    return found != BEARER_NONE;
}

gboolean isr_namesakes_meet(Bearers *all, guint weak, const GArray *likely, GArray *questions)
{
    guint root = isr_bearers_root(all, weak);
    g_autoptr(GArray) fit = fitting(all, root, likely);
    guint near = fit->len <= MANY ? isr_company_nearest(all, root, fit) : BEARER_NONE;
    guint shared = 0;

    if (near != BEARER_NONE) {
        g_autoptr(GHashTable) company = isr_company_of(all, near);
        shared = isr_company_share(all, root, company);
    }
    if (shared >= NAMESAKES_FAMILY) {
        isr_namesakes_ask(questions, ISR_DOUBT_JOINED, root, near);
        isr_bearers_join(all, near, root);
    } else {
        isr_namesakes_ask(questions, ISR_DOUBT_APART, root,
                          fit->len == 1 ? g_array_index(fit, guint, 0) : BEARER_NONE);
    }
    return shared >= NAMESAKES_FAMILY;
}
