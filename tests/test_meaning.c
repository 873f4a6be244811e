/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the words beside a name come to as numbers: alike for words that are used alike. */
#include "isr_patterns_test.h"

#include "../src/bearing.h"
#include "../src/meaning.h"

#include <math.h>

/* Counts a place in which @before and @behind stand beside the name. */
static void read_place(Meaning *meaning, const char *before, const char *behind)
{
    const IsrCueToken tokens[] = {
        {ISR_CUE_WORD, before}, {ISR_CUE_NAME, "{}"}, {ISR_CUE_WORD, behind}};

    isr_meaning_read(meaning, tokens, G_N_ELEMENTS(tokens), 1);
}

static GArray *put(const Meaning *meaning)
{
    GArray *traits = g_array_new(FALSE, FALSE, sizeof(Trait));

    isr_meaning_put(meaning, traits);
    return traits;
}

static GArray *traits_of(const char *before, const char *behind)
{
    g_autoptr(Meaning) meaning = isr_meaning_new(patterns->vectors);

    read_place(meaning, before, behind);
    return put(meaning);
}

/* How far two sets of traits are apart. */
static double distance(const GArray *one, const GArray *other)
{
    double sum = 0;

    assert_int_equal(one->len, other->len);
    for (guint i = 0; i < one->len; i++) {
        const Trait *a = &g_array_index(one, Trait, i), *b = &g_array_index(other, Trait, i);

        assert_int_equal(a->feature, b->feature);
        sum += pow((double)(a->value - b->value), 2);
    }
    return sqrt(sum);
}

static void words_that_are_used_alike_count_alike(void **state)
{
    (void)state;
    g_autoptr(GArray) mother = traits_of("mother", "came"), father = traits_of("father", "came"),
                      tram = traits_of("tram", "came"), behind = traits_of("came", "mother");

    assert_int_equal(mother->len, 4 * isr_vectors_dimensions(patterns->vectors));
    assert_true(distance(mother, father) < 0.6 * distance(mother, tram));
    assert_true(distance(mother, behind) > distance(mother, father));
}

static void the_nearer_a_word_the_more_it_counts(void **state)
{
    const IsrCueToken near[] = {
        {ISR_CUE_NAME, "{}"}, {ISR_CUE_WORD, "mother"}, {ISR_CUE_WORD, "tram"}};
    const IsrCueToken far[] = {
        {ISR_CUE_NAME, "{}"}, {ISR_CUE_WORD, "tram"}, {ISR_CUE_WORD, "mother"}};
    g_autoptr(Meaning) nearer = isr_meaning_new(patterns->vectors),
                       farther = isr_meaning_new(patterns->vectors),
                       wanted = isr_meaning_new(patterns->vectors);

    (void)state;
    isr_meaning_read(nearer, near, G_N_ELEMENTS(near), 0);
    isr_meaning_read(farther, far, G_N_ELEMENTS(far), 0);
    isr_meaning_read(wanted, near, G_N_ELEMENTS(near) - 1, 0);
    g_autoptr(GArray) one = put(nearer), other = put(farther), mother = put(wanted);

    assert_true(distance(one, mother) < distance(other, mother));
}

static void people_join_what_their_names_mean(void **state)
{
    (void)state;
    g_autoptr(Meaning) all = isr_meaning_new(patterns->vectors),
                       one = isr_meaning_new(patterns->vectors),
                       other = isr_meaning_new(patterns->vectors),
                       joined = isr_meaning_new(patterns->vectors);

    read_place(all, "mother", "came");
    read_place(all, "told", "tram");
    read_place(one, "mother", "came");
    read_place(other, "told", "tram");
    isr_meaning_join(joined, one);
    isr_meaning_join(joined, other);
    g_autoptr(GArray) wanted = put(all), got = put(joined), part = put(one);

    assert_true(distance(wanted, got) < 1e-4);
    assert_true(distance(wanted, part) > 0.1);
}

static void what_stands_nowhere_means_nothing(void **state)
{
    (void)state;
    g_autoptr(Meaning) nowhere = isr_meaning_new(patterns->vectors),
                       joined = isr_meaning_new(patterns->vectors);
    g_autoptr(GArray) nothing = NULL;

    isr_meaning_join(joined, nowhere);
    nothing = put(joined);
    assert_int_equal(nothing->len, 0);
    g_autoptr(GArray) unknown = traits_of("zzqqzz", ",");
    for (guint i = 0; i < unknown->len; i++)
        assert_true(g_array_index(unknown, Trait, i).value == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_are_used_alike_count_alike),
        cmocka_unit_test(the_nearer_a_word_the_more_it_counts),
        cmocka_unit_test(people_join_what_their_names_mean),
        cmocka_unit_test(what_stands_nowhere_means_nothing),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
