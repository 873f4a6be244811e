/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was said of a sequence is said again, and the memory has an end. */
#include "isr_test.h"

#include "../src/tagger_memory.h"

static const char reason[] = "the word itself";

static GArray *one_tag(void)
{
    GArray *tags = g_array_new(FALSE, FALSE, sizeof(SaidTag));
    SaidTag tag = {1, 2, ISR_TAG_PLACE, 0.75, 0.25, reason};

    g_array_append_val(tags, tag);
    return tags;
}

static void what_was_kept_is_found_again(void **state)
{
    static const float persons[] = {0, 0.25f, 0.5f};
    TaggerMemory *memory = isr_tagger_memory_new();
    g_autoptr(GArray) tags = one_tag(), none = g_array_new(FALSE, FALSE, sizeof(SaidTag));

    (void)state;
    assert_null(isr_tagger_memory_find(memory, 7));
    isr_tagger_memory_keep(memory, 7, persons, 3, tags);
    isr_tagger_memory_keep(memory, 8, persons, 1, none);
    const Said *said = isr_tagger_memory_find(memory, 7);

    assert_non_null(said);
    assert_int_equal(said->n, 3);
    assert_true(said->persons[2] == 0.5f);
    assert_int_equal(said->n_tags, 1);
    assert_int_equal(said->tags[0].last, 2);
    assert_int_equal(said->tags[0].kind, ISR_TAG_PLACE);
    assert_ptr_equal(said->tags[0].reason, reason);
    assert_int_equal(isr_tagger_memory_find(memory, 8)->n_tags, 0);
    assert_null(isr_tagger_memory_find(memory, 9));
    isr_tagger_memory_free(memory);
}

/* A hundred times as much as may be kept. */
static void much_is_let_go_again(void **state)
{
    g_autofree float *persons = g_new0(float, 400);
    TaggerMemory *memory = isr_tagger_memory_new();
    g_autoptr(GArray) tags = one_tag();
    guint found = 0;

    (void)state;
    for (guint64 print = 1; print <= 500000; print++)
        isr_tagger_memory_keep(memory, print, persons, 400, tags);
    for (guint64 print = 1; print <= 500000; print++)
        found += isr_tagger_memory_find(memory, print) ? 1 : 0;
    assert_non_null(isr_tagger_memory_find(memory, 500000));
    assert_in_range(found, 1, 5200);
    isr_tagger_memory_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_kept_is_found_again),
        cmocka_unit_test(much_is_let_go_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
