/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name that several people bear. */
#include "isr_settled.h"

#include "../src/nearest.h"

static const char *const FAMILY[] = {
    "Father: Darren Stoakes. Mother: Gemma Stoakes. Child: Jaydon Stoakes.",
    "Darren came at nine.",
    "The neighbour says that he shouts.",
    "Gemma was at work.",
    NULL,
};

/* Who "Stoakes" in @block is, behind @title. */
static const char *name_of(const Settled *settled, guint block, char title)
{
    Mention *mention = isr_mention_new(patterns, "Stoakes", MENTION_TITLED);

    mention->gender = title;
    const guint person = isr_nearest(settled->people, mention, block, 0);
    isr_mention_free(mention);
    return person > 0 ? isr_people_nth(settled->people, person)->names->pdata[0] : NULL;
}

static void the_title_and_who_was_named_last_tell_whom_it_means(void **state)
{
    (void)state;
    Settled settled = settle(FAMILY);

    assert_string_equal(name_of(&settled, 2, 'm'), "Darren Stoakes");
    assert_string_equal(name_of(&settled, 2, 'f'), "Gemma Stoakes");
    assert_string_equal(name_of(&settled, 3, 'm'), "Darren Stoakes");
    settled_free(&settled);
}

static void nobody_is_meant_who_is_called_otherwise(void **state)
{
    (void)state;
    Settled settled = settle(FAMILY);
    Mention *mention = isr_mention_new(patterns, "Okafor", MENTION_NAME);

    assert_int_equal(isr_nearest(settled.people, mention, 2, 0), 0);
    isr_mention_free(mention);
    settled_free(&settled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_and_who_was_named_last_tell_whom_it_means),
        cmocka_unit_test(nobody_is_meant_who_is_called_otherwise),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
