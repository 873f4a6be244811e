/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All ways of writing a name have one form. */
#include "isr_patterns_test.h"

#include "../src/canonical.h"

typedef char *(*Form)(const IsrPatterns *, const Mention *);

static void gives(Form form, const char *name, const char *wanted)
{
    Mention *mention = isr_mention_new(patterns, name, MENTION_NAME);
    g_autofree char *text = form(patterns, mention);

    if (g_strcmp0(text, wanted) != 0)
        fail_msg("\"%s\" became \"%s\", not \"%s\"", name, text, wanted);
    isr_mention_free(mention);
}

static void order_case_accents_titles_and_hyphens_are_free(void **state)
{
    (void)state;
    gives(isr_canonical_full, "Jayden Okafor", "jayden okafor");
    gives(isr_canonical_full, "OKAFOR, Jayden", "jayden okafor");
    gives(isr_canonical_full, "Mr Jayden E. Okafor", "jayden okafor");
    gives(isr_canonical_full, "Jayden \"Jay\" Okafor", "jayden okafor");
    gives(isr_canonical_full, "Mary-Jane Ó Briain", "briain jane mary");
    gives(isr_canonical_full, "Zoë Müller", "muller zoe");
    gives(isr_canonical_full, "Zoe Muller", "muller zoe");
    gives(isr_canonical_full, "Okafor", NULL);
    gives(isr_canonical_full, "J. Okafor", NULL);
}

static void middle_names_go_from_the_short_form(void **state)
{
    (void)state;
    gives(isr_canonical_short, "Jayden Emeka Okafor", "jayden okafor");
    gives(isr_canonical_short, "OKAFOR, Jayden Emeka", "jayden okafor");
    gives(isr_canonical_short, "Mohammed Ali Khan", "ali khan mohammed");
    gives(isr_canonical_short, "Jay", NULL);
}

static void an_initial_fits_the_name_it_is_of(void **state)
{
    (void)state;
    gives(isr_canonical_initial, "J. Okafor", "j okafor");
    gives(isr_canonical_initial, "OKAFOR, J", "j okafor");
    gives(isr_canonical_initial, "Jayden Okafor", "j okafor");
    gives(isr_canonical_initial, "A. Garside-Nunn", "a garside nunn");
    gives(isr_canonical_initial, "Jay", NULL);
}

static void a_forename_stands_alone(void **state)
{
    (void)state;
    gives(isr_canonical_alone, "Jayden Okafor", "jayden");
    gives(isr_canonical_alone, "OKAFOR, Jayden", "jayden");
    gives(isr_canonical_alone, "Jay", "jay");
    gives(isr_canonical_alone, "J. Okafor", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_case_accents_titles_and_hyphens_are_free),
        cmocka_unit_test(middle_names_go_from_the_short_form),
        cmocka_unit_test(an_initial_fits_the_name_it_is_of),
        cmocka_unit_test(a_forename_stands_alone),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
