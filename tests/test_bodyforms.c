/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short forms of the names of bodies. */
#include "isr_test.h"

#include <isredact/patterns.h>

#include "../src/bodyforms.h"

static int load_patterns(void **state)
{
    g_autoptr(GError) error = NULL;

    *state = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    return 0;
}

static int free_patterns(void **state)
{
    isr_patterns_free(*state);
    return 0;
}

static void expect(const IsrPatterns *patterns, const char *name, const char *wanted)
{
    g_autoptr(GPtrArray) forms = isr_body_forms(patterns->lists, name);

    g_ptr_array_add(forms, NULL);
    g_autofree char *found = g_strjoinv("|", (char **)forms->pdata);
    assert_string_equal(found, wanted);
}

static void kinds_fall_off_the_end(void **state)
{
    expect(*state, "Beckside Primary School", "Beckside Primary|Beckside");
    expect(*state, "St Wulfric's VC First School",
           "St Wulfric's VC First|St Wulfric's VC|St Wulfric's");
    expect(*state, "Cuckoo Lane Primary", "Cuckoo Lane");
    expect(*state, "Harrow's Bakery", "Harrow's");
}

static void what_would_say_nothing_is_no_form(void **state)
{
    expect(*state, "Poland Club", "");
    expect(*state, "Early Help Hub", "Early Help");
    expect(*state, "Ash School", "");
    expect(*state, "Goldleaf", "");
}

static void kinds_alone_are_anybody_s(void **state)
{
    const IsrPatterns *patterns = *state;

    assert_false(isr_body_is_told(patterns->lists, "High School"));
    assert_false(isr_body_is_told(patterns->lists, "School"));
    assert_true(isr_body_is_told(patterns->lists, "Beckside School"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_fall_off_the_end),
        cmocka_unit_test(kinds_alone_are_anybody_s),
        cmocka_unit_test(what_would_say_nothing_is_no_form),
    };
    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
