/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of weights on their way into a model's file. */
#include "isr_test.h"

#include "class_weights.h"

#define ONE 11u
#define OTHER 12u
#define KIND 13u

static void set(ClassWeights *weights, guint32 feature, float first, float second)
{
    float *row = class_weights_row(weights, feature);

    row[0] = first;
    row[1] = second;
}

/* Lets ONE and OTHER inherit from KIND. */
static void inherit(ClassWeights *weights)
{
    g_autoptr(GHashTable) heirs = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) kinds = g_array_new(FALSE, FALSE, sizeof(guint32));
    const guint32 kind = KIND;

    g_array_append_val(kinds, kind);
    g_hash_table_insert(heirs, GUINT_TO_POINTER(ONE), kinds);
    g_hash_table_insert(heirs, GUINT_TO_POINTER(OTHER), kinds);
    class_weights_inherit(weights, heirs);
}

static IsrClassifier *read_back(const GByteArray *bytes)
{
    g_autoptr(GError) error = NULL;
    IsrClassifier *classifier =
        isr_classifier_read(bytes->data, bytes->len, "test", "test 1", 2, &error);

    assert_no_error(error);
    return classifier;
}

static void a_word_inherits_what_its_kind_weighs(void **state)
{
    (void)state;
    g_autoptr(ClassWeights) weights = class_weights_new(2);

    set(weights, ONE, 1, 0);
    set(weights, KIND, 0.5f, -2);
    inherit(weights);
    assert_true(class_weights_row(weights, ONE)[0] == 1.5f);
    assert_true(class_weights_row(weights, OTHER)[1] == -2);
}

static void a_word_never_met_is_in_the_file_and_its_kind_is_not(void **state)
{
    (void)state;
    g_autoptr(ClassWeights) weights = class_weights_new(2);

    set(weights, KIND, 1, -1);
    inherit(weights);
    g_autoptr(GByteArray) bytes = class_weights_bytes(weights, "test 1");
    g_autoptr(IsrClassifier) classifier = read_back(bytes);

    assert_true(isr_classifier_knows(classifier, OTHER));
    assert_true(isr_classifier_weight(classifier, OTHER, 0) > 1.9f);
    assert_false(isr_classifier_knows(classifier, KIND));
}

static void what_rounds_to_nothing_is_left_out(void **state)
{
    (void)state;
    g_autoptr(ClassWeights) weights = class_weights_new(2);

    set(weights, ONE, 2, -2);
    set(weights, OTHER, 0.001f, -0.001f);
    g_autoptr(GByteArray) bytes = class_weights_bytes(weights, "test 1");
    g_autoptr(IsrClassifier) classifier = read_back(bytes);

    assert_true(isr_classifier_knows(classifier, ONE));
    assert_false(isr_classifier_knows(classifier, OTHER));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_inherits_what_its_kind_weighs),
        cmocka_unit_test(a_word_never_met_is_in_the_file_and_its_kind_is_not),
        cmocka_unit_test(what_rounds_to_nothing_is_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
