/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Identities of a batch: joins its people, then names each by the strongest token of all who are
 * one, and says whose offset moves the dates of records that are about nobody. */
#include "link.h"

#include "dating.h"
#include "joining.h"
#include "namesakes.h"

#include <isredact/action.h>

#include <string.h>

/* By what somebody is known, once all are joined. */
typedef struct {
    guint root;
    guint first; /* bearer, in the order of what documents tell */
    guint size;
    IsrToken strongest;
    gboolean known; /* has a token at all */
    gboolean other; /* somebody else, of whom more is known, has the same: a wrong number, or one
                       of several of that name */
} Known;

struct IsrLink {
    const IsrKey *key;
    const char *audit;
    Bearers *all;
    GArray *known;       /* of Known */
    GHashTable *by_root; /* root + 1 to place in it + 1 */
    GHashTable *ties;    /* of subjects whose dates move together */
    GHashTable *leaders; /* who stands for them to whose identity it is: both root + 1 */
    GArray *doubts;      /* of IsrDoubt */
};

const char *isr_doubt_id(IsrDoubtKind kind)
{
    static const char *const ids[] = {
        [ISR_DOUBT_APART] = "apart", [ISR_DOUBT_JOINED] = "joined", [ISR_DOUBT_CODE] = "code"};

    return ids[kind];
}

IsrLink *isr_link_new(const IsrKey *key, const char *audit)
{
    IsrLink *link = g_new0(IsrLink, 1);

    link->key = key;
    link->audit = audit;
    link->all = isr_bearers_new();
    link->known = g_array_new(FALSE, FALSE, sizeof(Known));
    link->by_root = g_hash_table_new(g_direct_hash, g_direct_equal);
    link->leaders = g_hash_table_new(g_direct_hash, g_direct_equal);
    link->doubts = g_array_new(FALSE, TRUE, sizeof(IsrDoubt));
    return link;
}

void isr_link_free(IsrLink *link)
{
    if (!link)
        return;
    isr_bearers_free(link->all);
    g_array_unref(link->known);
    g_hash_table_unref(link->by_root);
    g_clear_pointer(&link->ties, g_hash_table_unref);
    g_hash_table_unref(link->leaders);
    g_array_unref(link->doubts);
    g_free(link);
}

static IsrTokenValue digest_of(const char *text, gsize size)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 bytes[32];
    gsize length = sizeof bytes;
    IsrTokenValue value;

    g_checksum_update(sum, (const guchar *)text, (gssize)size);
    g_checksum_get_digest(sum, bytes, &length);
    memcpy(&value, bytes, sizeof value);
    return (IsrTokenValue){GUINT64_FROM_BE(value.high), GUINT64_FROM_BE(value.low)};
}

gboolean isr_link_add(IsrLink *link, guint number, const char *text, gsize length, GError **error)
{
    g_autoptr(GPtrArray) identities = isr_identities_read(text, length, error);

    if (!identities)
        return FALSE;
    isr_bearers_add(link->all, number, digest_of(text, length), identities);
    return TRUE;
}

/* Less than 0 if @a is stronger than @b. */
static gint by_strength(const IsrToken *a, const IsrToken *b)
{
    return a->kind != b->kind ? (a->kind < b->kind ? -1 : 1)
                              : isr_token_compare(&a->value, &b->value);
}

static void know(IsrLink *link, guint root)
{
    Known known = {.root = root, .first = root, .size = isr_bearers_nth(link->all, root)->size};
    guint n = root;

    do {
        const Bearer *bearer = isr_bearers_nth(link->all, n);
        const IsrToken *token = &g_array_index(link->all->tokens, IsrToken, bearer->from);

        known.first = MIN(known.first, n);
        if (bearer->to > bearer->from && isr_token_names(token->kind) &&
            (!known.known || by_strength(token, &known.strongest) < 0)) {
            known.strongest = *token;
            known.known = TRUE;
        }
        n = bearer->next;
    } while (n != root);
    g_array_append_val(link->known, known);
}

