/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program knows its own marks, and nothing else in brackets. */
#include "isr_test.h"

#include "../src/mark.h"

#include <string.h>

static gboolean touches(const char *text, const char *part)
{
    g_autoptr(GString) all = g_string_new(text);
    gsize start = (gsize)(strstr(text, part) - text);

    return isr_mark_touches(all, (IsrRange){start, start + strlen(part)});
}

static void marks_are_known(void **state)
{
    (void)state;
    assert_true(touches("Seen by [NAME] today", "NAME"));
    assert_true(touches("Seen by [PERSON 3] today", "3"));
    assert_true(touches("[H&C NUMBER]", "H&C"));
    assert_true(touches("[Removed: criminal, family]", "criminal"));
    assert_true(touches("by [NAME] Okafor", "[NAME] Okafor"));
}

static void other_brackets_are_text(void **state)
{
    (void)state;
    assert_false(touches("the child [Jayden] said", "Jayden"));
    assert_false(touches("see [12] and Ada", "12"));
    assert_false(touches("[NAME] met Ada", "Ada"));
    assert_false(touches("an open [NAME without end", "NAME"));
}

static void names_that_the_program_gives_are_known(void **state)
{
    (void)state;
    assert_true(isr_mark_is_name("RedactedStyle3"));
    assert_false(isr_mark_is_name("RedactedStyle"));
    assert_false(isr_mark_is_name("Redacted3"));
    assert_false(isr_mark_is_name("RedactedStyle3 of Ada"));
    assert_false(isr_mark_is_name("Style3"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_known),
        cmocka_unit_test(other_brackets_are_text),
        cmocka_unit_test(names_that_the_program_gives_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
