/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Identities of the people of a document: which numbers, birthday and names are whose, as tokens.
 * Linking those of several documents is link.c's. */
#include <isredact/identity.h>

#include "canonical.h"
#include "nicknames.h"
#include "people.h"

#include <isredact/calendar.h>
#include <isredact/check.h>
#include <isredact/limits.h>

#include <string.h>

/* Blocks between a subject's name and a field of the form that is filled in about them. */
#define NEAR 4

static const char *const ids[ISR_N_TOKENS] = {
    [ISR_TOKEN_NHS_NUMBER] = "nhs-number",
    [ISR_TOKEN_CHI_NUMBER] = "chi-number",
    [ISR_TOKEN_HSC_NUMBER] = "hsc-number",
    [ISR_TOKEN_UPN] = "upn",
    [ISR_TOKEN_ULN] = "uln",
    [ISR_TOKEN_NINO] = "nino",
    [ISR_TOKEN_BIRTH] = "birth",
    [ISR_TOKEN_NAME] = "name",
    [ISR_TOKEN_SHORT] = "short",
    [ISR_TOKEN_INITIAL] = "initial",
    [ISR_TOKEN_ALONE] = "alone",
    [ISR_TOKEN_REST] = "rest",
    [ISR_TOKEN_PET] = "pet",
    [ISR_TOKEN_BORN] = "born",
};

/* Numbers that one person has. The three of the health services are one row of numbers: which of
 * them ten digits are called is a matter of the form. */
static const struct {
    IsrCategory category;
    IsrTokenKind kind;
    const char *check, *purpose;
} numbers[] = {
    {ISR_CATEGORY_NHS_NUMBER, ISR_TOKEN_NHS_NUMBER, "nhs-mod11", "token health"},
    {ISR_CATEGORY_CHI_NUMBER, ISR_TOKEN_CHI_NUMBER, "nhs-mod11", "token health"},
    {ISR_CATEGORY_HSC_NUMBER, ISR_TOKEN_HSC_NUMBER, "nhs-mod11", "token health"},
    {ISR_CATEGORY_UPN, ISR_TOKEN_UPN, "upn-letter", "token upn"},
    {ISR_CATEGORY_ULN, ISR_TOKEN_ULN, "uln-mod11", "token uln"},
    {ISR_CATEGORY_NINO, ISR_TOKEN_NINO, "nino-prefix", "token nino"},
};

/* What is worked out for one document. */
typedef struct {
    const IsrPeople *people;
    const IsrKey *key;
    const char *audit;
    GPtrArray *identities;
    GPtrArray *births; /* for each person GPtrArray of char *: canonical days */
} Telling;

const char *isr_token_id(IsrTokenKind kind)
{
    return ids[kind];
}

gboolean isr_token_names(IsrTokenKind kind)
{
    return kind < ISR_TOKEN_PET;
}

gint isr_token_compare(const IsrTokenValue *a, const IsrTokenValue *b)
{
    if (a->high != b->high)
        return a->high < b->high ? -1 : 1;
    return a->low < b->low ? -1 : a->low > b->low;
}

static gint by_kind(gconstpointer a, gconstpointer b)
{
    const IsrToken *x = a, *y = b;

    return x->kind != y->kind ? (x->kind < y->kind ? -1 : 1)
                              : isr_token_compare(&x->value, &y->value);
}

static void identity_free(gpointer data)
{
    IsrIdentity *identity = data;

    g_array_unref(identity->marks);
    g_free(identity);
}

GPtrArray *isr_identities_empty(void)
{
    return g_ptr_array_new_with_free_func(identity_free);
}

IsrIdentity *isr_identity_add(GPtrArray *identities, guint person, IsrRole role)
{
    IsrIdentity *identity = g_new0(IsrIdentity, 1);

    identity->person = person;
    identity->role = role;
    identity->marks = g_array_new(FALSE, FALSE, sizeof(IsrToken));
    g_ptr_array_add(identities, identity);
    return identity;
}

static IsrTokenValue value_of(const IsrKey *key, const char *purpose, const char *audit,
                              const char *text)
{
    g_autofree char *hex = isr_key_derive(key, purpose, audit, text);
    IsrTokenValue value;

    hex[32] = '\0';
    value.low = g_ascii_strtoull(hex + 16, NULL, 16);
    hex[16] = '\0';
    value.high = g_ascii_strtoull(hex, NULL, 16);
    return value;
}

