/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the copy is to say. */
#include "isr_test.h"

#include "../src/faithful.h"

#include <string.h>

static gboolean covers(const IsrFaithful *faithful, const char *text, const char *part)
{
    g_autoptr(GString) all = g_string_new(text);
    gsize start = (gsize)(strstr(text, part) - text);

    IsrFaithfulSentence last = {0};

    return isr_faithful_covers(faithful, all, (IsrRange){start, start + strlen(part)}, &last);
}

static IsrFaithful *two_blocks(void)
{
    IsrFaithful *faithful = isr_faithful_new();
    g_autoptr(GString) one = g_string_new("[NAME] came. Will she go?\nWe will see.");
    g_autoptr(GString) two = g_string_new("The storm went by.");

    isr_faithful_add(faithful, one);
    isr_faithful_add(faithful, two);
    return faithful;
}

static void whole_blocks_are_known(void **state)
{
    (void)state;
    g_autoptr(IsrFaithful) faithful = two_blocks();
    g_autoptr(GString) same = g_string_new("The storm went by.");
    g_autoptr(GString) other = g_string_new("The storm went by. Ada came.");

    g_autoptr(GString) broken = g_string_new("The storm\nwent by.");

    assert_true(isr_faithful_has(faithful, same));
    assert_true(isr_faithful_has(faithful, broken));
    assert_false(isr_faithful_has(faithful, other));
}

static void sentences_are_known_in_blocks_cut_elsewhere(void **state)
{
    (void)state;
    g_autoptr(IsrFaithful) faithful = two_blocks();

    assert_true(covers(faithful, "We will see.\nThe storm went by.\n", "will"));
    assert_true(covers(faithful, "We will see.\nThe storm went by.\n", "see.\nThe storm"));
    assert_true(covers(faithful, "[NAME] came. Will she go?", "Will"));
}

/* Whatever was looked at last, each range is of its own sentence. */
static void the_sentence_looked_at_last_tells_of_itself_alone(void **state)
{
    (void)state;
    g_autoptr(IsrFaithful) faithful = two_blocks();
    g_autoptr(GString) all =
        g_string_new("We will see.\nAda came. Will she go?\nThe storm went by.");
    IsrFaithfulSentence last = {0};

    for (gsize start = 0; start < all->len; start++)
        for (gsize end = start + 1; end <= all->len; end++) {
            const gboolean ada = start < 23 && end > 13;
            const IsrRange range = {start, end};

            assert_int_equal(isr_faithful_covers(faithful, all, range, &last), !ada);
            assert_int_equal(isr_faithful_covers(faithful, all, range, &last), !ada);
        }
}

static void values_cut_elsewhere_are_known(void **state)
{
    (void)state;
    g_autoptr(IsrFaithful) faithful = two_blocks();
    g_autoptr(GString) cut = g_string_new("orm went");
    IsrFaithfulSentence last = {0};

    assert_true(isr_faithful_says(faithful, cut, (IsrRange){0, 8}));
    assert_false(isr_faithful_covers(faithful, cut, (IsrRange){0, 8}, &last));
    g_string_assign(cut, "see.\nThe storm"); /* no block says so */
    assert_false(isr_faithful_says(faithful, cut, (IsrRange){0, cut->len}));
}

static gboolean says_beside(const char *text, const char *part)
{
    g_autoptr(IsrFaithful) faithful = two_blocks();
    g_autoptr(GString) all = g_string_new(text);
    const gsize start = (gsize)(strstr(text, part) - text);

    return isr_faithful_says_beside(faithful, all, (IsrRange){start, start + strlen(part)});
}

static void values_are_known_beside_their_neighbours(void **state)
{
    (void)state;
    assert_true(says_beside("came.\nWill\nshe go?\x1f", "Will"));
    assert_true(says_beside("the\x1f"
                            "storm went",
                            "storm"));
    assert_false(says_beside("storm", "storm"));
    assert_false(says_beside("a storm came", "storm"));
    assert_false(says_beside("The\x1f"
                             "storm\x1fwent",
                             "storm"));
}

static void sentences_that_nobody_decided_are_not_covered(void **state)
{
    (void)state;
    g_autoptr(IsrFaithful) faithful = two_blocks();

    assert_false(covers(faithful, "We will see Will.\nThe storm went by.", "Will"));
    assert_false(covers(faithful, "The storm went by.\nWill came.", "by.\nWill"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_blocks_are_known),
        cmocka_unit_test(sentences_are_known_in_blocks_cut_elsewhere),
        cmocka_unit_test(the_sentence_looked_at_last_tells_of_itself_alone),
        cmocka_unit_test(values_cut_elsewhere_are_known),
        cmocka_unit_test(values_are_known_beside_their_neighbours),
        cmocka_unit_test(sentences_that_nobody_decided_are_not_covered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
