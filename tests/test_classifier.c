/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A classifier: what it learns, what it says of things it has not seen, what it refuses. */
#include "isr_test.h"

#include <isredact/error.h>

#include "logistic.h"

#include <string.h>

enum { SEA, WOOD, TOWN, CLASSES };

static const LogisticOptions options = {
    .use = "places 1",
    .classes = CLASSES,
    .epochs = 20,
    .rate = 0.2f,
    .ridge = 0.001f,
    .fewest = 1,
    .seed = 7,
};

static void add(GPtrArray *examples, guint class, const char *words)
{
    g_auto(GStrv) all = g_strsplit(words, " ", -1);
    LogisticExample *example = logistic_example_new(class, examples->len);

    for (char **word = all; *word != NULL; word++)
        logistic_example_add(example, *word, 1);
    g_ptr_array_add(examples, example);
}

static GPtrArray *landscapes(void)
{
    GPtrArray *examples = g_ptr_array_new_with_free_func((GDestroyNotify)logistic_example_free);

    add(examples, SEA, "wave sand gull salt");
    add(examples, SEA, "the wave and the gull");
    add(examples, SEA, "salt and sand");
    add(examples, WOOD, "oak fern moss owl");
    add(examples, WOOD, "the oak and the owl");
    add(examples, WOOD, "fern and moss");
    add(examples, TOWN, "tram shop lamp square");
    add(examples, TOWN, "the tram and the shop");
    add(examples, TOWN, "lamp and square");
    return examples;
}

static IsrTally judge(const IsrClassifier *classifier, const char *words)
{
    g_auto(GStrv) all = g_strsplit(words, " ", -1);
    IsrTally tally;

    isr_classifier_begin(classifier, &tally);
    for (char **word = all; *word != NULL; word++)
        isr_classifier_add(classifier, &tally, isr_classifier_feature(*word, strlen(*word)), 1);
    isr_classifier_end(classifier, &tally);
    return tally;
}

static IsrClassifier *read_model(const GByteArray *bytes, GError **error)
{
    return isr_classifier_read(bytes->data, bytes->len, "places.model", "places 1", CLASSES, error);
}

static void it_judges_what_it_has_not_seen_by_what_it_has(void **state)
{
    g_autoptr(GPtrArray) examples = landscapes();
    g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, G_MAXUINT, 1);
    g_autoptr(IsrClassifier) classifier = read_model(bytes, NULL);
    static const char *const unseen[CLASSES] = {"gull over sand", "an owl in the fern",
                                                "lamp by the shop"};

    (void)state;
    assert_non_null(classifier);
    for (guint class = 0; class < CLASSES; class ++) {
        const IsrTally tally = judge(classifier, unseen[class]);
        float total = 0;

        for (guint other = 0; other < CLASSES; other++) {
            total += tally.sums[other];
            if (other != class)
                assert_true(tally.sums[class] > 2 * tally.sums[other]);
        }
        assert_true(total > 0.999f && total < 1.001f);
    }
}

static void a_word_it_does_not_know_changes_nothing(void **state)
{
    g_autoptr(GPtrArray) examples = landscapes();
    g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, G_MAXUINT, 1);
    g_autoptr(IsrClassifier) classifier = read_model(bytes, NULL);
    const IsrTally with = judge(classifier, "gull zephyr"), without = judge(classifier, "gull");

    (void)state;
    assert_memory_equal(&with, &without, sizeof with);
}

static void its_weights_say_why(void **state)
{
    g_autoptr(GPtrArray) examples = landscapes();
    g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, G_MAXUINT, 1);
    g_autoptr(IsrClassifier) classifier = read_model(bytes, NULL);
    const guint32 gull = isr_classifier_feature("gull", 4);

    (void)state;
    assert_true(isr_classifier_weight(classifier, gull, SEA) > 0);
    assert_true(isr_classifier_weight(classifier, gull, TOWN) < 0);
    assert_true(isr_classifier_weight(classifier, gull + 1, SEA) == 0);
    assert_true(isr_classifier_knows(classifier, gull));
    assert_false(isr_classifier_knows(classifier, gull + 1));
}

static void a_held_group_teaches_nothing(void **state)
{
    g_autoptr(GPtrArray) examples = landscapes();
    g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, 0, 9);
    g_autoptr(IsrClassifier) classifier = read_model(bytes, NULL);
    const guint32 wave = isr_classifier_feature("wave", 4);

    (void)state;
    assert_true(isr_classifier_weight(classifier, wave, SEA) > 0); /* of the second example */
    g_ptr_array_remove_index(examples, 1);
    g_autoptr(GByteArray) fewer = logistic_learn(examples, &options, 0, 9);
    g_autoptr(IsrClassifier) without = read_model(fewer, NULL);
    assert_true(isr_classifier_weight(without, wave, SEA) == 0);
}

static void the_same_examples_give_the_same_bytes(void **state)
{
    g_autoptr(GPtrArray) examples = landscapes();
    g_autoptr(GByteArray) one = logistic_learn(examples, &options, G_MAXUINT, 1);
    g_autoptr(GByteArray) other = logistic_learn(examples, &options, G_MAXUINT, 1);

    (void)state;
    assert_int_equal(one->len, other->len);
    assert_memory_equal(one->data, other->data, one->len);
}

/* Every byte of the file counts: whichever is changed, the model is refused. */
static void a_damaged_model_is_refused(void **state)
{
    g_autoptr(GPtrArray) examples = landscapes();
    g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, G_MAXUINT, 1);

    (void)state;
    for (guint i = 0; i < bytes->len; i++) {
        g_autoptr(GError) error = NULL;

        bytes->data[i] ^= 0x41;
        assert_null(read_model(bytes, &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
        bytes->data[i] ^= 0x41;
    }
    for (guint length = 0; length < bytes->len; length += 7) {
        g_autoptr(GError) error = NULL;

        assert_null(
            isr_classifier_read(bytes->data, length, "places.model", "places 1", CLASSES, &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    }
}

static void a_model_for_another_use_is_refused(void **state)
{
    g_autoptr(GPtrArray) examples = landscapes();
    g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, G_MAXUINT, 1);
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_null(
        isr_classifier_read(bytes->data, bytes->len, "places.model", "places 2", CLASSES, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_null(isr_classifier_open("/nowhere/places.model", "places 1", CLASSES, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_judges_what_it_has_not_seen_by_what_it_has),
        cmocka_unit_test(a_word_it_does_not_know_changes_nothing),
        cmocka_unit_test(its_weights_say_why),
        cmocka_unit_test(a_held_group_teaches_nothing),
        cmocka_unit_test(the_same_examples_give_the_same_bytes),
        cmocka_unit_test(a_damaged_model_is_refused),
        cmocka_unit_test(a_model_for_another_use_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