/* Adds the token of @text, unless it is NULL or there already. */
static void add(const Telling *telling, IsrIdentity *identity, IsrTokenKind kind,
                const char *purpose, const char *text)
{
    if (!text || !*text || identity->marks->len == ISR_LIMIT_PERSON_TOKENS)
        return;
    IsrToken token = {kind, value_of(telling->key, purpose, telling->audit, text)};

    for (guint i = 0; i < identity->marks->len; i++)
        if (by_kind(&g_array_index(identity->marks, IsrToken, i), &token) == 0)
            return;
    g_array_append_val(identity->marks, token);
}

/* The subject who is named last before @value: a form's fields follow the name. */
static guint subject_before(const IsrPeople *people, const Value *value)
{
    guint found = 0;

    for (guint i = 0; i < people->places->len; i++) {
        const Place *place = &g_array_index(people->places, Place, i);
        guint person = isr_people_mention(people, place->mention)->person;

        if (place->block > value->block)
            break;
        if (value->block - place->block <= NEAR && person > 0 &&
            isr_people_nth(people, person)->role == ISR_ROLE_SUBJECT)
            found = person;
    }
    return found;
}

static gboolean works(const IsrPeople *people, guint person)
{
    return isr_people_nth(people, person)->presumed == ISR_ROLE_PROFESSIONAL;
}

/* Whose @value is as far as is said where it stands; 0 if nothing tells, or it stands beside the
 * name of who wrote it down. */
static guint owner_of(const IsrPeople *people, const Value *value)
{
    guint person = value->mention > 0 ? isr_people_mention(people, value->mention)->person : 0;

    if (person > 0)
        return works(people, person) ? 0 : person;
    if (value->role == ISR_ROLE_UNSURE || value->role == ISR_ROLE_PROFESSIONAL)
        return 0;
    person = isr_people_called(people, value->role, value->kin);
    if (person == 0 && value->role == ISR_ROLE_SUBJECT)
        person = subject_before(people, value);
    return person > 0 && works(people, person) ? 0 : person;
}

/* "2012-03-14"; NULL unless all of it was written. Free with g_free(). */
static char *day_of(const char *text)
{
    IsrDate date;

    if (!isr_date_read_birth(text, &date) || !date.day || !date.month || !date.year)
        return NULL;
    return g_strdup_printf("%04u-%02u-%02u", date.year, date.month, date.day);
}

static void tell_birthdays(Telling *telling)
{
    const GPtrArray *papers = telling->people->papers;

    for (guint i = 0; i < papers->len; i++) {
        const Value *value = papers->pdata[i];
        guint owner = value->category == ISR_CATEGORY_DOB ? owner_of(telling->people, value) : 0;
        char *day = owner > 0 ? day_of(value->value) : NULL;

        if (!day)
            continue;
        add(telling, telling->identities->pdata[owner - 1], ISR_TOKEN_BORN, "token born", day);
        g_ptr_array_add(telling->births->pdata[owner - 1], day);
    }
}

/* All that were met of one kind of number, and whose each is. */
typedef struct {
    GPtrArray *texts; /* of char *: squeezed, each once */
    GArray *owners;   /* of guint: 0 for nobody's, or several people's */
} Numbers;

static void numbers_clear(Numbers *all)
{
    g_ptr_array_unref(all->texts);
    g_array_unref(all->owners);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Numbers, numbers_clear)

#define NOBODY G_MAXUINT

static void note_number(Numbers *all, char *text, guint owner)
{
    guint at;

    if (g_ptr_array_find_with_equal_func(all->texts, text, g_str_equal, &at)) {
        guint *known = &g_array_index(all->owners, guint, at);

        *known = *known == 0 || owner == 0 || *known == owner ? MAX(*known, owner) : NOBODY;
        g_free(text);
        return;
    }
    g_ptr_array_add(all->texts, text);
    g_array_append_val(all->owners, owner);
}

static Numbers numbers_of(const IsrPeople *people, IsrCategory category, const char *check)
{
    Numbers all = {g_ptr_array_new_with_free_func(g_free),
                   g_array_new(FALSE, FALSE, sizeof(guint))};

    for (guint i = 0; i < people->papers->len; i++) {
        const Value *value = people->papers->pdata[i];
        gsize length = strlen(value->value);

        if (value->category == category && isr_check_for(check)->passes(value->value, length) &&
            isr_check_for("not-repeated")->passes(value->value, length))
            note_number(&all, isr_squeeze(value->value, -1), owner_of(people, value));
    }
    return all;
}

