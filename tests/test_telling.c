/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which words of a sentence are named for what it speaks of. */
#include "isr_test.h"

#include "../src/telling.h"

#include <string.h>

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

static void the_telling_words_are_named_first(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) signs = g_array_new(FALSE, FALSE, sizeof(IsrSign));

    isr_block_append(block, "On Friday the boy sat there with an inhaler.", -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrGist) gist = isr_gist_new(patterns, block->text);
    isr_telling_find(gist, patterns, block, 0, ISR_CATEGORY_HEALTH, 2, signs);
    assert_in_range(signs->len, 1, 2);
    const IsrSign *best = &g_array_index(signs, IsrSign, 0);
    const IsrToken *last = isr_tokens_nth(gist->tokens, best->last);

    assert_memory_equal(block->text->str + last->end - strlen("inhaler"), "inhaler",
                        strlen("inhaler"));
}

static void no_more_are_named_than_speak_for_it(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) signs = g_array_new(FALSE, FALSE, sizeof(IsrSign));

    isr_block_append(block, "His asthma, his asthma, his asthma.", -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrGist) gist = isr_gist_new(patterns, block->text);
    isr_telling_find(gist, patterns, block, 0, ISR_CATEGORY_HEALTH, 99, signs);
    assert_in_range(signs->len, 1, 6);
    for (guint i = 0; i < signs->len; i++)
        for (guint k = i + 1; k < signs->len; k++) {
            const IsrSign *one = &g_array_index(signs, IsrSign, i);
            const IsrSign *other = &g_array_index(signs, IsrSign, k);

            assert_true(one->last < other->first || other->last < one->first);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_telling_words_are_named_first),
        cmocka_unit_test(no_more_are_named_than_speak_for_it),
    };

    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
