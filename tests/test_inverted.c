/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Surnames and forenames that follow each other behind a comma: when they are one person. */
#include "isr_patterns_test.h"

#include "../src/people.h"

/* Learns @times blocks in which @one and @other, names, stand with @between; who they become goes
 * to @first and @second. */
static void read_row(const char *one, const char *between, const char *other, guint times,
                     guint *first, guint *second)
{
    g_autoptr(IsrPeople) people = isr_people_new(patterns, NULL);
    g_autoptr(IsrTerms) terms = isr_terms_new();
    const gsize at = strlen(one) + strlen(between);

    for (guint i = 0; i < times; i++) {
        g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
        g_autoptr(GArray) findings = isr_findings_new();
        g_autofree char *text = g_strdup_printf("%s%s%s: hello", one, between, other);
        IsrFinding name = {.block = i,
                           .category = ISR_CATEGORY_NAME,
                           .rule = "name",
                           .score = 1,
                           .role = ISR_ROLE_UNSURE};

        block->index = i;
        isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
        name.range = (IsrRange){0, strlen(one)};
        g_array_append_val(findings, name);
        name.range = (IsrRange){at, at + strlen(other)};
        g_array_append_val(findings, name);
        isr_people_learn(people, block, findings);
    }
    isr_people_settle(people, terms);
    *first = isr_people_mention(people, 1)->person;
    *second = isr_people_mention(people, 2)->person;
}

static void what_always_stands_so_is_one_person(void **state)
{
    guint first, second;

    (void)state;
    read_row("Stopforth", ", ", "Will", 3, &first, &second);
    assert_true(first > 0);
    assert_int_equal(first, second);
}

static void once_or_with_another_mark_it_is_two(void **state)
{
    guint first, second;

    (void)state;
    read_row("Stopforth", ", ", "Will", 1, &first, &second);
    assert_int_not_equal(first, second);
    read_row("Stopforth", " and ", "Will", 3, &first, &second);
    assert_int_not_equal(first, second);
    read_row("Ada Stopforth", ", ", "Will", 3, &first, &second);
    assert_int_not_equal(first, second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_always_stands_so_is_one_person),
        cmocka_unit_test(once_or_with_another_mark_it_is_two),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
