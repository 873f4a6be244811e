/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the families and the model say of a sentence, held against each other. */
#include "isr_test.h"

#include <isredact/patterns.h>

#include "../src/matters.h"

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

/* What the model says: a health matter with @probability, else none. */
static IsrWeighed weighed_as(float probability)
{
    IsrWeighed weighed = {.range = {0, 10}};

    weighed.tally.sums[ISR_EVIDENCE_NONE] = 1 - probability;
    weighed.tally.sums[isr_evidence_class(ISR_CATEGORY_HEALTH)] = probability;
    return weighed;
}

static GArray *matters_of(IsrCategory category, gboolean field)
{
    GArray *matters = g_array_new(FALSE, FALSE, sizeof(IsrMatter));
    const IsrMatter matter = {.category = category, .score = 1, .field = field};

    g_array_append_val(matters, matter);
    return matters;
}

static void what_the_model_is_sure_of_is_found(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(GArray) matters = g_array_new(FALSE, FALSE, sizeof(IsrMatter));
    const IsrWeighed sure = weighed_as(0.8f), unsure = weighed_as(0.05f);

    isr_matters_weigh(patterns->topics, &unsure, matters, 0);
    assert_int_equal(matters->len, 0);
    isr_matters_weigh(patterns->topics, &sure, matters, 0);
    assert_int_equal(matters->len, 1);
    assert_int_equal(g_array_index(matters, IsrMatter, 0).category, ISR_CATEGORY_HEALTH);
    assert_non_null(g_array_index(matters, IsrMatter, 0).topic);
}

static void what_tells_nothing_must_be_surer(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(GArray) matters = g_array_new(FALSE, FALSE, sizeof(IsrMatter));
    IsrWeighed weighed = weighed_as(0.8f);

    weighed.empty = TRUE;
    isr_matters_weigh(patterns->topics, &weighed, matters, 0);
    assert_int_equal(matters->len, 0);
}

static void the_model_may_overrule_a_family(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(GArray) matters = matters_of(ISR_CATEGORY_HEALTH, FALSE);
    g_autoptr(GArray) field = matters_of(ISR_CATEGORY_HEALTH, TRUE);
    const IsrWeighed silent = weighed_as(0.02f);

    isr_matters_weigh(patterns->topics, &silent, matters, 0);
    assert_int_equal(matters->len, 0);
    isr_matters_weigh(patterns->topics, &silent, field, 0);
    assert_int_equal(field->len, 1);
}

static void only_what_is_meant_of_several_stays(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(GArray) matters = matters_of(ISR_CATEGORY_CRIMINAL, FALSE);
    const IsrWeighed weighed = weighed_as(0.9f);

    isr_matters_weigh(patterns->topics, &weighed, matters, 0);
    assert_int_equal(matters->len, 1);
    assert_int_equal(g_array_index(matters, IsrMatter, 0).category, ISR_CATEGORY_HEALTH);
}

static void what_was_there_before_is_left_alone(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(GArray) matters = matters_of(ISR_CATEGORY_CRIMINAL, FALSE);
    const IsrWeighed silent = weighed_as(0.01f);

    isr_matters_weigh(patterns->topics, &silent, matters, 1);
    assert_int_equal(matters->len, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_model_is_sure_of_is_found),
        cmocka_unit_test(what_tells_nothing_must_be_surer),
        cmocka_unit_test(the_model_may_overrule_a_family),
        cmocka_unit_test(only_what_is_meant_of_several_stays),
        cmocka_unit_test(what_was_there_before_is_left_alone),
    };

    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
