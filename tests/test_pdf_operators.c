/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Operators of content, counted. */
#include "isr_test.h"

#include "../src/formats/pdf_operators.h"

static IsrPdfOperators *count(const char *content)
{
    return isr_pdf_operators_of((const guint8 *)content, strlen(content));
}

static guint times(GHashTable *names, const char *name)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(names, name));
}

static void what_paints_is_counted(void **state)
{
    g_autoptr(IsrPdfOperators) operators =
        count("0 0 m 9 9 l S 0 0 9 9 re f* (x)Tj[(y)]TJ\n/P sh B");

    (void)state;
    assert_int_equal(operators->paints, 5);
    assert_int_equal(operators->shown, 2);
    assert_int_equal(operators->shadings, 1);
}

static void names_are_counted_as_they_are_called(void **state)
{
    g_autoptr(IsrPdfOperators) operators = count("/X Do /X Do/Y Do /G gs /#58 Do/F 9 Tf");

    (void)state;
    assert_int_equal(times(operators->calls, "/X"), 3);
    assert_int_equal(times(operators->calls, "/Y"), 1);
    assert_int_equal(times(operators->settings, "/G"), 1);
    assert_int_equal(times(operators->calls, "/F"), 0);
    assert_int_equal(times(operators->fonts, "/F"), 1);
}

static void what_hides_in_a_text_counts_nevertheless(void **state)
{
    g_autoptr(IsrPdfOperators) operators = count("BI ID ( EI /X Do S");

    (void)state;
    assert_int_equal(times(operators->calls, "/X"), 1);
    assert_int_equal(operators->paints, 1);
}

static void letters_are_what_stands_in_brackets(void **state)
{
    g_autoptr(IsrPdfOperators) some = count("/F 9 Tf (abcd) Tj [(ef) 3 <4142>] TJ");
    g_autoptr(IsrPdfOperators) none = count("0 0 m 9 9 l S");

    (void)state;
    assert_in_range(some->letters, 10, 16);
    assert_int_equal(none->letters, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_paints_is_counted),
        cmocka_unit_test(names_are_counted_as_they_are_called),
        cmocka_unit_test(what_hides_in_a_text_counts_nevertheless),
        cmocka_unit_test(letters_are_what_stands_in_brackets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
