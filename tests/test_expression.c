/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expressions give the same answers before and after they are translated. */
#include "isr_test.h"

#include "../src/expression.h"

#include <isredact/error.h>

#include <string.h>

static int answer(IsrExpression *expression, const char *text)
{
    g_autoptr(GError) error = NULL;
    const pcre2_code *code = isr_expression_code(expression, &error);
    pcre2_match_data *match;
    int rc;

    assert_non_null(code);
    match = pcre2_match_data_create(4, NULL);
    rc = pcre2_match(code, (PCRE2_SPTR)text, strlen(text), 0, 0, match, NULL);
    pcre2_match_data_free(match);
    return rc;
}

static void translation_changes_no_answer(void **state)
{
    (void)state;
    g_autoptr(IsrExpression) expression = isr_expression_new(g_strdup("a(?:b|c)+d"));

    for (guint i = 0; i < 3; i++) {
        assert_true(answer(expression, "xabcbd") > 0);
        assert_int_equal(answer(expression, "xad"), PCRE2_ERROR_NOMATCH);
        isr_expression_searched(expression, 1 << 20);
    }
}

static void nothing_comes_of_nothing(void **state)
{
    (void)state;
    assert_null(isr_expression_new(NULL));
    isr_expression_free(NULL);
}

static void what_is_no_expression_is_refused(void **state)
{
    (void)state;
    g_autoptr(IsrExpression) expression = isr_expression_new(g_strdup("a(b"));
    g_autoptr(GError) error = NULL;

    assert_null(isr_expression_code(expression, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(translation_changes_no_answer),
        cmocka_unit_test(nothing_comes_of_nothing),
        cmocka_unit_test(what_is_no_expression_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
