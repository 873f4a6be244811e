/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a copy tells of people, from whole records. */
#include "isr_key_test.h"

#include <isredact/pipeline.h>
#include <isredact/quasi.h>

#include <string.h>

typedef struct {
    IsrPatterns *patterns;
    IsrProfile *profile;
    IsrKey *key;
} Scene;

static int set_scene(void **state)
{
    Scene *scene = g_new0(Scene, 1);
    g_autofree char *folder = isr_patterns_folder();
    g_autofree char *profiles = g_build_filename(folder, "profiles", NULL);
    g_autoptr(GError) error = NULL;

    scene->patterns = isr_patterns_load(folder, &error);
    assert_no_error(error);
    scene->profile = isr_profile_load(profiles, "audit", &error);
    assert_no_error(error);
    scene->key = key_of('7');
    *state = scene;
    return 0;
}

static int strike_scene(void **state)
{
    Scene *scene = *state;

    isr_key_free(scene->key);
    isr_profile_free(scene->profile);
    isr_patterns_free(scene->patterns);
    g_free(scene);
    return 0;
}

/* What the copy of @text tells, read back; *json is what it was read from. */
static GPtrArray *told(const Scene *scene, const char *text, char **json)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-telltale-XXXXXX", NULL);
    g_autofree char *from = g_build_filename(folder, "record.txt", NULL);
    g_autofree char *to = g_build_filename(folder, "copy.txt", NULL);
    const IsrJob job = {
        .patterns = scene->patterns, .profile = scene->profile, .key = scene->key, .audit = "try"};
    g_autoptr(GError) error = NULL;

    assert_true(g_file_set_contents(from, text, -1, NULL));
    g_autoptr(IsrInput) input = isr_input_open(from, &error);

    assert_no_error(error);
    g_autoptr(IsrOutput) output = isr_output_new(to, FALSE, &error);

    assert_no_error(error);
    g_autoptr(IsrRecord) record = isr_pipeline_redact(&job, input, output, &error);

    assert_no_error(error);
    assert_non_null(record->quasi);
    g_unlink(from);
    g_rmdir(folder);
    *json = g_strdup(record->quasi);
    GPtrArray *quasis = isr_quasis_read(record->quasi, &error);

    assert_no_error(error);
    return quasis;
}

static const IsrQuasiPerson *subject_of(const GPtrArray *quasis)
{
    for (guint i = 0; i < quasis->len; i++)
        if (((const IsrQuasiPerson *)quasis->pdata[i])->subject)
            return quasis->pdata[i];
    fail_msg("nobody is the subject");
    return NULL;
}

static const char *only(const IsrQuasiPerson *person, IsrQuasiKind kind)
{
    if (person->values[kind]->len != 1)
        fail_msg("%u of kind %s", person->values[kind]->len, isr_quasi_id(kind));
    return person->values[kind]->pdata[0];
}

#define RECORD                                                                                     \
    "Child's name: Quilla Vantongeren\nDate of birth: 14/03/2012\nAge: 12\n"                       \
    "Address: 3 Elm Road, Birkenhead, CH42 7LQ\nEthnicity: White British\n"                        \
    "Religion: Muslim\nFirst language: Somali\n\n"                                                 \
    "Quilla was seen at home. Quilla said she is well. She has epilepsy and takes sodium "         \
    "valproate. Her mother, Tamsin "                                                               \
    "Vantongeren, was there.\n"

static void a_copy_tells_what_stays_and_in_no_words(void **state)
{
    const Scene *scene = *state;
    g_autofree char *json = NULL;
    g_autoptr(GPtrArray) quasis = told(scene, RECORD, &json);
    const IsrQuasiPerson *subject = subject_of(quasis);
    static const char *const words[] = {"Quilla", "Elm",    "7LQ",    "omali", "uslim",
                                        "ritish", "pileps", "valpro", "14/03"};

    assert_string_equal(only(subject, ISR_QUASI_AGE), "10 to 15");
    assert_string_equal(only(subject, ISR_QUASI_SEX), "female");
    assert_true(g_str_has_prefix(only(subject, ISR_QUASI_BORN), "201"));
    assert_int_equal(strlen(only(subject, ISR_QUASI_LANGUAGE)), ISR_QUASI_HASH);
    assert_int_equal(strlen(only(subject, ISR_QUASI_RELIGION)), ISR_QUASI_HASH);
    assert_int_equal(strlen(only(subject, ISR_QUASI_ETHNICITY)), ISR_QUASI_HASH);
    assert_true(subject->values[ISR_QUASI_CONDITION]->len > 0);
    assert_int_equal(subject->values[ISR_QUASI_DATE]->len, 0);
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(json, words[i]))
            fail_msg("\"%s\" is told", words[i]);
}

static void a_field_tells_the_sex(void **state)
{
    const Scene *scene = *state;
    g_autofree char *json = NULL;
    g_autoptr(GPtrArray) quasis = told(scene, "Child's name: Quilla Vantongeren\nSex: M\n", &json);

    assert_string_equal(only(subject_of(quasis), ISR_QUASI_SEX), "male");
}

static void the_same_record_tells_the_same(void **state)
{
    const Scene *scene = *state;
    g_autofree char *one = NULL, *two = NULL;
    g_autoptr(GPtrArray) first = told(scene, RECORD, &one);
    g_autoptr(GPtrArray) second = told(scene, RECORD, &two);

    assert_string_equal(one, two);
    assert_int_equal(first->len, second->len);
}

/* The address went, but a postcode that became its district stays. */
static void a_district_is_told_as_it_stands_in_the_copy(void **state)
{
    const Scene *scene = *state;
    g_autofree char *json = NULL;
    g_autoptr(GPtrArray) quasis =
        told(scene, "Child's name: Quilla Vantongeren\nPostcode: CH42 7LQ\n", &json);

    assert_string_equal(only(subject_of(quasis), ISR_QUASI_DISTRICT), "CH42");
}

#define SCENE(test) cmocka_unit_test_setup_teardown(test, set_scene, strike_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE(a_copy_tells_what_stays_and_in_no_words),
        SCENE(a_field_tells_the_sex),
        SCENE(the_same_record_tells_the_same),
        SCENE(a_district_is_told_as_it_stands_in_the_copy),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