/* Two numbers of a kind that are one person's are so by mistake, and which is right is not known:
 * a wrong one would make two people one in every document. */
static void tell_numbers(Telling *telling, guint row)
{
    g_auto(Numbers) all = numbers_of(telling->people, numbers[row].category, numbers[row].check);
    guint subject = isr_people_called(telling->people, ISR_ROLE_SUBJECT, NULL);

    for (guint i = 0; i < all.texts->len; i++) {
        guint owner = g_array_index(all.owners, guint, i), others = 0;

        if (owner == 0 && all.texts->len == 1)
            owner = subject; /* the only one of its kind in a record about one person */
        for (guint n = 0; n < all.texts->len; n++)
            others += n != i && g_array_index(all.owners, guint, n) == owner ? 1 : 0;
        if (owner > 0 && owner != NOBODY && others == 0)
            add(telling, telling->identities->pdata[owner - 1], numbers[row].kind,
                numbers[row].purpose, all.texts->pdata[i]);
    }
}

static void tell_birth(const Telling *telling, IsrIdentity *identity, IsrTokenKind kind,
                       const char *name)
{
    const GPtrArray *days = telling->births->pdata[identity->person - 1];

    for (guint i = 0; name && i < days->len; i++) {
        g_autofree char *text = g_strdup_printf("%s\n%s", name, (const char *)days->pdata[i]);

        add(telling, identity, kind, "token birth", text);
    }
}

/* "Jay Okafor" with a birthday is likely to be a Jayden Okafor with the same. */
static void tell_pets(const Telling *telling, IsrIdentity *identity, const IsrPatterns *patterns,
                      const Mention *mention)
{
    const GPtrArray *days = telling->births->pdata[identity->person - 1];
    g_autofree char *given = days->len > 0 ? isr_canonical_alone(patterns, mention) : NULL;
    const GPtrArray *names = given ? isr_nicknames_of(patterns->nicknames, given) : NULL;

    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *name = isr_canonical_called(patterns, mention, names->pdata[i]);

        tell_birth(telling, identity, ISR_TOKEN_PET, name);
    }
}

static void tell_name(const Telling *telling, IsrIdentity *identity, const IsrPatterns *patterns,
                      const Mention *mention)
{
    g_autofree char *full = isr_canonical_full(patterns, mention);
    g_autofree char *brief = isr_canonical_short(patterns, mention);
    g_autofree char *initial = isr_canonical_initial(patterns, mention);
    g_autofree char *alone = isr_canonical_alone(patterns, mention);

    tell_birth(telling, identity, ISR_TOKEN_BIRTH, brief);
    add(telling, identity, ISR_TOKEN_NAME, "token name", full);
    if (g_strcmp0(full, brief) != 0)
        add(telling, identity, ISR_TOKEN_SHORT, "token name", brief);
    add(telling, identity, ISR_TOKEN_INITIAL, "token initial", initial);
    add(telling, identity, ISR_TOKEN_ALONE, "token alone", alone);
}

/* Nobody is without a token. Mr and Mrs Okafor are two. */
static void tell_rest(const Telling *telling, IsrIdentity *identity, const Mention *mention)
{
    g_autofree char *key = isr_squeeze(mention->text, -1);
    g_autofree char *text = g_strdup_printf("%c %s", mention->gender ? mention->gender : '-', key);

    add(telling, identity, ISR_TOKEN_REST, "token rest", *key ? text : NULL);
}

static gboolean is_named(const IsrIdentity *identity)
{
    for (guint i = 0; i < identity->marks->len; i++)
        if (isr_token_names(g_array_index(identity->marks, IsrToken, i).kind))
            return TRUE;
    return FALSE;
}

static void tell_person(const Telling *telling, guint n)
{
    const Cluster *cluster = telling->people->clusters->pdata[n];
    const IsrPatterns *patterns = telling->people->patterns;
    IsrIdentity *identity = telling->identities->pdata[n];

    for (guint i = 0; i < cluster->mentions->len; i++)
        tell_name(telling, identity, patterns, cluster->mentions->pdata[i]);
    for (guint i = 0; i < cluster->mentions->len; i++)
        tell_pets(telling, identity, patterns, cluster->mentions->pdata[i]);
    for (guint i = 0; !is_named(identity) && i < cluster->mentions->len; i++)
        tell_rest(telling, identity, cluster->mentions->pdata[i]);
    g_array_sort(identity->marks, by_kind);
}

