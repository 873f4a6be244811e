/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose a sensitive sentence is. */
#include "isr_test.h"

#include <isredact/detector.h>
#include <isredact/patterns.h>
#include <isredact/people.h>

#include "../src/focus.h"

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

static IsrBlock *block_of(const char *text, guint index, const char *heading)
{
    IsrBlockKind kind = strchr(text, ISR_CELL_BREAK)            ? ISR_BLOCK_ROW
                        : heading && g_str_equal(text, heading) ? ISR_BLOCK_HEADING
                                                                : ISR_BLOCK_BODY;
    IsrBlock *block = isr_block_new(kind, "part");

    block->index = index;
    block->heading = heading;
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    return block;
}

/* Says of whose topics the last of @texts speaks: "health family". The record is about @subject,
 * or nobody knows whom (NULL). */
static char *speaks_in(const IsrPatterns *patterns, const char *const *texts, const char *heading,
                       const char *subject)
{
    const char *subjects[] = {subject, NULL};
    g_autoptr(IsrPeople) people = isr_people_new(patterns, subject ? (char **)subjects : NULL);
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)isr_block_free);
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_autoptr(GError) error = NULL;
    GString *said = g_string_new(NULL);

    for (guint i = 0; texts[i]; i++) {
        g_ptr_array_add(blocks, block_of(texts[i], i, heading));
        g_ptr_array_add(all, isr_findings_new());
        assert_true(isr_detect(patterns, blocks->pdata[i], all->pdata[i], &error));
        isr_people_learn(people, blocks->pdata[i], all->pdata[i]);
    }
    isr_people_settle(people, terms);
    isr_terms_compile(terms);
    g_autoptr(IsrFocus) focus = isr_focus_new(patterns, people);

    for (guint i = 0; i < blocks->len; i++) {
        g_autoptr(IsrReading) reading = isr_reading_new(blocks->pdata[i], ISR_VIEW_AFTER);
        GArray *findings = all->pdata[i];

        isr_terms_sweep(terms, reading, findings);
        isr_people_attribute(people, blocks->pdata[i], findings);
        isr_findings_resolve(findings, blocks->pdata[i]);
        isr_focus_attribute(focus, blocks->pdata[i], findings);
        g_string_truncate(said, 0);
        for (guint n = 0; n < findings->len; n++) {
            const IsrFinding *finding = &g_array_index(findings, IsrFinding, n);

            if (isr_category_is_topic(finding->category))
                g_string_append_printf(said, "%s%s %s", said->len ? ", " : "",
                                       isr_category_id(finding->category),
                                       isr_role_id(finding->role));
        }
    }
    return g_string_free(said, FALSE);
}

static char *speaks_of(const IsrPatterns *patterns, const char *const *texts, const char *heading)
{
    return speaks_in(patterns, texts, heading, "Ada Example=Ada");
}

static void assert_speaks(void **state, const char *text, const char *wanted)
{
    const char *texts[] = {text, NULL};
    g_autofree char *said = speaks_of(*state, texts, NULL);

    assert_string_equal(said, wanted);
}

static void the_nearest_person_before_the_word_owns_it(void **state)
{
    assert_speaks(state, "Ada has asthma.", "health subject");
    assert_speaks(state, "Ada said that her mother has asthma.", "health family");
    assert_speaks(state, "Ada's mother has asthma.", "health family");
    assert_speaks(state, "The social worker said that Ada has asthma.", "health subject");
    assert_speaks(state, "A neighbour told Dad that Ada has asthma.", "health subject");
}

static void pronouns_mean_whoever_was_spoken_of_last(void **state)
{
    assert_speaks(state, "Ada came with her mother. Her mother cried. She has asthma.",
                  "health family");
    assert_speaks(state, "Ada's dad rang. He was convicted of theft.", "criminal family");
    assert_speaks(state, "Ada came with the social worker. She has asthma.", "health subject");
}

static void whoever_did_it_may_stand_behind_by(void **state)
{
    assert_speaks(state, "A neighbour saw that Ada was hit by her father.",
                  "domestic-abuse family");
}

static void violence_of_no_relative_is_no_domestic_abuse(void **state)
{
    assert_speaks(state, "Another boy pushed a friend.", "");
    assert_speaks(state, "Her uncle pushed a friend.", "domestic-abuse family");
}

static void relatives_of_others_are_others(void **state)
{
    assert_speaks(state, "Another child's mother has asthma.", "health third-party");
}

static void rows_and_headings_tell_too(void **state)
{
    const char *plain[] = {"Asthma since 2015.", NULL};
    g_autofree char *of_mother = speaks_of(*state, plain, "Mother's health");
    g_autofree char *of_record = speaks_of(*state, plain, "Health");

    assert_string_equal(of_mother, "health family");
    assert_string_equal(of_record, "health subject");
    assert_speaks(state,
                  "Father\x1f"
                  "Has asthma",
                  "health family");
}

static void a_pronoun_reaches_back_over_a_paragraph(void **state)
{
    const char *texts[] = {"Her mother was at the meeting.", "She was convicted of fraud.", NULL};
    g_autofree char *said = speaks_of(*state, texts, NULL);

    assert_string_equal(said, "criminal family");
}

static void what_names_nobody_is_mostly_whose_it_mostly_is(void **state)
{
    assert_speaks(state, "There is a history of domestic violence.", "domestic-abuse family");
}

static void only_the_run_of_sentences_before_tells(void **state)
{
    const char *stale[] = {"Her mother has diabetes.", "Moved in May. Asthma since then.", NULL};
    const char *run[] = {"Her mother is well. Asthma since May. Wheezes at night.", NULL};
    g_autofree char *of_record = speaks_of(*state, stale, NULL);
    g_autofree char *of_mother = speaks_of(*state, run, NULL);

    assert_string_equal(of_record, "health subject");
    assert_string_equal(of_mother, "health family, health family");
}

static void a_name_in_the_heading_tells(void **state)
{
    const char *texts[] = {"Her aunt, Ursula Orme, was there.", "Ursula Orme",
                           "Takes melatonin at night.", NULL};
    g_autofree char *said = speaks_of(*state, texts, "Ursula Orme");

    assert_string_equal(said, "health family");
}

static void a_record_is_about_somebody_even_unnamed(void **state)
{
    const char *note[] = {"Takes melatonin at night.", NULL};
    const char *mine[] = {"I take melatonin at night.", NULL};
    g_autofree char *of_record = speaks_in(*state, note, NULL, NULL);
    g_autofree char *of_writer = speaks_in(*state, mine, NULL, NULL);

    assert_string_equal(of_record, "health subject");
    assert_string_equal(of_writer, "health unsure");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_person_before_the_word_owns_it),
        cmocka_unit_test(pronouns_mean_whoever_was_spoken_of_last),
        cmocka_unit_test(whoever_did_it_may_stand_behind_by),
        cmocka_unit_test(violence_of_no_relative_is_no_domestic_abuse),
        cmocka_unit_test(relatives_of_others_are_others),
        cmocka_unit_test(rows_and_headings_tell_too),
        cmocka_unit_test(a_pronoun_reaches_back_over_a_paragraph),
        cmocka_unit_test(what_names_nobody_is_mostly_whose_it_mostly_is),
        cmocka_unit_test(only_the_run_of_sentences_before_tells),
        cmocka_unit_test(a_name_in_the_heading_tells),
        cmocka_unit_test(a_record_is_about_somebody_even_unnamed),
    };

    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
