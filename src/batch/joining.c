/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of joining. A step goes through the tokens of its kind by their values, and through the
 * people of each in the order of what their documents tell. */
#include "joining.h"

#include "company.h"
#include "namesakes.h"

/* Where the tokens of the @from-th bearing end. */
static guint end_of_group(const GArray *bearings, guint from)
{
    const IsrTokenValue *value = &g_array_index(bearings, Bearing, from).value;
    guint to = from + 1;

    while (to < bearings->len &&
           isr_token_compare(value, &g_array_index(bearings, Bearing, to).value) == 0)
        to++;
    return to;
}

static gboolean share(const Bearers *all, guint a, guint b, IsrTokenKind kind)
{
    const Bearer *x = isr_bearers_nth(all, a), *y = isr_bearers_nth(all, b);

    for (guint i = x->from; i < x->to; i++) {
        const IsrToken *token = &g_array_index(all->tokens, IsrToken, i);

        for (guint n = y->from; token->kind == kind && n < y->to; n++) {
            const IsrToken *other = &g_array_index(all->tokens, IsrToken, n);

            if (other->kind == kind && isr_token_compare(&token->value, &other->value) == 0)
                return TRUE;
        }
    }
    return FALSE;
}

/* Forename and birthday are known of both, and neither agrees. */
static gboolean is_misplaced(const Bearers *all, guint a, guint b)
{
    static const IsrTokenKind kinds[] = {ISR_TOKEN_ALONE, ISR_TOKEN_BORN};

    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (!isr_bearers_has(all, a, BEARER_BIT(kinds[i])) ||
            !isr_bearers_has(all, b, BEARER_BIT(kinds[i])) || share(all, a, b, kinds[i]))
            return FALSE;
    return TRUE;
}

/* The bearer, of @from..@to, with whom the most agree; of several the first. Of a large group a
 * part tells. */
static guint most_agreed(const Bearers *all, const GArray *bearings, guint from, guint to)
{
    guint best = from, most = 0, last = MIN(to, from + 64);

    for (guint i = from; i < last; i++) {
        guint agreed = 0;

        for (guint n = from; n < last; n++)
            agreed += is_misplaced(all, g_array_index(bearings, Bearing, i).bearer,
                                   g_array_index(bearings, Bearing, n).bearer)
                          ? 0
                          : 1;
        if (agreed > most) {
            most = agreed;
            best = i;
        }
    }
    return g_array_index(bearings, Bearing, best).bearer;
}

/* One of each two who are one and stand in one document as two. */
static void ask_of_two(const Bearers *all, guint a, guint b, GArray *questions)
{
    guint met = isr_bearers_meet(all, a, b);

    if (met != BEARER_NONE)
        isr_namesakes_ask(questions, ISR_DOUBT_JOINED, met, BEARER_NONE);
}

static void join_by_number(Bearers *all, GArray *questions)
{
    g_autoptr(GArray) bearings = isr_bearers_by_token(all, BEARER_NUMBERS);

    for (guint from = 0, to; from < bearings->len; from = to) {
        to = end_of_group(bearings, from);
        guint main = most_agreed(all, bearings, from, to);

        for (guint i = from; i < to; i++) {
            guint bearer = g_array_index(bearings, Bearing, i).bearer;
            guint a = isr_bearers_root(all, main), b = isr_bearers_root(all, bearer);

            if (a == b)
                continue;
            if (is_misplaced(all, main, bearer)) {
                isr_namesakes_ask(questions, ISR_DOUBT_APART, bearer, main);
                continue;
            }
            ask_of_two(all, a, b, questions);
            isr_bearers_join(all, a, b);
        }
    }
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;

    return x < y ? -1 : x > y;
}

/* The roots of the bearings, each once. */
static GArray *roots_of(const Bearers *all, const GArray *bearings, guint from, guint to)
{
    GArray *roots = g_array_new(FALSE, FALSE, sizeof(guint));
    guint kept = 0;

    for (guint i = from; i < to; i++) {
        guint root = isr_bearers_root(all, g_array_index(bearings, Bearing, i).bearer);

        g_array_append_val(roots, root);
    }
    g_array_sort(roots, by_number);
    for (guint i = 0; i < roots->len; i++) {
        guint root = g_array_index(roots, guint, i);

        if (kept == 0 || g_array_index(roots, guint, kept - 1) != root)
            g_array_index(roots, guint, kept++) = root;
    }
    g_array_set_size(roots, kept);
    return roots;
}