GPtrArray *isr_identities_new(const IsrPeople *people, const IsrKey *key, const char *audit)
{
    g_autoptr(GPtrArray) births = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    Telling telling = {people, key, audit ? audit : "", isr_identities_empty(), births};

    for (guint i = 1; i <= isr_people_size(people); i++) {
        isr_identity_add(telling.identities, i, isr_people_nth(people, i)->presumed);
        g_ptr_array_add(births, g_ptr_array_new_with_free_func(g_free));
    }
    tell_birthdays(&telling);
    for (guint row = 0; row < G_N_ELEMENTS(numbers); row++)
        tell_numbers(&telling, row);
    for (guint i = 0; i < telling.identities->len; i++)
        tell_person(&telling, i);
    return telling.identities;
}

const IsrToken *isr_identity_strongest(const IsrIdentity *identity)
{
    const IsrToken *first = (const IsrToken *)(gpointer)identity->marks->data;

    return identity->marks->len > 0 && isr_token_names(first->kind) ? first : NULL;
}

static char *hex_of(const IsrTokenValue *value)
{
    return g_strdup_printf("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", value->high,
                           value->low);
}

char *isr_identity_text(const IsrKey *key, const char *audit, const IsrTokenValue *value)
{
    g_autofree char *text = hex_of(value);

    return isr_key_derive(key, "identity", audit ? audit : "", text);
}

char *isr_identity_among(const IsrKey *key, const char *audit, const IsrTokenValue *value,
                         const IsrTokenValue *digest, guint person)
{
    g_autofree char *token = hex_of(value), *document = hex_of(digest);
    g_autofree char *text = g_strdup_printf("%s %s %u", token, document, person);

    return isr_key_derive(key, "identity", audit ? audit : "", text);
}

char *isr_identity_of_name(const IsrPatterns *patterns, const IsrKey *key, const char *audit,
                           const char *name)
{
    g_autoptr(GPtrArray) identities = isr_identities_empty();
    g_autoptr(GPtrArray) births = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    const Telling telling = {NULL, key, audit ? audit : "", identities, births};
    Mention *mention = isr_mention_new(patterns, name, MENTION_NAME);
    IsrIdentity *identity = isr_identity_add(identities, 1, ISR_ROLE_UNSURE);

    g_ptr_array_add(births, g_ptr_array_new());
    tell_name(&telling, identity, patterns, mention);
    if (identity->marks->len == 0)
        tell_rest(&telling, identity, mention);
    isr_mention_free(mention);
    g_array_sort(identity->marks, by_kind);
    const IsrToken *strongest = isr_identity_strongest(identity);

    return strongest ? isr_identity_text(key, audit, &strongest->value) : NULL;
}

/* What this document tells of somebody. A namesake whose token is among those @seen is somebody
 * else. */
static char *told_of(const IsrIdentity *own, const IsrKey *key, const char *audit, GHashTable *seen)
{
    const IsrToken *strongest = isr_identity_strongest(own);
    const IsrTokenValue here = {0, 0};

    if (!strongest)
        return NULL;
    if (!g_hash_table_add(seen, (gpointer)&strongest->value.low))
        return isr_identity_among(key, audit, &strongest->value, &here, own->person);
    return isr_identity_text(key, audit, &strongest->value);
}

static const char *known_of(GHashTable *known, guint person)
{
    return known ? g_hash_table_lookup(known, GUINT_TO_POINTER(person)) : NULL;
}

GPtrArray *isr_identities_texts(const IsrPeople *people, const IsrKey *key, const char *audit,
                                GHashTable *known)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GPtrArray) own = key ? isr_identities_new(people, key, audit) : NULL;

    if (!own)
        return texts;
    g_ptr_array_add(texts, g_strdup(known_of(known, 0)));
    for (guint i = 1; i <= own->len; i++) {
        char *told = told_of(own->pdata[i - 1], key, audit, seen);
        const char *given = known_of(known, i);

        g_ptr_array_add(texts, given ? g_strdup(given) : g_strdup(told));
        g_free(told);
    }
    return texts;
}