/* By token; of those who have the same, the one with most documents first. */
static gint by_token(gconstpointer a, gconstpointer b)
{
    const Known *x = a, *y = b;
    gint order = isr_token_compare(&x->strongest.value, &y->strongest.value);

    if (order != 0)
        return order;
    return x->size != y->size    ? (x->size > y->size ? -1 : 1)
           : x->first < y->first ? -1
                                 : x->first > y->first;
}

static void know_all(IsrLink *link)
{
    for (guint n = 0; n < link->all->bearers->len; n++)
        if (isr_bearers_root(link->all, n) == n)
            know(link, n);
    g_array_sort(link->known, by_token);
    for (guint i = 0; i < link->known->len; i++) {
        Known *known = &g_array_index(link->known, Known, i);
        const Known *last = i > 0 ? known - 1 : NULL;

        known->other = last && last->known && known->known &&
                       isr_token_compare(&last->strongest.value, &known->strongest.value) == 0;
        g_hash_table_insert(link->by_root, GUINT_TO_POINTER(known->root + 1),
                            GUINT_TO_POINTER(i + 1));
    }
}

/* Who is not alone with their strongest token is told by a document too. */
static char *identity_of(const IsrLink *link, const Known *known)
{
    const Bearer *first = isr_bearers_nth(link->all, known->first);
    const IsrTokenValue *digest = &isr_bearers_document(link->all, first->document)->digest;

    if (!known->known)
        return NULL;
    if (!known->other)
        return isr_identity_text(link->key, link->audit, &known->strongest.value);
    return isr_identity_among(link->key, link->audit, &known->strongest.value, digest,
                              first->person);
}

static const Known *known_of(const IsrLink *link, guint root)
{
    gpointer place = g_hash_table_lookup(link->by_root, GUINT_TO_POINTER(root + 1));

    return &g_array_index(link->known, Known, GPOINTER_TO_UINT(place) - 1);
}

static char *identity_of_bearer(const IsrLink *link, guint n)
{
    return identity_of(link, known_of(link, isr_bearers_root(link->all, n)));
}

static void put_code(const IsrLink *link, guint bearer, char code[10])
{
    g_autofree char *identity = bearer == BEARER_NONE ? NULL : identity_of_bearer(link, bearer);
    g_autofree char *text =
        identity ? isr_action_code(link->key, link->audit, ISR_ACTION_PERSON, identity) : NULL;

    g_strlcpy(code, text ? text : "", 10);
}

static void add_doubt(IsrLink *link, IsrDoubtKind kind, guint bearer, guint other)
{
    const Bearer *whose = isr_bearers_nth(link->all, bearer);
    IsrDoubt doubt = {.kind = kind,
                      .document = isr_bearers_document(link->all, whose->document)->number,
                      .person = whose->person};

    put_code(link, bearer, doubt.code);
    put_code(link, other, doubt.other);
    g_array_append_val(link->doubts, doubt);
}

/* What a later step has settled is no doubt any more. */
static void settle_questions(IsrLink *link, const GArray *questions)
{
    for (guint i = 0; i < questions->len; i++) {
        const Question *question = &g_array_index(questions, Question, i);
        gboolean one =
            question->other != BEARER_NONE && isr_bearers_root(link->all, question->bearer) ==
                                                  isr_bearers_root(link->all, question->other);

        if (question->kind == ISR_DOUBT_APART && one)
            continue;
        add_doubt(link, question->kind, question->bearer, one ? BEARER_NONE : question->other);
    }
}

typedef struct {
    char code[10];
    guint first;
} Coded;

static gint by_code(gconstpointer a, gconstpointer b)
{
    const Coded *x = a, *y = b;
    gint order = strcmp(x->code, y->code);

    return order != 0 ? order : x->first < y->first ? -1 : x->first > y->first;
}

