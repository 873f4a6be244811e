/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of patterns/uk: each finds what its examples mark and nothing in its
 * counter-examples, with all rules together. */
#include "isr_test.h"

#include <isredact/detector.h>
#include <isredact/error.h>
#include <isredact/example.h>

#include <string.h>

static IsrPatterns *patterns;

static int load(void **state)
{
    (void)state;
    g_autofree char *folder = isr_patterns_folder();
    g_autoptr(GError) error = NULL;

    patterns = isr_patterns_load(folder, &error);
    if (!patterns)
        print_error("%s\n", error->message);
    return patterns ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    isr_patterns_free(patterns);
    return 0;
}

static void every_rule_holds_its_own_examples(void **state)
{
    (void)state;
    guint wrong = 0;

    for (guint i = 0; i < patterns->rules->len; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) complaints =
            isr_examples_try(patterns, g_ptr_array_index(patterns->rules, i), &error);

        assert_no_error(error);
        for (guint n = 0; n < complaints->len; n++, wrong++)
            print_error("%s\n", (char *)g_ptr_array_index(complaints, n));
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_holds_its_own_examples),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
