/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a sentence is evidence, and what is none. */
#include "isr_test.h"

#include "../src/evidence.h"
#include "../src/vectors.h"

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

/* The signs of the last sentence of @text; what stands at @name in it, if any, is a name. */
static GArray *signs_of(const IsrPatterns *patterns, const char *text, const char *name)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    GArray *signs = g_array_new(FALSE, FALSE, sizeof(IsrSign));

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrGist) gist = isr_gist_new(patterns, block->text);
    if (name != NULL) {
        const gsize start = (gsize)(strstr(text, name) - text);

        isr_gist_mark(gist, (IsrRange){start, start + strlen(name)}, ISR_CATEGORY_NAME);
    }
    isr_evidence_gather(gist, patterns, block, gist->sentences->len - 1, signs);
    return signs;
}

static gboolean has(const GArray *signs, const IsrSign *sign)
{
    for (guint i = 0; i < signs->len; i++)
        if (g_array_index(signs, IsrSign, i).feature == sign->feature)
            return TRUE;
    return FALSE;
}

/* How many of @one's signs @other has too. */
static guint shared(const GArray *one, const GArray *other)
{
    guint n = 0;

    for (guint i = 0; i < one->len; i++)
        n += has(other, &g_array_index(one, IsrSign, i));
    return n;
}

static void a_name_is_told_as_a_name(void **state)
{
    g_autoptr(GArray) one = signs_of(*state, "Quill Ambrose has asthma.", "Quill Ambrose");
    g_autoptr(GArray) other = signs_of(*state, "Tove Lindqvist has asthma.", "Tove Lindqvist");
    g_autoptr(GArray) unmarked = signs_of(*state, "Tove Lindqvist has asthma.", NULL);

    assert_int_equal(shared(one, other), one->len);
    assert_true(shared(one, unmarked) < one->len);
}

static void each_sign_counts_once(void **state)
{
    g_autoptr(GArray) signs = signs_of(*state, "She cried and cried and cried.", NULL);

    for (guint i = 1; i < signs->len; i++)
        assert_true(g_array_index(signs, IsrSign, i - 1).feature <
                    g_array_index(signs, IsrSign, i).feature);
}

static void a_topics_words_in_a_name_are_no_evidence(void **state)
{
    g_autoptr(GArray) name =
        signs_of(*state, "I met Christian Catholic today.", "Christian Catholic");

    for (guint i = 0; i < name->len; i++)
        if (g_array_index(name, IsrSign, i).kind == ISR_SIGN_FAMILY)
            assert_true(g_array_index(name, IsrSign, i).first == 0); /* "I" */
}

static void the_sentence_before_is_told_apart(void **state)
{
    g_autoptr(GArray) alone = signs_of(*state, "It was the same again.", NULL);
    g_autoptr(GArray) second = signs_of(*state, "He drank. It was the same again.", NULL);
    guint before = 0;

    for (guint i = 0; i < second->len; i++)
        before += g_array_index(second, IsrSign, i).kind == ISR_SIGN_BEFORE;
    assert_true(before > 0);
    assert_true(shared(alone, second) < second->len);
}

static void probabilities_add_up_to_one(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    IsrTally tally;
    double sum = 0;

    isr_block_append(block, "Mum was arrested for drink driving.", -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrGist) gist = isr_gist_new(patterns, block->text);
    isr_evidence_judge(gist, patterns, block, 0, &tally);
    for (guint i = 0; i < ISR_EVIDENCE_CLASSES; i++)
        sum += (double)tally.sums[i];
    assert_true(sum > 0.999 && sum < 1.001);
    assert_true(tally.sums[ISR_EVIDENCE_NONE] < 0.2f);
    assert_true(tally.sums[isr_evidence_class(ISR_CATEGORY_CRIMINAL)] > 0.5f);
}

/* A name has no vector though its letters spell a word that has one; "mum's" is "mum". */
static void words_have_vectors_and_names_have_none(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");

    isr_block_append(block, "Hope took mum's 20 tablets zzxq", -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrGist) gist = isr_gist_new(patterns, block->text);
    isr_gist_mark(gist, (IsrRange){0, strlen("Hope")}, ISR_CATEGORY_NAME);
    g_autoptr(IsrWording) wording = isr_evidence_wording(gist, patterns, 0);
    const IsrNetworkWord *words = (const IsrNetworkWord *)(const void *)wording->words->data;

    assert_int_equal(wording->words->len, 6);
    assert_null(words[0].vector);
    assert_ptr_equal(words[1].vector, isr_vectors_find(patterns->vectors, "took", 4));
    assert_non_null(words[1].vector);
    assert_ptr_equal(words[2].vector, isr_vectors_find(patterns->vectors, "mum", 3));
    assert_non_null(words[2].vector);
    assert_null(words[3].vector);
    assert_null(words[5].vector);
    assert_int_equal(words[0].n_marks, 1);
    assert_int_equal(words[1].n_marks, 0);
    assert_true(words[2].n_marks >= 2); /* owns, and is a person */
    assert_int_equal(words[5].n_marks, 2);
}

/* How many signs of @one and @other are alike, those of words and pairs of words aside. */
static guint families_shared(const IsrPatterns *patterns, const char *one, const char *other)
{
    g_autoptr(GArray) ones = signs_of(patterns, one, NULL);
    g_autoptr(GArray) others = signs_of(patterns, other, NULL);
    guint shared = 0;

    for (guint i = 0; i < ones->len; i++)
        for (guint k = 0; k < others->len; k++) {
            const IsrSign *sign = &g_array_index(ones, IsrSign, i);

            shared += sign->kind == ISR_SIGN_FAMILY &&
                      sign->feature == g_array_index(others, IsrSign, k).feature;
        }
    return shared;
}

static void who_does_it_to_whom_is_told_whatever_stands_between(void **state)
{
    const char *said = "Her uncle pushed a friend.";
    const guint same =
        families_shared(*state, said, "His aunt at the bus stop shoved her neighbour.");

    assert_int_equal(
        families_shared(*state, said, "His neighbour at the bus stop shoved her aunt."), same - 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_told_as_a_name),
        cmocka_unit_test(each_sign_counts_once),
        cmocka_unit_test(a_topics_words_in_a_name_are_no_evidence),
        cmocka_unit_test(the_sentence_before_is_told_apart),
        cmocka_unit_test(probabilities_add_up_to_one),
        cmocka_unit_test(words_have_vectors_and_names_have_none),
        cmocka_unit_test(who_does_it_to_whom_is_told_whatever_stands_between),
    };

    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
