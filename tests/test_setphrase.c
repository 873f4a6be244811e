/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fixed phrases in which a name is nobody's. */
#include "isr_test.h"

#include <string.h>

#include <isredact/patterns.h>

#include "../src/setphrase.h"

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

/* Whether @word, where it first stands in @text, is part of a phrase. */
static gboolean is_phrase(const IsrPatterns *patterns, const char *text, const char *word)
{
    const char *at = strstr(text, word);
    gsize start = (gsize)(at - text);

    return isr_set_phrase_at(patterns->lists, text, strlen(text), start, start + strlen(word));
}

static void illnesses_laws_and_schemes_are_known(void **state)
{
    const IsrPatterns *patterns = *state;

    assert_true(is_phrase(patterns, "He has Down syndrome.", "Down"));
    assert_true(is_phrase(patterns, "Bell's palsy on the left", "Bell"));
    assert_true(is_phrase(patterns, "asked under Clare's Law", "Clare"));
    assert_true(is_phrase(patterns, "a Merton-compliant assessment", "Merton"));
    assert_true(is_phrase(patterns, "see the Mark Scheme", "Mark"));
    assert_true(is_phrase(patterns, "We're Going on a Bear Hunt", "Hunt"));
    assert_true(is_phrase(patterns, "The Bob the Builder cake", "Bob"));
    assert_true(is_phrase(patterns, "part of Op VELVET", "VELVET"));
}

static void the_word_alone_or_beside_others_is_none(void **state)
{
    const IsrPatterns *patterns = *state;

    assert_false(is_phrase(patterns, "Bell's mother rang", "Bell"));
    assert_false(is_phrase(patterns, "Mark rang. Scheme of work", "Mark"));
    assert_false(is_phrase(patterns, "Down\nsyndrome", "Down"));
    assert_false(is_phrase(patterns, "Down", "Down"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(illnesses_laws_and_schemes_are_known),
        cmocka_unit_test(the_word_alone_or_beside_others_is_none),
    };
    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
