/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word has the same anchors each time that it is asked for. */
#include "isr_test.h"

#include "../src/anchors.h"

#include <string.h>

static guint count(IsrAnchors *anchors, const char *word)
{
    guint n;

    isr_anchors_find(anchors, word, strlen(word), &n);
    return n;
}

static void whole_words_and_beginnings_are_found(void **state)
{
    IsrAnchors *anchors = isr_anchors_new();
    guint open = isr_anchors_add(anchors, "convict", 7, TRUE);
    guint whole = isr_anchors_add(anchors, "convicted", 9, FALSE);
    const guint *found;
    guint n;

    (void)state;
    assert_int_equal(isr_anchors_add(anchors, "convict", 7, TRUE), open);
    isr_anchors_compile(anchors);
    for (guint times = 0; times < 2; times++) {
        found = isr_anchors_find(anchors, "convicted", 9, &n);
        assert_int_equal(n, 2);
        assert_int_equal(found[0], open);
        assert_int_equal(found[1], whole);
        assert_int_equal(count(anchors, "convictions"), 1);
        assert_int_equal(count(anchors, "convic"), 0);
        assert_int_equal(count(anchors, "reconvict"), 0);
    }
    isr_anchors_free(anchors);
}

/* More words than are remembered, each with anchors. */
static void many_words_are_told_apart(void **state)
{
    IsrAnchors *anchors = isr_anchors_new();

    (void)state;
    isr_anchors_add(anchors, "a", 1, TRUE);
    isr_anchors_add(anchors, "a7", 2, TRUE);
    isr_anchors_compile(anchors);
    for (guint i = 0; i < 200000; i++) {
        g_autofree char *word = g_strdup_printf("a%u", i % 100000);

        assert_int_equal(count(anchors, word), word[1] == '7' ? 2 : 1);
    }
    isr_anchors_free(anchors);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_words_and_beginnings_are_found),
        cmocka_unit_test(many_words_are_told_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
