/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The witness lets a decided text pass, notices one that is not, and excuses the values that
 * decided text rightly holds. */
#include "isr_test.h"

#include "../src/witness.h"

#include <isredact/error.h>

#include <string.h>

typedef struct {
    IsrPatterns *patterns;
    IsrProfile *profile;
    IsrPeople *people;
    IsrTerms *terms;
    IsrJob job;
    IsrWitness *witness;
} Scene;

static int set_scene(void **state)
{
    Scene *scene = g_new0(Scene, 1);
    g_autofree char *folder = isr_patterns_folder();
    g_autofree char *profiles = g_build_filename(folder, "profiles", NULL);
    g_autoptr(GError) error = NULL;

    scene->patterns = isr_patterns_load(folder, &error);
    assert_no_error(error);
    scene->profile = isr_profile_load(profiles, "anonymise", &error);
    assert_no_error(error);
    scene->job = (IsrJob){.patterns = scene->patterns, .profile = scene->profile};
    scene->people = isr_people_new(scene->patterns, NULL);
    scene->terms = isr_terms_new();
    isr_people_settle(scene->people, scene->terms);
    isr_terms_add(scene->terms, "Quilla Vantongeren", ISR_CATEGORY_NAME, ISR_TERM_WHOLE, 0,
                  ISR_ROLE_UNSURE);
    isr_terms_compile(scene->terms);
    scene->witness = isr_witness_new(&scene->job, scene->people, scene->terms, TRUE);
    *state = scene;
    return 0;
}

static int strike_scene(void **state)
{
    Scene *scene = *state;

    isr_witness_free(scene->witness);
    isr_terms_free(scene->terms);
    isr_people_free(scene->people);
    isr_profile_free(scene->profile);
    isr_patterns_free(scene->patterns);
    g_free(scene);
    return 0;
}

static void remove_name(Scene *scene, const char *name)
{
    g_autofree char *squeezed = isr_squeeze(name, -1);

    isr_witness_remove(scene->witness, squeezed, name, ISR_CATEGORY_NAME);
}

static void expect(Scene *scene, const char *text)
{
    g_autoptr(GString) decided = g_string_new(text);

    isr_witness_expect(scene->witness, "part", decided);
}

static void show(Scene *scene, IsrBlockKind kind, const char *text)
{
    g_autoptr(IsrBlock) block = isr_block_new(kind, "part");
    g_autoptr(GError) error = NULL;

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_witness_block(scene->witness, block, &error));
    assert_no_error(error);
}

static gboolean passes(Scene *scene, const char *text, GError **error)
{
    show(scene, ISR_BLOCK_BODY, text);
    return isr_witness_end(scene->witness, error);
}

/* A page of two lines. */
static gboolean page_passes(Scene *scene, const char *line, const char *other)
{
    g_autofree char *all = g_strdup_printf("%s\n%s", line, other);

    show(scene, ISR_BLOCK_ROW, line);
    show(scene, ISR_BLOCK_ROW, other);
    show(scene, ISR_BLOCK_SQUEEZED, all);
    return isr_witness_end(scene->witness, NULL);
}

static guint secrets_left(Scene *scene)
{
    g_autoptr(GPtrArray) secrets = isr_witness_secrets(scene->witness);

    return secrets->len;
}

static void decided_text_passes(void **state)
{
    Scene *scene = *state;

    remove_name(scene, "Quilla Vantongeren");
    expect(scene, "[NAME] came to school.");
    assert_true(passes(scene, "[NAME] came to school.", NULL));
    assert_int_equal(secrets_left(scene), 1);
}

static void a_removed_value_in_other_text_is_a_leak(void **state)
{
    Scene *scene = *state;
    g_autoptr(GError) error = NULL;

    remove_name(scene, "Quilla Vantongeren");
    expect(scene, "[NAME] came to school.");
    assert_false(passes(scene, "Quilla Vantongeren came to school.", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LEAK));
    assert_null(strstr(error->message, "Quilla"));
}

static void other_text_without_anything_in_it_passes(void **state)
{
    Scene *scene = *state;

    remove_name(scene, "Quilla Vantongeren");
    assert_true(passes(scene, "[NAME] came to school, and it rained.", NULL));
}

static void a_value_in_decided_text_is_excused(void **state)
{
    Scene *scene = *state;

    remove_name(scene, "Quilla");
    expect(scene, "The Quilla valley");
    assert_true(passes(scene, "The Quilla valley", NULL));
    assert_int_equal(secrets_left(scene), 0);
    assert_true(isr_witness_is_ordinary(scene->witness, "quilla"));
}

