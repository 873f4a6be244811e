/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON from elsewhere: read where it is flat, refused where it nests without end, however that is
 * hidden. */
#include "isr_test.h"

#include "../src/jsonread.h"

/* TRUE if @text, after which come @n times @more, is read. */
static gboolean is_read(const char *text, const char *more, guint n)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    g_autoptr(GString) whole = g_string_new(text);

    for (guint i = 0; i < n; i++)
        g_string_append(whole, more);
    return isr_json_read(parser, whole->str, -1) != NULL;
}

static void what_the_program_writes_is_read(void **state)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    JsonNode *root = isr_json_read(parser, "{\"a\": [1, -2.5e+3, true, null, \"[\\\"[/*'\"]}", -1);

    (void)state;
    assert_non_null(root);
    assert_true(JSON_NODE_HOLDS_OBJECT(root));
    assert_true(is_read("[[[[[[[[[[1]]]]]]]]]]", "\n", 3));
}

static void nothing_nests_without_end(void **state)
{
    (void)state;
    assert_false(is_read("", "[", 5000000));
    assert_false(is_read("", "{\"a\":", 5000000));
    assert_false(is_read("", "[\"]\",", 2000000));
    assert_false(is_read("", "[/*]*/", 2000000));
    assert_false(is_read("/*\"*/", "[", 5000000));
    assert_false(is_read("", "[\"\\\"]\",", 2000000));
}

static void what_is_no_json_is_refused(void **state)
{
    (void)state;
    assert_false(is_read("", "", 0));
    assert_false(is_read("{\"a\"", "", 0));
    assert_false(is_read("[\"a\\", "", 0));
    assert_false(is_read("// note\n[]", "", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_program_writes_is_read),
        cmocka_unit_test(nothing_nests_without_end),
        cmocka_unit_test(what_is_no_json_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
