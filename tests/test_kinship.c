/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose relative a word for a relative makes of somebody. */
#include "isr_settled.h"

#include "../src/kinship.h"

/* The first name of whom @name is said to be a relative; NULL if nobody is named. @perhaps: what a
 * pronoun alone says. */
static const char *owner_of(const Settled *settled, const char *name, gboolean *perhaps)
{
    for (guint i = 0; i < settled->people->mentions->len; i++) {
        const Mention *mention = settled->people->mentions->pdata[i];

        if (strcmp(mention->text, name) != 0)
            continue;
        *perhaps = mention->perhaps;
        return mention->relative > 0 ? isr_people_mention(settled->people, mention->relative)->text
                                     : NULL;
    }
    fail_msg("nobody is called %s", name);
    return NULL;
}

static void assert_owner(const char *text, const char *name, const char *owner, gboolean perhaps)
{
    const char *const texts[] = {text, NULL};
    Settled settled = settle(texts);
    gboolean by_pronoun = FALSE;
    const char *said = owner_of(&settled, name, &by_pronoun);

    if (g_strcmp0(said, owner) != 0 || by_pronoun != perhaps)
        fail_msg("%s: of %s", text, said != NULL ? said : "nobody");
    settled_free(&settled);
}

static void a_name_owns_its_relative(void **state)
{
    (void)state;
    assert_owner("Alfie Row's mother, Joy Spavin, came in.", "Joy Spavin", "Alfie Row", FALSE);
    assert_owner("Joy Spavin, Alfie Row's mother, came in.", "Joy Spavin", "Alfie Row", FALSE);
    assert_owner("We spoke to Joy Spavin, mother of Alfie.", "Joy Spavin", "Alfie", FALSE);
    assert_owner("Joy Spavin, Alfie Row's teacher, came in.", "Joy Spavin", NULL, FALSE);
}

static void a_pronoun_leads_to_who_can_be_meant(void **state)
{
    (void)state;
    assert_owner("Mr Trevor Pugsley rang. His wife Marisol had heard it.", "Marisol",
                 "Trevor Pugsley", TRUE);
    assert_owner("Trevor Pugsley saw Shirin Akter. His wife Marisol had heard it.", "Marisol",
                 "Trevor Pugsley", TRUE);
    assert_owner("Trevor Pugsley rang. Her mother Ngozi had heard it.", "Ngozi", NULL, FALSE);
}

static void a_pronoun_leads_to_the_paragraph_before(void **state)
{
    (void)state;
    const char *const texts[] = {"Winston Lindo lives alone.", "His wife Verona had heard it.",
                                 NULL};
    Settled settled = settle(texts);
    gboolean perhaps = FALSE;

    assert_string_equal(owner_of(&settled, "Verona", &perhaps), "Winston Lindo");
    assert_true(perhaps);
    settled_free(&settled);
}

static void who_is_named_together_with_a_relative_owns_them(void **state)
{
    (void)state;
    assert_owner("Halyna Bondar and son Artem came in.", "Artem", "Halyna Bondar", TRUE);
    assert_owner("Halyna Bondar saw that son Artem came in.", "Artem", NULL, FALSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_owns_its_relative),
        cmocka_unit_test(a_pronoun_leads_to_who_can_be_meant),
        cmocka_unit_test(a_pronoun_leads_to_the_paragraph_before),
        cmocka_unit_test(who_is_named_together_with_a_relative_owns_them),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