/* What goes of one block stays, rightly, in another that reads just as the first did: a copy in
 * which the first was left as it was says so once too often. */
static void a_value_stays_no_more_often_than_was_decided(void **state)
{
    Scene *scene = *state;
    g_autoptr(GError) error = NULL;

    isr_witness_free(scene->witness);
    scene->witness = isr_witness_new(&scene->job, scene->people, scene->terms, FALSE);
    remove_name(scene, "Quilla Vantongeren");
    expect(scene, "Quilla Vantongeren");
    expect(scene, "[NAME]");
    expect(scene, "It rained.");
    assert_true(passes(scene, "Quilla Vantongeren", NULL));
    assert_true(passes(scene, "It rained.", NULL));
    assert_true(passes(scene, "It rained.", NULL));
    assert_false(passes(scene, "Quilla Vantongeren", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LEAK));
    assert_null(strstr(error->message, "Quilla"));
}

static void a_value_at_the_very_end_is_excused(void **state)
{
    Scene *scene = *state;

    remove_name(scene, "Quilla");
    expect(scene, "the valley of Quilla");
    assert_true(passes(scene, "the valley of Quilla", NULL));
    assert_int_equal(secrets_left(scene), 0);
}

/* Beside text in no paragraph its halves may be read as one. */
static void a_value_across_the_edge_of_loose_text_is_not_excused(void **state)
{
    Scene *scene = *state;
    g_autoptr(IsrBlock) loose = isr_block_new(ISR_BLOCK_BODY, "part");

    remove_name(scene, "Quilla");
    isr_witness_remove(scene->witness, "9991234551", "999 123 4551", ISR_CATEGORY_NHS_NUMBER);
    expect(scene, "Quilla room 999 123");
    expect(scene, "4551");
    isr_block_append(loose, "Quilla room 999 123", -1, 0, ISR_RUN_PLAIN);
    loose->loose = TRUE;
    assert_true(isr_witness_block(scene->witness, loose, NULL));
    assert_true(passes(scene, "4551", NULL));
    assert_int_equal(secrets_left(scene), 1);
    assert_true(isr_witness_is_ordinary(scene->witness, "quilla"));
}

/* Chance puts a short number or a name over the edge of two paragraphs, but no long number. */
static void a_long_number_over_two_paragraphs_is_not_excused(void **state)
{
    Scene *scene = *state;

    remove_name(scene, "Quilla Vantongeren");
    isr_witness_remove(scene->witness, "9991234551", "999 123 4551", ISR_CATEGORY_NHS_NUMBER);
    isr_witness_remove(scene->witness, "121234", "12/1234", ISR_CATEGORY_CASE_REF);
    show(scene, ISR_BLOCK_BODY, "Quilla");
    show(scene, ISR_BLOCK_BODY, "Vantongeren, room 12");
    show(scene, ISR_BLOCK_BODY, "1234");
    show(scene, ISR_BLOCK_BODY, "room 999 123");
    show(scene, ISR_BLOCK_BODY, "4551");
    assert_int_equal(secrets_left(scene), 1);
    assert_false(isr_witness_is_ordinary(scene->witness, "9991234551"));
    show(scene, ISR_BLOCK_BODY, "999 123 4551 is an example.");
    assert_int_equal(secrets_left(scene), 0);
}

static void a_name_is_excused_where_a_longer_one_rightly_ends_in_it(void **state)
{
    Scene *scene = *state;

    remove_name(scene, "A VANTON GEREN");
    expect(scene, "Quilla Vanton-Geren is kept");
    assert_true(passes(scene, "Quilla Vanton-Geren is kept", NULL));
    assert_int_equal(secrets_left(scene), 0);
}

static void words_of_a_page_may_be_read_in_another_order(void **state)
{
    Scene *scene = *state;

    expect(scene, "Vantongeren,\nseen\x1fMs Quilla");
    assert_true(page_passes(scene, "Quilla Vantongeren", "seen\x1fMs"));
}

static void a_word_more_on_a_page_is_a_leak(void **state)
{
    Scene *scene = *state;

    expect(scene, "Vantongeren seen");
    expect(scene, "Ms Quilla seen");
    assert_false(page_passes(scene, "Quilla Vantongeren", "Quilla Vantongeren"));
}

static void a_word_of_another_part_is_a_leak(void **state)
{
    Scene *scene = *state;
    g_autoptr(GString) note = g_string_new("Vantongeren, Ms Quilla");

    isr_witness_expect(scene->witness, "note", note);
    assert_false(page_passes(scene, "Quilla Vantongeren", "seen"));
}

