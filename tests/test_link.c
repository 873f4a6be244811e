/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who in one document is who in another: by numbers, by birthdays, by names, by company; never by
 * the order of the documents. */
#include "isr_key_test.h"

#include <isredact/identity.h>

#include "../src/batch/link.h"

#include <string.h>

static IsrKey *key;

static int load(void **state)
{
    (void)state;
    key = key_of('a');
    return 0;
}

static int unload(void **state)
{
    (void)state;
    isr_key_free(key);
    return 0;
}

static gint by_kind(gconstpointer a, gconstpointer b)
{
    const IsrToken *x = a, *y = b;

    return x->kind != y->kind ? (x->kind < y->kind ? -1 : 1)
                              : isr_token_compare(&x->value, &y->value);
}

static IsrTokenKind kind_of(const char *id)
{
    for (IsrTokenKind kind = 0; kind < ISR_N_TOKENS; kind++)
        if (g_str_equal(isr_token_id(kind), id))
            return kind;
    fail_msg("no token is called %s", id);
    return ISR_N_TOKENS;
}

/* Adds "name=jo" to the tokens: a value for each text; names and short names are of one kind. */
static void add_token(IsrIdentity *identity, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, "=", 2);
    IsrToken token = {.kind = kind_of(words[0])};
    const char *realm = token.kind == ISR_TOKEN_SHORT ? "name"
                        : token.kind == ISR_TOKEN_PET ? "birth"
                                                      : words[0];
    g_autofree char *hex = isr_key_derive(key, realm, "", words[1]);

    token.value = (IsrTokenValue){g_str_hash(hex), g_str_hash(hex + 1)};
    g_array_append_val(identity->marks, token);
}

/* The text of a document of @people, ended by NULL: "subject name=jo born=1". */
static char *survey(const char *const *people)
{
    g_autoptr(GPtrArray) identities = isr_identities_empty();

    for (guint i = 0; people[i]; i++) {
        g_auto(GStrv) words = g_strsplit(people[i], " ", -1);
        IsrIdentity *identity;
        guint role = 0;

        while (!g_str_equal(isr_role_id((IsrRole)role), words[0]))
            role++;
        identity = isr_identity_add(identities, i + 1, (IsrRole)role);
        for (guint n = 1; words[n]; n++)
            add_token(identity, words[n]);
        g_array_sort(identity->marks, by_kind);
    }
    return isr_identities_json(identities);
}

typedef const char *Document[8];

/* The batch of @documents, numbered from 0 and told in that order. */
static IsrLink *linked(const Document *documents, guint n)
{
    IsrLink *link = isr_link_new(key, NULL);

    for (guint i = 0; i < n; i++) {
        g_autofree char *text = survey(documents[i]);
        assert_true(isr_link_add(link, i, text, strlen(text), NULL));
    }
    isr_link_settle(link);
    return link;
}

static gboolean are_one(IsrLink *link, guint a, guint p, guint b, guint q)
{
    g_autofree char *x = isr_link_identity(link, a, p), *y = isr_link_identity(link, b, q);

    assert_non_null(x);
    assert_non_null(y);
    return g_str_equal(x, y);
}

static guint doubts(const IsrLink *link, IsrDoubtKind kind, guint document, guint person)
{
    guint n = 0;

    for (guint i = 0; i < isr_link_doubts(link)->len; i++) {
        const IsrDoubt *doubt = &g_array_index(isr_link_doubts(link), IsrDoubt, i);
        n += doubt->kind == kind && doubt->document == document && doubt->person == person ? 1 : 0;
    }
    return n;
}

