/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same person has the same tokens in documents that write their name and birthday in other
 * ways, and what is read of tokens is only what was written. */
#include "isr_key_test.h"
#include "isr_settled.h"

#include <isredact/error.h>
#include <isredact/identity.h>

#include <isredact/limits.h>

#include <string.h>

static IsrKey *key;

static int load(void **state)
{
    key = key_of('a');
    return load_patterns(state);
}

static int unload(void **state)
{
    isr_key_free(key);
    return unload_patterns(state);
}

/* The identities of the record of @texts under @audit; free with g_ptr_array_unref(). */
static GPtrArray *told(const char *const *texts, const char *audit)
{
    Settled settled = settle(texts);
    GPtrArray *identities = isr_identities_new(settled.people, key, audit);

    settled_free(&settled);
    return identities;
}

static const IsrIdentity *nth(const GPtrArray *identities, guint person)
{
    assert_in_range(person, 1, identities->len);
    return identities->pdata[person - 1];
}

/* How many tokens of @kind the two share; with itself: how many it has. */
static guint shared(const IsrIdentity *a, const IsrIdentity *b, IsrTokenKind kind)
{
    guint n = 0;

    for (guint i = 0; i < a->marks->len; i++) {
        const IsrToken *token = &g_array_index(a->marks, IsrToken, i);
        for (guint j = 0; j < b->marks->len; j++) {
            const IsrToken *other = &g_array_index(b->marks, IsrToken, j);
            n += token->kind == kind && other->kind == kind &&
                         isr_token_compare(&token->value, &other->value) == 0
                     ? 1
                     : 0;
        }
    }
    return n;
}

static guint has(const IsrIdentity *identity, IsrTokenKind kind)
{
    return shared(identity, identity, kind);
}

static const char *const school[] = {"Name of child: OKAFOR, Jayden", "Date of birth: 14/03/2012",
                                     "NHS number: 999 347 6501", "Jayden enjoys school.", NULL};
static const char *const health[] = {"Patient: Jayden Okafor", "DOB: 14 March 2012",
                                     "NHS No: 9993476501", NULL};

static void ways_of_writing_meet(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) a = told(school, NULL), b = told(health, "");

    for (IsrTokenKind kind = 0; kind < ISR_N_TOKENS; kind++) {
        guint wanted = kind == ISR_TOKEN_NHS_NUMBER || kind == ISR_TOKEN_BIRTH ||
                               kind == ISR_TOKEN_NAME || kind == ISR_TOKEN_INITIAL ||
                               kind == ISR_TOKEN_ALONE || kind == ISR_TOKEN_BORN
                           ? 1
                           : 0;
        if (kind != ISR_TOKEN_PET && shared(nth(a, 1), nth(b, 1), kind) != wanted)
            fail_msg("%s: %u shared", isr_token_id(kind), shared(nth(a, 1), nth(b, 1), kind));
    }
    assert_int_equal(isr_identity_strongest(nth(a, 1))->kind, ISR_TOKEN_NHS_NUMBER);
}

/* How many of @a's tokens of @kind @b has as one of @other. */
static guint leads(const IsrIdentity *a, IsrTokenKind kind, const IsrIdentity *b,
                   IsrTokenKind other)
{
    guint n = 0;

    for (guint i = 0; i < a->marks->len; i++)
        for (guint j = 0; j < b->marks->len; j++) {
            const IsrToken *x = &g_array_index(a->marks, IsrToken, i);
            const IsrToken *y = &g_array_index(b->marks, IsrToken, j);
            n += x->kind == kind && y->kind == other && isr_token_compare(&x->value, &y->value) == 0
                     ? 1
                     : 0;
        }
    return n;
}

