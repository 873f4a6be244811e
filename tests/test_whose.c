/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who the cells of a row say that a name is. */
#include "isr_patterns_test.h"

#include "../src/whose.h"

#include <string.h>

/* The role that the cells of @row, parted by "|", give to @name; UNSURE: none. */
static IsrRole role_in(const char *row, const char *name)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_ROW, "part");
    g_autofree char *text = g_strdelimit(g_strdup(row), "|", ISR_CELL_BREAK);
    const gsize start = (gsize)(strstr(text, name) - text);
    const IsrFinding finding = {.category = ISR_CATEGORY_NAME,
                                .range = {start, start + strlen(name)}};

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    const IsrLabel *label = isr_whose_cell(patterns, block, &finding);

    return label != NULL ? label->role : ISR_ROLE_UNSURE;
}

static void the_cell_beside_says_who_somebody_is(void **state)
{
    (void)state;
    assert_int_equal(role_in("Ruwan Silva|Dad, by telephone|yes", "Ruwan Silva"), ISR_ROLE_FAMILY);
    assert_int_equal(role_in("Mary Pole|SENCO (chair)|yes", "Mary Pole"), ISR_ROLE_PROFESSIONAL);
}

static void a_cell_that_names_another_says_who_the_other_is(void **state)
{
    (void)state;
    assert_int_equal(role_in("Daniel|Rosemary Silva, mum|yes", "Daniel"), ISR_ROLE_UNSURE);
    assert_int_equal(role_in("Daniel|John (dad)|yes", "Daniel"), ISR_ROLE_UNSURE);
}

static void a_numbered_heading_says_whose_its_part_is(void **state)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");

    (void)state;
    block->heading = "7. Details of alleged perpetrator";
    assert_non_null(isr_whose_heading(patterns, block));
    assert_int_equal(isr_whose_heading(patterns, block)->role, ISR_ROLE_THIRD_PARTY);
    block->heading = "7. What we will do";
    assert_null(isr_whose_heading(patterns, block));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cell_beside_says_who_somebody_is),
        cmocka_unit_test(a_cell_that_names_another_says_who_the_other_is),
        cmocka_unit_test(a_numbered_heading_says_whose_its_part_is),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