static void a_number_makes_one(void **state)
{
    static const Document documents[] = {
        {"subject nhs-number=1 name=jayden-okafor alone=jayden born=14"},
        {"subject nhs-number=1 name=jaydon-okafor alone=jaydon born=14"},
        {"subject nhs-number=1 alone=jay"},
        {"family upn=7 name=amara-okafor alone=amara", "subject nhs-number=2 alone=jay"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 4);
    assert_true(are_one(link, 0, 1, 1, 1));
    assert_true(are_one(link, 0, 1, 2, 1));
    assert_false(are_one(link, 0, 1, 3, 1));
    assert_false(are_one(link, 0, 1, 3, 2));
}

static void the_identity_is_that_of_the_strongest_token(void **state)
{
    static const Document documents[] = {{"subject nhs-number=1 name=jo born=14"},
                                         {"subject name=jo"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 2);
    g_autoptr(GPtrArray) one = isr_identities_empty();
    IsrIdentity *identity = isr_identity_add(one, 1, ISR_ROLE_SUBJECT);

    add_token(identity, "nhs-number=1");
    g_autofree char *wanted =
        isr_identity_text(key, NULL, &isr_identity_strongest(identity)->value);
    g_autofree char *text = isr_link_identity(link, 1, 1);
    assert_string_equal(text, wanted);
}

static void a_number_at_the_wrong_name_joins_nobody(void **state)
{
    static const Document documents[] = {{"subject nhs-number=1 name=jo-a alone=jo born=14"},
                                         {"subject nhs-number=1 name=jo-a alone=jo born=14"},
                                         {"family nhs-number=1 name=mia-a alone=mia born=15"},
                                         {"family name=mia-a alone=mia born=15 birth=mia15"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 4);
    assert_true(are_one(link, 0, 1, 1, 1));
    assert_false(are_one(link, 0, 1, 2, 1));
    assert_int_equal(doubts(link, ISR_DOUBT_APART, 2, 1), 1);
}

static void two_children_with_one_name_stay_two(void **state)
{
    static const Document documents[] = {{"subject name=jo birth=jo1 born=1", "family name=ma"},
                                         {"subject name=jo birth=jo2 born=2", "family name=pa"},
                                         {"subject name=jo", "family name=pa"},
                                         {"subject name=jo", "family name=aunt"},
                                         {"subject name=jo birth=jo1 born=1"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 5);
    assert_false(are_one(link, 0, 1, 1, 1));
    assert_true(are_one(link, 0, 1, 4, 1));
    assert_true(are_one(link, 1, 1, 2, 1));
    assert_false(are_one(link, 3, 1, 0, 1));
    assert_false(are_one(link, 3, 1, 1, 1));
    assert_int_equal(doubts(link, ISR_DOUBT_APART, 3, 1), 1);
    assert_int_equal(doubts(link, ISR_DOUBT_APART, 2, 1), 0);
}

static void a_name_alone_is_asked_after_where_nobody_is_shared(void **state)
{
    static const Document documents[] = {{"subject name=jo", "family name=ma"},
                                         {"subject name=jo", "family name=ma"},
                                         {"third-party name=jo", "subject name=liv"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 3);
    assert_true(are_one(link, 0, 1, 1, 1));
    assert_true(are_one(link, 0, 1, 2, 1));
    assert_int_equal(doubts(link, ISR_DOUBT_JOINED, 0, 1), 0);
    assert_int_equal(doubts(link, ISR_DOUBT_JOINED, 2, 1), 1);
}

static void two_of_one_document_stay_two(void **state)
{
    static const Document documents[] = {{"family name=jo", "subject name=jo"},
                                         {"subject name=jo"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 2);
    assert_false(are_one(link, 0, 1, 0, 2));
}

static void an_initial_is_the_one_who_fits(void **state)
{
    static const Document documents[] = {{"subject name=jayden-okafor initial=j-okafor"},
                                         {"subject initial=j-okafor"},
                                         {"professional initial=j-okafor"},
                                         {"subject name=kim-ash initial=k-ash", "family name=ma"},
                                         {"subject name=kit-ash initial=k-ash", "family name=pa"},
                                         {"subject initial=k-ash", "family name=pa"},
                                         {"subject initial=k-ash"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 7);
    assert_true(are_one(link, 0, 1, 1, 1));
    assert_false(are_one(link, 0, 1, 2, 1));
    assert_true(are_one(link, 4, 1, 5, 1));
    assert_false(are_one(link, 6, 1, 3, 1));
    assert_false(are_one(link, 6, 1, 4, 1));
    assert_int_equal(doubts(link, ISR_DOUBT_APART, 6, 1), 1);
    assert_int_equal(doubts(link, ISR_DOUBT_APART, 5, 1), 0);
}

static void twins_with_one_initial_stay_apart(void **state)
{
    static const Document documents[] = {
        {"subject name=jay-a initial=j-a alone=jay born=1 birth=jay1"},
        {"subject name=jo-a initial=j-a alone=jo born=1 birth=jo1"},
        {"subject initial=j-a born=1"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 3);
    assert_false(are_one(link, 0, 1, 1, 1));
    assert_false(are_one(link, 0, 1, 2, 1));
    assert_false(are_one(link, 1, 1, 2, 1));
    assert_int_equal(doubts(link, ISR_DOUBT_APART, 2, 1), 1);
}

static void a_changed_surname_is_told_by_family_and_birthday(void **state)
{
    static const Document documents[] = {
        {"subject name=mia-a alone=mia born=1 birth=mia-a1", "family name=ma"},
        {"subject name=mia-b alone=mia born=1 birth=mia-b1", "family name=ma"},
        {"subject name=mia-c alone=mia born=1 birth=mia-c1", "family name=pa"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 3);
    assert_true(are_one(link, 0, 1, 1, 1));
    assert_false(are_one(link, 0, 1, 2, 1));
    assert_int_equal(doubts(link, ISR_DOUBT_JOINED, 0, 1) + doubts(link, ISR_DOUBT_JOINED, 1, 1),
                     1);
}

static void middle_names_and_pet_names_lead_to_the_whole(void **state)
{
    static const Document documents[] = {
        {"subject name=jayden-e-okafor short=jayden-okafor born=1 birth=jayden1"},
        {"subject name=jayden-okafor"},
        {"subject name=jay-okafor born=1 birth=jay1 pet=jayden1"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 3);
    assert_true(are_one(link, 0, 1, 1, 1));
    assert_true(are_one(link, 0, 1, 2, 1));
}

static void a_forename_is_asked_after(void **state)
{
    static const Document documents[] = {{"subject name=jayden-okafor alone=jayden"},
                                         {"subject alone=jayden"},
                                         {"subject alone=kim"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 3);
    assert_int_equal(doubts(link, ISR_DOUBT_JOINED, 1, 1), 0);
    assert_false(are_one(link, 0, 1, 1, 1));
    assert_int_equal(doubts(link, ISR_DOUBT_APART, 1, 1), 1);
    assert_int_equal(doubts(link, ISR_DOUBT_APART, 2, 1), 0);
}

static void a_forename_in_the_family_is_theirs(void **state)
{
    static const Document documents[] = {
        {"subject name=jo-a alone=jo", "family name=ma-a alone=ma", "professional name=x"},
        {"subject name=jo-a alone=jo", "family alone=ma"},
        {"subject name=jo-b alone=jo", "family alone=ma", "professional name=x"},
        {"subject alone=jo", "family name=ma-a alone=ma"},
        {"subject name=jo-b alone=jo", "family alone=ma"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 5);
    assert_true(are_one(link, 0, 2, 1, 2));
    assert_true(are_one(link, 0, 1, 3, 1));
    assert_false(are_one(link, 0, 2, 2, 2));
    assert_true(are_one(link, 2, 2, 4, 2));
    assert_int_equal(doubts(link, ISR_DOUBT_JOINED, 1, 2), 1);
}

static void dates_of_one_record_move_together(void **state)
{
    static const Document documents[] = {{"subject name=jo", "subject name=liv"},
                                         {"subject name=jo upn=1"},
                                         {"subject name=liv"},
                                         {"subject name=kit"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 4);
    g_autofree char *jo = isr_link_identity(link, 1, 1), *kit = isr_link_identity(link, 3, 1);

    for (guint i = 0; i < 4; i++) {
        g_autofree char *whose = isr_link_identity(link, i, 0);
        assert_string_equal(whose, i < 3 ? jo : kit);
    }
}

static void dates_go_with_the_subject_of_whose_family_it_speaks(void **state)
{
    static const Document documents[] = {
        {"subject name=jo", "family name=ma", "professional name=teacher"},
        {"subject name=liv", "family name=pa", "professional name=teacher"},
        {"professional name=head", "family name=ma"},
        {"professional name=nobody"},
        {"professional name=head", "third-party name=liv"}};

    (void)state;
    g_autoptr(IsrLink) link = linked(documents, 5);
    g_autofree char *jo = isr_link_identity(link, 0, 1), *liv = isr_link_identity(link, 1, 1);
    g_autofree char *of_house = isr_link_identity(link, 2, 0);
    g_autofree char *of_friend = isr_link_identity(link, 4, 0);
    g_autofree char *own = isr_link_identity(link, 0, 0);
    assert_string_equal(own, jo);
    assert_string_equal(of_house, jo);
    assert_null(isr_link_identity(link, 3, 0));
    assert_string_equal(of_friend, liv);
}

/* A batch of people some of whose tokens are told in each document. */
#define DOCUMENTS 60

static char *drawn(GRand *dice)
{
    char *people[8] = {NULL};
    guint n = 1 + g_rand_int(dice) % 6;
    char *text;

    for (guint i = 0; i < n; i++) {
        guint who = g_rand_int(dice) % 25, told = g_rand_int(dice);
        const char *role = who < 8 ? "subject" : who < 18 ? "family" : "professional";
        GString *tokens = g_string_new(role);

        if (told & 1)
            g_string_append_printf(tokens, " nhs-number=%u", who);
        if (told & 2)
            g_string_append_printf(tokens, " born=%u birth=%u-%u", who % 9, who / 2, who % 9);
        if (told & 12)
            g_string_append_printf(tokens, " name=%u", who / 2);
        if (told & 16)
            g_string_append_printf(tokens, " initial=%u", who / 4);
        g_string_append_printf(tokens, " alone=%u", who / 3);
        people[i] = g_string_free(tokens, FALSE);
    }
    text = survey((const char *const *)people);
    for (guint i = 0; i < n; i++)
        g_free(people[i]);
    return text;
}

/* Tells @texts in the order of @order, each under its own number plus @shift. */
static IsrLink *told_in_order(char *const *texts, const guint *order, guint shift)
{
    IsrLink *link = isr_link_new(key, NULL);

    for (guint i = 0; i < DOCUMENTS; i++)
        assert_true(
            isr_link_add(link, order[i] + shift, texts[order[i]], strlen(texts[order[i]]), NULL));
    isr_link_settle(link);
    return link;
}

static void shuffle(guint *order, GRand *dice)
{
    for (guint i = DOCUMENTS - 1; i > 0; i--) {
        guint n = g_rand_int(dice) % (i + 1), swap = order[i];

        order[i] = order[n];
        order[n] = swap;
    }
}

static void same(IsrLink *a, IsrLink *b, guint shift)
{
    assert_int_equal(isr_link_doubts(a)->len, isr_link_doubts(b)->len);
    for (guint i = 0; i < DOCUMENTS; i++)
        for (guint person = 0; person < 7; person++) {
            g_autofree char *x = isr_link_identity(a, i, person);
            g_autofree char *y = isr_link_identity(b, i + shift, person);

            if (g_strcmp0(x, y) != 0)
                fail_msg("document %u, person %u", i, person);
        }
    for (guint i = 0; i < isr_link_doubts(a)->len; i++) {
        const IsrDoubt *x = &g_array_index(isr_link_doubts(a), IsrDoubt, i);
        const IsrDoubt *y = &g_array_index(isr_link_doubts(b), IsrDoubt, i);

        assert_int_equal(x->document + shift, y->document);
        assert_int_equal(x->person, y->person);
        assert_int_equal(x->kind, y->kind);
        assert_string_equal(x->code, y->code);
        assert_string_equal(x->other, y->other);
    }
}

static void no_order_of_documents_changes_anything(void **state)
{
    GRand *dice = g_rand_new_with_seed(11);

    (void)state;
    for (guint round = 0; round < 40; round++) {
        char *texts[DOCUMENTS];
        guint order[DOCUMENTS];

        for (guint i = 0; i < DOCUMENTS; i++) {
            texts[i] = drawn(dice);
            order[i] = i;
        }
        g_autoptr(IsrLink) link = told_in_order(texts, order, 0);

        shuffle(order, dice);
        g_autoptr(IsrLink) other = told_in_order(texts, order, 1000);

        same(link, other, 1000);
        for (guint i = 0; i < DOCUMENTS; i++)
            g_free(texts[i]);
    }
    g_rand_free(dice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_makes_one),
        cmocka_unit_test(the_identity_is_that_of_the_strongest_token),
        cmocka_unit_test(a_number_at_the_wrong_name_joins_nobody),
        cmocka_unit_test(two_children_with_one_name_stay_two),
        cmocka_unit_test(a_name_alone_is_asked_after_where_nobody_is_shared),
        cmocka_unit_test(two_of_one_document_stay_two),
        cmocka_unit_test(an_initial_is_the_one_who_fits),
        cmocka_unit_test(twins_with_one_initial_stay_apart),
        cmocka_unit_test(a_changed_surname_is_told_by_family_and_birthday),
        cmocka_unit_test(middle_names_and_pet_names_lead_to_the_whole),
        cmocka_unit_test(a_forename_is_asked_after),
        cmocka_unit_test(a_forename_in_the_family_is_theirs),
        cmocka_unit_test(dates_of_one_record_move_together),
        cmocka_unit_test(dates_go_with_the_subject_of_whose_family_it_speaks),
        cmocka_unit_test(no_order_of_documents_changes_anything),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
