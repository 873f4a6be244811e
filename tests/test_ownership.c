/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks for whose a sentence is. */
#include "isr_test.h"

#include <isredact/detector.h>
#include <isredact/people.h>

#include "../src/ownership.h"

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

/* What was watched. */
typedef struct {
    GArray *features; /* of the last sentence that was given to somebody */
    IsrRole rule;
    guint times;
} Watched;

static void watch(gpointer watcher, const IsrScene *scene, const IsrFinding *finding,
                  const IsrOwner *owner, guint token)
{
    Watched *watched = watcher;

    watched->times++;
    watched->rule = owner->who.role;
    g_array_set_size(watched->features, 0);
    isr_ownership_gather(scene, finding->category, owner, token, watched->features);
}

/* Reads @text as a record about @subject; the role of its last sentence if @watched is NULL. */
static IsrRole read_about(const IsrPatterns *patterns, const char *subject, const char *text,
                          Watched *watched)
{
    const char *subjects[] = {subject, NULL};
    g_autoptr(IsrPeople) people = isr_people_new(patterns, (char **)subjects);
    g_autoptr(IsrTerms) terms = isr_terms_new();
    const gboolean row = strchr(text, ISR_CELL_BREAK) != NULL;
    g_autoptr(IsrBlock) block = isr_block_new(row ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(GError) error = NULL;
    IsrRole role = ISR_ROLE_UNSURE;

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, &error));
    isr_people_learn(people, block, findings);
    isr_people_settle(people, terms);
    isr_people_attribute(people, block, findings);
    g_autoptr(IsrFocus) focus = isr_focus_new(patterns, people);

    if (watched)
        isr_focus_watch(focus, watch, watched);
    isr_focus_attribute(focus, block, findings);
    for (guint i = 0; i < findings->len; i++)
        if (isr_category_is_topic(g_array_index(findings, IsrFinding, i).category))
            role = g_array_index(findings, IsrFinding, i).role;
    return role;
}

static IsrRole read_text(const IsrPatterns *patterns, const char *text, Watched *watched)
{
    return read_about(patterns, "Ada Example=Ada", text, watched);
}

static void classes_and_roles_are_the_same_thing(void **state)
{
    (void)state;
    for (guint i = 0; i < ISR_OWNERSHIP_CLASSES; i++)
        assert_int_equal(isr_ownership_class(isr_ownership_role(i)), i);
    assert_int_equal(isr_ownership_class(ISR_ROLE_REFERRER),
                     isr_ownership_class(ISR_ROLE_PROFESSIONAL));
}

static void who_is_spoken_of_matters_not_their_name(void **state)
{
    g_autoptr(GArray) one = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(GArray) other = g_array_new(FALSE, FALSE, sizeof(guint32));
    Watched mother = {.features = one}, father = {.features = other};

    read_text(*state, "Her mother has asthma.", &mother);
    read_text(*state, "Her father has asthma.", &father);
    assert_int_equal(mother.times, 1);
    assert_int_equal(mother.rule, ISR_ROLE_FAMILY);
    assert_int_equal(one->len, other->len);
    assert_memory_equal(one->data, other->data, one->len * sizeof(guint32));
}

static void each_feature_counts_once(void **state)
{
    g_autoptr(GArray) features = g_array_new(FALSE, FALSE, sizeof(guint32));
    Watched watched = {.features = features};

    read_text(*state, "Ada wheezes and wheezes and wheezes and has asthma.", &watched);
    assert_int_equal(watched.times, 1);
    for (guint i = 1; i < features->len; i++)
        assert_true(g_array_index(features, guint32, i - 1) < g_array_index(features, guint32, i));
}

static gboolean are_alike(const GArray *one, const GArray *other)
{
    return one->len == other->len &&
           memcmp(one->data, other->data, one->len * sizeof(guint32)) == 0;
}

/* The model that lies here is no empty one, nor one of other features. */
static void the_model_knows_the_features(void **state)
{
    const IsrPatterns *patterns = *state;
    g_autoptr(GArray) features = g_array_new(FALSE, FALSE, sizeof(guint32));
    Watched watched = {.features = features};
    guint known = 0;

    read_text(patterns, "Her mother has asthma.", &watched);
    for (guint i = 0; i < features->len; i++)
        known += isr_classifier_knows(patterns->owners, g_array_index(features, guint32, i));
    assert_in_range(known, features->len / 2, features->len);
    assert_true(known > 0);
}

static void whether_he_can_be_the_subject_counts(void **state)
{
    g_autoptr(GArray) ada = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(GArray) joan = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(GArray) paul = g_array_new(FALSE, FALSE, sizeof(guint32));
    Watched of_ada = {.features = ada}, of_joan = {.features = joan}, of_paul = {.features = paul};
    static const char said[] = "He has asthma.\nSeen today: ";
    g_autofree char *about_ada = g_strconcat(said, "Ada Example.", NULL);
    g_autofree char *about_joan = g_strconcat(said, "Joan Example.", NULL);
    g_autofree char *about_paul = g_strconcat(said, "Paul Example.", NULL);

    read_about(*state, "Ada Example", about_ada, &of_ada);
    read_about(*state, "Joan Example", about_joan, &of_joan);
    read_about(*state, "Paul Example", about_paul, &of_paul);
    assert_int_equal(of_ada.times, 1);
    assert_true(are_alike(ada, joan));
    assert_false(are_alike(ada, paul));
}

static void the_words_of_the_cells_beside_count(void **state)
{
    g_autoptr(GArray) label = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(GArray) other = g_array_new(FALSE, FALSE, sizeof(guint32));
    Watched labelled = {.features = label}, others = {.features = other};

    read_text(*state,
              "At home\x1f"
              "Has asthma and takes salbutamol.",
              &labelled);
    read_text(*state,
              "In class\x1f"
              "Has asthma and takes salbutamol.",
              &others);
    assert_int_equal(labelled.times, 1);
    assert_int_equal(others.times, 1);
    assert_false(are_alike(label, other));
}

static void who_is_named_owns_the_sentence(void **state)
{
    assert_int_equal(read_text(*state, "Ada has asthma and uses an inhaler.", NULL),
                     ISR_ROLE_SUBJECT);
    assert_int_equal(read_text(*state, "Her mother takes sertraline for depression.", NULL),
                     ISR_ROLE_FAMILY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_and_roles_are_the_same_thing),
        cmocka_unit_test(who_is_spoken_of_matters_not_their_name),
        cmocka_unit_test(each_feature_counts_once),
        cmocka_unit_test(the_model_knows_the_features),
        cmocka_unit_test(whether_he_can_be_the_subject_counts),
        cmocka_unit_test(the_words_of_the_cells_beside_count),
        cmocka_unit_test(who_is_named_owns_the_sentence),
    };

    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
