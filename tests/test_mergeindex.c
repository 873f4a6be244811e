/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who can be meant is found among thousands without asking each: nobody is left out whom asking
 * all would find, and few are asked who cannot be meant. */
#include "isr_patterns_test.h"

#include "../src/likeness.h"
#include "../src/mergeindex.h"

#include <string.h>

static const char *const SURNAMES[] = {
    "pargeter", "pargiter", "pargetre", "pargeterr", "argeter", "parget", "stoakes", "stokes",
    "stoaeks",  "xtoakes",  "stoakex",  "okafor",    "okafro",  "abcde",  "abcd",    "bcde",
};

typedef struct {
    IsrPeople *people;
    MergeIndex *index;
} Record;

/* Somebody called Anna for each surname; the number is its place. */
static Record annas(void)
{
    Record record = {.people = isr_people_new(patterns, NULL)};

    record.index = isr_merge_index_new(record.people);
    for (guint i = 0; i < G_N_ELEMENTS(SURNAMES); i++) {
        isr_merge_index_add(record.index, "anna", i);
        isr_merge_index_add(record.index, SURNAMES[i], i);
    }
    return record;
}

static void record_free(Record *record)
{
    isr_merge_index_free(record->index);
    isr_people_free(record->people);
}

static gboolean is_in(const GArray *numbers, guint number)
{
    for (guint i = 0; i < numbers->len; i++)
        if (g_array_index(numbers, guint, i) == number)
            return TRUE;
    return FALSE;
}

static void assert_in_order(const GArray *numbers)
{
    for (guint i = 1; i < numbers->len; i++)
        assert_true(g_array_index(numbers, guint, i - 1) < g_array_index(numbers, guint, i));
}

static Mention *anna(const char *surname)
{
    g_autofree char *name = g_strdup_printf("Anna %c%s", g_ascii_toupper(*surname), surname + 1);

    return isr_mention_new(patterns, name, MENTION_NAME);
}

static void whoever_has_a_letter_wrong_is_found(void **state)
{
    Record record = annas();

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(SURNAMES); i++) {
        Mention *mention = anna(SURNAMES[i]);
        g_autoptr(GArray) found = isr_merge_index_misspelt(record.index, mention);

        for (guint k = 0; k < G_N_ELEMENTS(SURNAMES); k++)
            if (isr_likeness_is_near(SURNAMES[i], SURNAMES[k]) && !is_in(found, k))
                fail_msg("%s is not found for %s", SURNAMES[k], SURNAMES[i]);
        assert_in_order(found);
        isr_mention_free(mention);
    }
    record_free(&record);
}

static void who_has_other_letters_is_not_asked(void **state)
{
    Record record = annas();
    Mention *mention = anna("okafor");
    g_autoptr(GArray) found = isr_merge_index_misspelt(record.index, mention);

    (void)state;
    assert_int_equal(found->len, 2); /* Okafor and Okafro */
    isr_mention_free(mention);
    record_free(&record);
}

static void the_rarest_part_tells_who_is_asked(void **state)
{
    Record record = annas();
    Mention *mention = anna("stokes"), *short_form = anna("nobody");
    g_autoptr(GArray) found = isr_merge_index_find(record.index, mention);
    g_autoptr(GArray) nobody = isr_merge_index_find(record.index, short_form);
    g_autoptr(GArray) all = isr_merge_index_holders(record.index, "anna");

    (void)state;
    assert_int_equal(found->len, 1);
    assert_string_equal(SURNAMES[g_array_index(found, guint, 0)], "stokes");
    assert_int_equal(nobody->len, 0);
    assert_int_equal(all->len, G_N_ELEMENTS(SURNAMES));
    isr_mention_free(mention);
    isr_mention_free(short_form);
    record_free(&record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_has_a_letter_wrong_is_found),
        cmocka_unit_test(who_has_other_letters_is_not_asked),
        cmocka_unit_test(the_rarest_part_tells_who_is_asked),
    };

    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