static void join_by_token(Bearers *all, guint kinds, gboolean sure, GArray *questions)
{
    g_autoptr(GArray) bearings = isr_bearers_by_token(all, kinds);

    for (guint from = 0, to; from < bearings->len; from = to) {
        to = end_of_group(bearings, from);
        g_autoptr(GArray) roots = roots_of(all, bearings, from, to);

        if (roots->len > 1)
            isr_namesakes_join(all, roots, sure, questions);
    }
}

/* Of @roots those of whom somebody has a token of @kinds, or with @without those of whom nobody
 * has. */
static GArray *sift(const Bearers *all, const GArray *roots, guint kinds, gboolean without)
{
    GArray *sifted = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint i = 0; i < roots->len; i++) {
        guint root = g_array_index(roots, guint, i);

        if (isr_bearers_any_has(all, root, kinds) != without)
            g_array_append_val(sifted, root);
    }
    return sifted;
}

/* Roots with @value among @bearings. */
static GArray *roots_with(const Bearers *all, const GArray *bearings, const IsrTokenValue *value)
{
    guint low = 0, high = bearings->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (isr_token_compare(&g_array_index(bearings, Bearing, middle).value, value) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == bearings->len ||
        isr_token_compare(&g_array_index(bearings, Bearing, low).value, value) != 0)
        return roots_of(all, bearings, low, low);
    return roots_of(all, bearings, low, end_of_group(bearings, low));
}

/* Places who has a token of @kind with who has the same as @full: "Jayden Okafor" with "Jayden
 * Emeka Okafor". Of one and several, the one is placed. */
static void join_forms(Bearers *all, IsrTokenKind kind, IsrTokenKind full, GArray *questions)
{
    g_autoptr(GArray) forms = isr_bearers_by_token(all, BEARER_BIT(kind));
    g_autoptr(GArray) wholes = isr_bearers_by_token(all, BEARER_BIT(full));

    for (guint from = 0, to; from < forms->len; from = to) {
        to = end_of_group(forms, from);
        g_autoptr(GArray) a = roots_of(all, forms, from, to);
        g_autoptr(GArray) b = roots_with(all, wholes, &g_array_index(forms, Bearing, from).value);
        const GArray *placed = b->len == 1 ? b : a, *likely = b->len == 1 ? a : b;

        for (guint i = 0; b->len > 0 && i < placed->len; i++)
            isr_namesakes_place(all, g_array_index(placed, guint, i), likely, FALSE, questions);
    }
}

static IsrTokenValue both(const IsrTokenValue *a, const IsrTokenValue *b)
{
    return (IsrTokenValue){a->high ^ b->low, a->low ^ b->high};
}

static gint by_value(gconstpointer a, gconstpointer b)
{
    const Bearing *x = a, *y = b;
    gint order = isr_token_compare(&x->value, &y->value);

    return order != 0 ? order : x->bearer < y->bearer ? -1 : x->bearer > y->bearer;
}

/* Everybody's token of @kind together with their birthday. */
static GArray *with_birthday(const Bearers *all, IsrTokenKind kind)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Bearing));

    for (guint n = 0; n < all->bearers->len; n++) {
        const Bearer *bearer = isr_bearers_nth(all, n);

        for (guint i = bearer->from; i < bearer->to; i++) {
            const IsrToken *token = &g_array_index(all->tokens, IsrToken, i);

            for (guint j = bearer->from; token->kind == kind && j < bearer->to; j++) {
                const IsrToken *born = &g_array_index(all->tokens, IsrToken, j);
                Bearing bearing = {both(&token->value, &born->value), n};

                if (born->kind == ISR_TOKEN_BORN)
                    g_array_append_val(found, bearing);
            }
        }
    }
    g_array_sort(found, by_value);
    return found;
}

/* Two full names, and the same birthday: one person under two names if @renamed (a surname changes)
 * and they are met with the same family; else a person must look. */