static void short_names_lead_to_the_whole(void **state)
{
    static const char *const brief[] = {"Name of child: Danny Okafor", "DOB: 14.3.12", NULL};
    static const char *const whole[] = {"Name of child: Daniel Emeka Okafor",
                                        "Date of birth: 14/03/2012", NULL};
    static const char *const other[] = {"Name of child: Daniel Okafor", "Date of birth: 14/04/2012",
                                        NULL};

    (void)state;
    g_autoptr(GPtrArray) a = told(brief, NULL), b = told(whole, NULL), c = told(other, NULL);
    assert_int_equal(leads(nth(a, 1), ISR_TOKEN_PET, nth(b, 1), ISR_TOKEN_BIRTH), 1);
    assert_int_equal(leads(nth(a, 1), ISR_TOKEN_PET, nth(c, 1), ISR_TOKEN_BIRTH), 0);
    assert_int_equal(leads(nth(b, 1), ISR_TOKEN_SHORT, nth(c, 1), ISR_TOKEN_NAME), 1);
}

static void audits_share_nothing(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) a = told(school, NULL), b = told(school, "2027");

    assert_in_range(nth(a, 1)->marks->len, 6, 20);
    assert_int_equal(nth(a, 1)->marks->len, nth(b, 1)->marks->len);
    for (IsrTokenKind kind = 0; kind < ISR_N_TOKENS; kind++)
        assert_int_equal(shared(nth(a, 1), nth(b, 1), kind), 0);
}

static void twins_share_a_birthday_and_no_more(void **state)
{
    static const char *const twins[] = {"Child: Amara Nwosu, DOB 02/05/2016",
                                        "Child: Chidi Nwosu, DOB 02/05/2016", NULL};

    (void)state;
    g_autoptr(GPtrArray) two = told(twins, NULL);
    assert_int_equal(two->len, 2);
    for (IsrTokenKind kind = 0; kind < ISR_N_TOKENS; kind++)
        assert_int_equal(shared(nth(two, 1), nth(two, 2), kind), kind == ISR_TOKEN_BORN ? 1 : 0);
    assert_int_equal(has(nth(two, 1), ISR_TOKEN_BIRTH), 1);
    assert_int_equal(has(nth(two, 2), ISR_TOKEN_BIRTH), 1);
}

static void a_wrong_number_tells_nothing(void **state)
{
    static const char *const wrong[] = {"Name of child: Jayden Okafor", "NHS number: 999 347 6502",
                                        NULL};
    static const char *const two[] = {"Name of child: Jayden Okafor", "NHS number: 999 347 6501",
                                      "NHS number: 999 347 6625", NULL};

    (void)state;
    g_autoptr(GPtrArray) a = told(wrong, NULL), b = told(two, NULL);
    assert_int_equal(has(nth(a, 1), ISR_TOKEN_NHS_NUMBER), 0);
    assert_int_equal(has(nth(b, 1), ISR_TOKEN_NHS_NUMBER), 0);
}

static void who_wrote_it_down_has_no_number(void **state)
{
    static const char *const texts[] = {"Name of child: Jayden Okafor",
                                        "School nurse: Helen Marsh, NHS number: 999 347 6501",
                                        NULL};

    (void)state;
    g_autoptr(GPtrArray) people = told(texts, NULL);
    for (guint i = 1; i <= people->len; i++)
        if (nth(people, i)->role == ISR_ROLE_PROFESSIONAL)
            assert_int_equal(has(nth(people, i), ISR_TOKEN_NHS_NUMBER), 0);
    assert_int_equal(nth(people, 1)->role, ISR_ROLE_SUBJECT);
    assert_int_equal(has(nth(people, 1), ISR_TOKEN_NHS_NUMBER), 1);
}

static void json_comes_back_as_it_was(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) people = told(school, NULL);
    g_autofree char *text = isr_identities_json(people);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) read = isr_identities_read(text, strlen(text), &error);

    assert_no_error(error);
    g_autofree char *again = isr_identities_json(read);
    assert_string_equal(text, again);
    assert_null(strstr(text, "kafor"));
    assert_int_equal(read->len, people->len);
}

