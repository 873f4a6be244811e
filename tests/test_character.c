/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Characters are what GLib says they are. */
#include "isr_test.h"

#include "../src/character.h"

static void says_what_glib_says(void **state)
{
    (void)state;
    for (gunichar c = 0; c < 0x3000; c++) {
        assert_int_equal(isr_is_space(c) != 0, g_unichar_isspace(c) != 0);
        assert_int_equal(isr_is_alnum(c) != 0, g_unichar_isalnum(c) != 0);
        assert_int_equal(isr_is_alpha(c) != 0, g_unichar_isalpha(c) != 0);
        assert_int_equal(isr_is_digit(c) != 0, g_unichar_isdigit(c) != 0);
        assert_int_equal(isr_is_lower(c) != 0, g_unichar_islower(c) != 0);
        assert_int_equal(isr_is_upper(c) != 0, g_unichar_isupper(c) != 0);
        assert_int_equal(isr_is_mark(c) != 0, g_unichar_ismark(c) != 0);
        assert_int_equal(isr_to_lower(c), g_unichar_tolower(c));
    }
}

static void reads_the_character_at_a_place(void **state)
{
    const char *text = "a\xc3\xab\xe2\x80\x99\xf0\x9f\x98\x80";

    (void)state;
    assert_int_equal(isr_character_at(text), 'a');
    assert_int_equal(isr_character_at(text + 1), 0xeb);
    assert_int_equal(isr_character_at(text + 3), 0x2019);
    assert_int_equal(isr_character_at(text + 6), 0x1f600);
    assert_int_equal(isr_character_at(text + 10), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_glib_says),
        cmocka_unit_test(reads_the_character_at_a_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