static void join_renamed(Bearers *all, guint a, guint b, gboolean renamed, GArray *questions)
{
    guint one = isr_bearers_root(all, a), two = isr_bearers_root(all, b);
    g_autoptr(GHashTable) company = NULL;

    if (one == two || isr_bearers_contradict(all, one, two) ||
        isr_bearers_meet(all, one, two) != BEARER_NONE)
        return;
    company = isr_company_of(all, one);
    gboolean joined = renamed && isr_company_share(all, two, company) >= NAMESAKES_FAMILY;

    isr_namesakes_ask(questions, joined ? ISR_DOUBT_JOINED : ISR_DOUBT_APART, two, one);
    if (joined)
        isr_bearers_join(all, one, two);
}

/* By @kind (forename, or surname and initial) and birthday. */
static void join_by_birthday(Bearers *all, IsrTokenKind kind, GArray *questions)
{
    g_autoptr(GArray) bearings = with_birthday(all, kind);

    for (guint from = 0, to; from < bearings->len; from = to) {
        to = end_of_group(bearings, from);
        g_autoptr(GArray) roots = roots_of(all, bearings, from, to);
        g_autoptr(GArray) full = sift(all, roots, BEARER_BIT(ISR_TOKEN_NAME), FALSE);
        g_autoptr(GArray) weak = sift(all, roots, BEARER_BIT(ISR_TOKEN_NAME), TRUE);

        for (guint i = 1; i < full->len; i++)
            join_renamed(all, g_array_index(full, guint, 0), g_array_index(full, guint, i),
                         kind == ISR_TOKEN_ALONE, questions);
        for (guint i = 0; i < weak->len; i++)
            isr_namesakes_place(all, g_array_index(weak, guint, i), full, weak->len > 1, questions);
    }
}

/* Places each of @weak with somebody @full, or where there are none with those before them whose
 * family they share. */
static void join_weak(Bearers *all, const GArray *weak, const GArray *full, gboolean family,
                      GArray *questions)
{
    g_autoptr(GArray) likely = g_array_new(FALSE, FALSE, sizeof(guint));

    if (full->len > 0)
        g_array_append_vals(likely, full->data, full->len);
    for (guint i = 0; i < weak->len; i++) {
        guint root = g_array_index(weak, guint, i);
        gboolean joined = FALSE;

        if (full->len > 0 && !family)
            joined = isr_namesakes_place(all, root, full, TRUE, questions);
        else if (likely->len > 0)
            joined = isr_namesakes_meet(all, root, likely, questions);
        if (!joined && (full->len == 0 || family))
            g_array_append_val(likely, root);
    }
}

/* Who is told by @kind and nothing of @fuller, with who has @kind and more. */
static void join_parts(Bearers *all, IsrTokenKind kind, guint fuller, gboolean family,
                       GArray *questions)
{
    g_autoptr(GArray) bearings = isr_bearers_by_token(all, BEARER_BIT(kind));

    for (guint from = 0, to; from < bearings->len; from = to) {
        to = end_of_group(bearings, from);
        g_autoptr(GArray) roots = roots_of(all, bearings, from, to);
        g_autoptr(GArray) full = sift(all, roots, fuller, FALSE);
        g_autoptr(GArray) weak = sift(all, roots, fuller, TRUE);

        join_weak(all, weak, full, family, questions);
    }
}

void isr_joining_run(Bearers *all, GArray *questions)
{
    const guint named = BEARER_BIT(ISR_TOKEN_NAME);

    join_by_number(all, questions);
    join_by_token(all, BEARER_BIT(ISR_TOKEN_BIRTH), TRUE, questions);
    join_forms(all, ISR_TOKEN_PET, ISR_TOKEN_BIRTH, questions);
    join_by_token(all, BEARER_BIT(ISR_TOKEN_NAME), FALSE, questions);
    join_forms(all, ISR_TOKEN_SHORT, ISR_TOKEN_NAME, questions);
    join_by_birthday(all, ISR_TOKEN_ALONE, questions);
    join_by_birthday(all, ISR_TOKEN_INITIAL, questions);
    join_parts(all, ISR_TOKEN_INITIAL, named, FALSE, questions);
    join_parts(all, ISR_TOKEN_ALONE, named | BEARER_BIT(ISR_TOKEN_INITIAL), TRUE, questions);
}