static void only_pages_may_be_read_in_another_order(void **state)
{
    Scene *scene = *state;

    expect(scene, "Vantongeren, Ms Quilla");
    assert_false(passes(scene, "Quilla Vantongeren", NULL));
}

/* A row of a table, in which "3" was suppressed. */
static void suppress(Scene *scene, const char *row)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_ROW, "part");

    isr_block_append(block, row, -1, 0, ISR_RUN_PLAIN);
    isr_witness_suppress(scene->witness, "part", "3");
    isr_witness_pin(scene->witness, block);
    expect(scene, row);
}

static void a_row_with_its_small_number_back_is_a_leak(void **state)
{
    Scene *scene = *state;
    g_autoptr(GError) error = NULL;

    suppress(scene, "Elm\x1f[c]\x1f[c]\x1f"
                    "23");
    show(scene, ISR_BLOCK_ROW,
         "Elm\x1f"
         "3\x1f[c]\x1f"
         "23");
    assert_false(isr_witness_end(scene->witness, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LEAK));
}

static void a_row_without_its_small_number_passes(void **state)
{
    Scene *scene = *state;

    suppress(scene, "Elm\x1f[c]\x1f[c]\x1f"
                    "23");
    show(scene, ISR_BLOCK_ROW,
         "Elm\x1f[c]\x1f[c]\x1f"
         "23");
    assert_true(isr_witness_end(scene->witness, NULL));
}

static void a_page_may_not_show_the_number_more_often(void **state)
{
    Scene *scene = *state;

    suppress(scene, "Elm\x1f[c]\x1f"
                    "23");
    expect(scene, "3 of 23 came");
    assert_false(page_passes(scene,
                             "Elm\x1f"
                             "3\x1f"
                             "23",
                             "3 of 23 came"));
}

static void a_page_may_cut_the_row(void **state)
{
    Scene *scene = *state;

    suppress(scene, "Elm\x1f[c]\x1f"
                    "23");
    expect(scene, "3 of 23 came");
    assert_true(page_passes(scene, "[c] Elm", "3 of 23 came 23"));
}

static const IsrSecret *only_secret(Scene *scene, GPtrArray **secrets)
{
    *secrets = isr_witness_secrets(scene->witness);
    assert_int_equal((*secrets)->len, 1);
    return (*secrets)->pdata[0];
}

static void a_value_whose_words_all_stay_is_one_only_in_a_line(void **state)
{
    Scene *scene = *state;
    GPtrArray *secrets;

    remove_name(scene, "Office of the Guardian");
    expect(scene, "Office of the");
    expect(scene, "form\x1fGuardian");
    assert_true(page_passes(scene, "Office of the", "form\x1fGuardian"));
    assert_true(only_secret(scene, &secrets)->scattered);
    g_ptr_array_unref(secrets);
}

static void a_value_of_which_a_word_went_is_one_over_lines_too(void **state)
{
    Scene *scene = *state;
    GPtrArray *secrets;

    remove_name(scene, "Office of the Guardian");
    expect(scene, "Office of the");
    expect(scene, "form\x1f[ORGANISATION]");
    assert_true(page_passes(scene, "Office of the", "form\x1f[ORGANISATION]"));
    assert_false(only_secret(scene, &secrets)->scattered);
    g_ptr_array_unref(secrets);
}

int main(void)
{
#define SCENE(name) cmocka_unit_test_setup_teardown(name, set_scene, strike_scene)
    const struct CMUnitTest tests[] = {
        SCENE(decided_text_passes),
        SCENE(a_removed_value_in_other_text_is_a_leak),
        SCENE(other_text_without_anything_in_it_passes),
        SCENE(a_value_in_decided_text_is_excused),
        SCENE(a_value_stays_no_more_often_than_was_decided),
        SCENE(a_value_at_the_very_end_is_excused),
        SCENE(a_value_across_the_edge_of_loose_text_is_not_excused),
        SCENE(a_long_number_over_two_paragraphs_is_not_excused),
        SCENE(a_name_is_excused_where_a_longer_one_rightly_ends_in_it),
        SCENE(words_of_a_page_may_be_read_in_another_order),
        SCENE(a_word_more_on_a_page_is_a_leak),
        SCENE(a_word_of_another_part_is_a_leak),
        SCENE(only_pages_may_be_read_in_another_order),
        SCENE(a_row_with_its_small_number_back_is_a_leak),
        SCENE(a_row_without_its_small_number_passes),
        SCENE(a_page_may_not_show_the_number_more_often),
        SCENE(a_page_may_cut_the_row),
        SCENE(a_value_whose_words_all_stay_is_one_only_in_a_line),
        SCENE(a_value_of_which_a_word_went_is_one_over_lines_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