static void refuses(const char *text, gsize length)
{
    g_autoptr(GError) error = NULL;

    assert_null(isr_identities_read(text, length, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
}

static void json_of_another_hand_is_refused(void **state)
{
    static const char *const texts[] = {
        "",
        "{}",
        "{\"version\":2,\"people\":[]}\n",
        "{\"version\":1,\"people\":[]}",
        "{\"version\":1,\"people\":[]}\n ",
        "{\"version\":1,\"people\":[{\"person\":2,\"role\":\"subject\",\"tokens\":[]}]}\n",
        "{\"version\":1,\"people\":[{\"person\":1,\"role\":\"king\",\"tokens\":[]}]}\n",
        "{\"version\":1,\"people\":[{\"person\":1,\"role\":\"subject\",\"tokens\":[[\"name\","
        "\"0123\"]]}]}\n",
        "{\"version\":1,\"people\":[{\"person\":1,\"role\":\"subject\",\"tokens\":[[\"name\","
        "\"0123456789ABCDEF0123456789ABCDEF\"]]}]}\n",
        "{\"version\":1,\"people\":[{\"person\":1,\"role\":\"subject\",\"tokens\":[[\"name\","
        "\"0123456789abcdef0123456789abcdef\"],[\"name\","
        "\"0123456789abcdef0123456789abcdef\"]]}]}\n",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[",
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        refuses(texts[i], strlen(texts[i]));
}

/* Whether what is told of @people people, each by @tokens tokens, is read. */
static gboolean is_read(guint people, guint tokens)
{
    g_autoptr(GString) text = g_string_new("{\"version\":1,\"people\":[");
    g_autoptr(GPtrArray) read = NULL;

    for (guint i = 0; i < people; i++) {
        g_string_append_printf(text, "%s{\"person\":%u,\"role\":\"subject\",\"tokens\":[",
                               i ? "," : "", i + 1);
        for (guint n = 0; n < tokens; n++)
            g_string_append_printf(text, "%s[\"name\",\"%032x\"]", n ? "," : "", n);
        g_string_append(text, "]}");
    }
    g_string_append(text, "]}\n");
    read = isr_identities_read(text->str, text->len, NULL);
    return read != NULL;
}

static void no_more_is_read_than_a_document_can_tell(void **state)
{
    (void)state;
    assert_true(is_read(1, ISR_LIMIT_PERSON_TOKENS));
    assert_false(is_read(1, ISR_LIMIT_PERSON_TOKENS + 1));
    assert_true(is_read(ISR_LIMIT_PEOPLE, 0));
    assert_false(is_read(ISR_LIMIT_PEOPLE + 1, 0));
}

static void every_cut_of_json_is_refused(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) people = told(school, NULL);
    g_autofree char *text = isr_identities_json(people);

    for (gsize length = 0; length < strlen(text); length++) {
        g_autofree char *head = g_memdup2(text, length);
        refuses(head ? head : "", length);
    }
}

static void a_name_is_known_by_itself(void **state)
{
    (void)state;
    g_autofree char *a = isr_identity_of_name(patterns, key, NULL, "OKAFOR, Jayden");
    g_autofree char *b = isr_identity_of_name(patterns, key, NULL, "Jayden Okafor");
    g_autofree char *c = isr_identity_of_name(patterns, key, NULL, "Jaydon Okafor");
    static const char *const plain[] = {"Name of child: Jayden Okafor", NULL};
    g_autoptr(GPtrArray) people = told(plain, NULL);
    g_autofree char *d =
        isr_identity_text(key, NULL, &isr_identity_strongest(nth(people, 1))->value);

    assert_string_equal(a, b);
    assert_string_not_equal(a, c);
    assert_string_equal(a, d);
    assert_int_equal(strlen(a), 64);
    assert_null(isr_identity_of_name(patterns, key, NULL, "?"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ways_of_writing_meet),
        cmocka_unit_test(short_names_lead_to_the_whole),
        cmocka_unit_test(audits_share_nothing),
        cmocka_unit_test(twins_share_a_birthday_and_no_more),
        cmocka_unit_test(a_wrong_number_tells_nothing),
        cmocka_unit_test(who_wrote_it_down_has_no_number),
        cmocka_unit_test(json_comes_back_as_it_was),
        cmocka_unit_test(json_of_another_hand_is_refused),
        cmocka_unit_test(no_more_is_read_than_a_document_can_tell),
        cmocka_unit_test(every_cut_of_json_is_refused),
        cmocka_unit_test(a_name_is_known_by_itself),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
