/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word that is another way to write a name begins or ends as one, or is short for one. */
#include "isr_settled.h"

#include "../src/sound.h"

/* TRUE if @word can be a name of the only person of the record @text. */
static gboolean can_be(const char *text, const char *word)
{
    const char *const texts[] = {text, NULL};
    Settled settled = settle(texts);
    gboolean can;

    assert_int_equal(settled.people->clusters->len, 1);
    can = isr_sounds_like(settled.people, settled.people->clusters->pdata[0], word);
    settled_free(&settled);
    return can;
}

static void a_beginning_or_an_end_is_shared(void **state)
{
    (void)state;
    assert_true(can_be("Child: Fionnbharr Okafor", "fionbar"));
    assert_true(can_be("Child: Fionnbharr Okafor", "ukafor"));
    assert_true(can_be("Child: Fionnbharr Okafor", "bharr"));
    assert_false(can_be("Child: Fionnbharr Okafor", "zulema"));
    assert_false(can_be("Child: Fionnbharr Okafor", "of"));
}

static void a_short_form_shares_neither(void **state)
{
    (void)state;
    assert_true(can_be("Child: Margaret Okafor", "peggy"));
    assert_false(can_be("Child: Fionnbharr Okafor", "peggy"));
}

static void letters_at_both_ends_are_initials(void **state)
{
    (void)state;
    assert_true(can_be("Child: Tamsin Quill", "tq"));
    assert_false(can_be("Child: Tamsin Quill", "qt"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_beginning_or_an_end_is_shared),
        cmocka_unit_test(a_short_form_shares_neither),
        cmocka_unit_test(letters_at_both_ends_are_initials),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
