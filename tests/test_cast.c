/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the score calls a right role, and people that are split or mixed. */
#include "isr_test.h"

#include "cast.h"
#include "isr_gold.h"

#include <string.h>

/* A mention of the gold's @nth person that the program gives to @number in @role. */
static void mention(GArray *attributions, const IsrGold *gold, guint nth, guint number,
                    const IsrFinding *given)
{
    static IsrFinding findings[16];
    static guint used = 0;
    IsrAttribution one = {.person = gold->people->pdata[nth]};

    if (given) {
        IsrFinding *finding = &findings[used++ % G_N_ELEMENTS(findings)];

        *finding = *given;
        finding->person = number;
        one.finding = finding;
    }
    g_array_append_val(attributions, one);
}

static const IsrCastMember *member(const IsrCast *cast, guint nth)
{
    return &g_array_index(cast->members, IsrCastMember, nth);
}

static const IsrFinding SUBJECT = {.role = ISR_ROLE_SUBJECT, .reason = "label"};
static const IsrFinding FAMILY = {.role = ISR_ROLE_FAMILY, .reason = "kin word"};
static const IsrFinding UNSURE = {.role = ISR_ROLE_UNSURE, .reason = "word list"};

static void most_mentions_decide_the_role(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "x");
    g_autoptr(GArray) attributions = g_array_new(FALSE, FALSE, sizeof(IsrAttribution));

    mention(attributions, gold, 0, 1, &UNSURE);
    mention(attributions, gold, 0, 1, &SUBJECT);
    mention(attributions, gold, 0, 1, &SUBJECT);
    mention(attributions, gold, 0, 1, NULL);
    g_autoptr(IsrCast) cast = isr_cast(gold, attributions, NULL);

    assert_int_equal(cast->members->len, 1);
    assert_int_equal(member(cast, 0)->casting, ISR_CASTING_RIGHT);
    assert_int_equal(member(cast, 0)->mentions, 4);
    assert_int_equal(member(cast, 0)->found, 3);
    assert_int_equal(member(cast, 0)->parts, 1);
    assert_string_equal(member(cast, 0)->evidence, "label");
}

static void a_role_that_is_not_known_is_unsure_and_a_false_one_wrong(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "x");
    g_autoptr(GArray) attributions = g_array_new(FALSE, FALSE, sizeof(IsrAttribution));

    mention(attributions, gold, 0, 1, &UNSURE);
    mention(attributions, gold, 1, 2, &SUBJECT);
    mention(attributions, gold, 2, 0, NULL);
    g_autoptr(IsrCast) cast = isr_cast(gold, attributions, NULL);

    assert_int_equal(member(cast, 0)->casting, ISR_CASTING_UNSURE);
    assert_int_equal(member(cast, 1)->casting, ISR_CASTING_WRONG);
    assert_int_equal(member(cast, 2)->casting, ISR_CASTING_ABSENT);
}

static void people_are_split_and_mixed(void **state)
{
    (void)state;
    g_autoptr(IsrGold) gold = gold_from("", "x");
    g_autoptr(GArray) attributions = g_array_new(FALSE, FALSE, sizeof(IsrAttribution));

    mention(attributions, gold, 0, 1, &SUBJECT);
    mention(attributions, gold, 0, 2, &SUBJECT);
    mention(attributions, gold, 1, 2, &FAMILY);
    mention(attributions, gold, 1, 2, &FAMILY);
    mention(attributions, gold, 2, 3, &FAMILY);
    g_autoptr(IsrCast) cast = isr_cast(gold, attributions, NULL);

    assert_int_equal(member(cast, 0)->parts, 2);
    assert_int_equal(member(cast, 1)->parts, 1);
    assert_int_equal(cast->persons, 3);
    assert_int_equal(cast->mixed, 1);
    assert_string_equal(cast->mixes->pdata[0], "person 2: Ann Bell, Joe Bell");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(most_mentions_decide_the_role),
        cmocka_unit_test(a_role_that_is_not_known_is_unsure_and_a_false_one_wrong),
        cmocka_unit_test(people_are_split_and_mixed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