static void find_collisions(IsrLink *link)
{
    g_autoptr(GArray) codes = g_array_new(FALSE, TRUE, sizeof(Coded));

    for (guint i = 0; i < link->known->len; i++) {
        const Known *known = &g_array_index(link->known, Known, i);
        Coded coded = {.first = known->first};

        put_code(link, known->first, coded.code);
        if (*coded.code)
            g_array_append_val(codes, coded);
    }
    g_array_sort(codes, by_code);
    for (guint i = 1; i < codes->len; i++) {
        const Coded *coded = &g_array_index(codes, Coded, i), *last = coded - 1;

        if (strcmp(coded->code, last->code) != 0)
            continue;
        add_doubt(link, ISR_DOUBT_CODE, last->first, coded->first);
        add_doubt(link, ISR_DOUBT_CODE, coded->first, last->first);
    }
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const IsrDoubt *x = a, *y = b;

    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->person != y->person)
        return x->person < y->person ? -1 : 1;
    return x->kind != y->kind ? (x->kind < y->kind ? -1 : 1) : strcmp(x->other, y->other);
}

static void drop_repeated(GArray *doubts)
{
    guint kept = 0;

    for (guint i = 0; i < doubts->len; i++) {
        const IsrDoubt *doubt = &g_array_index(doubts, IsrDoubt, i);

        if (kept == 0 || by_place(&g_array_index(doubts, IsrDoubt, kept - 1), doubt) != 0)
            g_array_index(doubts, IsrDoubt, kept++) = *doubt;
    }
    g_array_set_size(doubts, kept);
}

static gboolean is_stronger(const Known *a, const Known *b)
{
    gint order = a->known && b->known ? by_strength(&a->strongest, &b->strongest)
                                      : (gint)b->known - (gint)a->known;

    return order != 0 ? order < 0 : a->first < b->first;
}

/* Of subjects whose dates move together it is the one with the strongest token whose offset they
 * have. */
static void choose_leaders(IsrLink *link)
{
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, link->ties);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        guint root = GPOINTER_TO_UINT(key) - 1;
        gpointer leader = GUINT_TO_POINTER(isr_dating_leader(link->ties, root));
        gpointer best = g_hash_table_lookup(link->leaders, leader);
        const Known *last = best ? known_of(link, GPOINTER_TO_UINT(best) - 1) : NULL;

        if (!last || is_stronger(known_of(link, root), last))
            g_hash_table_insert(link->leaders, leader, key);
    }
}

void isr_link_settle(IsrLink *link)
{
    g_autoptr(GArray) questions = g_array_new(FALSE, FALSE, sizeof(Question));

    isr_bearers_order(link->all);
    isr_joining_run(link->all, questions);
    know_all(link);
    link->ties = isr_dating_ties(link->all);
    choose_leaders(link);
    settle_questions(link, questions);
    find_collisions(link);
    g_array_sort(link->doubts, by_place);
    drop_repeated(link->doubts);
}

/* The bearer whose offset moves the dates of @document, or BEARER_NONE. */
static guint whose_dates(const IsrLink *link, guint document)
{
    guint subject = isr_dating_whose(link->all, link->ties, document);

    if (subject == BEARER_NONE)
        return BEARER_NONE;
    gpointer leader = GUINT_TO_POINTER(isr_dating_leader(link->ties, subject));

    return GPOINTER_TO_UINT(g_hash_table_lookup(link->leaders, leader)) - 1;
}

char *isr_link_identity(IsrLink *link, guint document, guint person)
{
    guint n =
        person > 0 ? isr_bearers_place(link->all, document, person) : whose_dates(link, document);

    return n == BEARER_NONE ? NULL : identity_of_bearer(link, n);
}

static void add_identity(IsrLink *link, GHashTable *identities, guint document, guint person)
{
    char *identity = isr_link_identity(link, document, person);

    if (identity)
        g_hash_table_insert(identities, GUINT_TO_POINTER(person), identity);
}

GHashTable *isr_link_identities(IsrLink *link, guint document)
{
    GHashTable *identities = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);

    add_identity(link, identities, document, 0);
    for (guint person = 1; isr_bearers_place(link->all, document, person) != BEARER_NONE; person++)
        add_identity(link, identities, document, person);
    return identities;
}

const GArray *isr_link_doubts(const IsrLink *link)
{
    return link->doubts;
}
