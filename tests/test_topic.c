/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Topics: how many of the sentences of topics/sentences.txt are found and rightly given, how many
 * of the others are left alone; and what a broken topic file says. */
#include "isr_test.h"

#include <isredact/detector.h>
#include <isredact/error.h>
#include <isredact/example.h>
#include <isredact/people.h>
#include <isredact/topics.h>

#include "../src/focus.h"

#include <string.h>
#include <unistd.h>

/* What must be reached, per cent: sentences found, those rightly given, others lost. */
#define FEWEST_FOUND 85
#define FEWEST_GIVEN 85
#define MOST_LOST 5

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

/* The findings in @text, a record of one block. */
static GArray *findings_in(const IsrPatterns *patterns, const char *text)
{
    IsrBlockKind kind = strchr(text, ISR_CELL_BREAK) ? ISR_BLOCK_ROW : ISR_BLOCK_BODY;
    g_autoptr(IsrBlock) block = isr_block_new(kind, "part");
    g_autoptr(IsrPeople) people = isr_people_new(patterns, NULL);
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(IsrFocus) focus = isr_focus_new(patterns, people);
    g_autoptr(GError) error = NULL;
    GArray *findings = isr_findings_new();

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, &error));
    isr_people_learn(people, block, findings);
    isr_people_settle(people, terms);
    isr_people_attribute(people, block, findings);
    isr_focus_attribute(focus, block, findings);
    return findings;
}

typedef struct {
    guint wanted, found, given, others, lost;
} Tally;

/* A sentence that must be found as @topic and be @whose. */
static void try_sentence(const IsrPatterns *patterns, const char *topic, const char *whose,
                         const IsrExample *example, Tally *tally)
{
    g_autoptr(GArray) findings = findings_in(patterns, example->text);
    IsrRange mark = g_array_index(example->marks, IsrRange, 0);
    gboolean found = FALSE, given = FALSE;

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (!g_str_equal(isr_category_id(finding->category), topic) ||
            finding->range.start > mark.start || finding->range.end < mark.end)
            continue;
        found = TRUE;
        given = given || g_str_equal(isr_role_id(finding->role), whose);
    }
    tally->wanted++;
    tally->found += found;
    tally->given += given;
    if (!given)
        print_message("%s (%s, %s): %s\n", found ? "given to another" : "missed", topic, whose,
                      example->text);
}

static void try_other(const IsrPatterns *patterns, const IsrExample *example, Tally *tally)
{
    g_autoptr(GArray) findings = findings_in(patterns, example->text);
    const IsrFinding *lost = NULL;

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (isr_category_is_topic(finding->category))
            lost = finding;
    }
    tally->others++;
    tally->lost += lost != NULL;
    if (lost)
        print_message("lost (%s, %s): %s\n", isr_category_id(lost->category), lost->reason,
                      example->text);
}

/* "half | topic | whose | text" */
static void try_line(const IsrPatterns *patterns, const char *line, Tally *halves)
{
    g_auto(GStrv) fields = g_strsplit(line, " | ", 4);

    if (*line == '#' || *line == '\0')
        return;
    assert_int_equal(g_strv_length(fields), 4);
    g_autoptr(IsrExample) example = isr_example_read("line", fields[3]);
    Tally *tally = &halves[fields[0][0] == 'B'];

    assert_non_null(example);
    if (g_str_equal(fields[1], "none"))
        try_other(patterns, example, tally);
    else
        try_sentence(patterns, fields[1], fields[2], example, tally);
}

static void sentences_are_found_and_others_left_alone(void **state)
{
    g_autofree char *path =
        g_build_filename(g_getenv("ISREDACT_ROOT"), "tests", "topics", "sentences.txt", NULL);
    g_autofree char *text = NULL;
    Tally halves[2] = {{0}, {0}};

    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (char **line = lines; *line; line++)
        try_line(*state, *line, halves);
    for (guint half = 0; half < 2; half++) {
        const Tally *tally = &halves[half];

        print_message("half %c: %u of %u found, %u rightly given, %u of %u others lost\n",
                      half ? 'B' : 'A', tally->found, tally->wanted, tally->given, tally->lost,
                      tally->others);
        assert_true(tally->wanted > 30 && tally->others > 50);
        assert_true(tally->found * 100 >= tally->wanted * FEWEST_FOUND);
        assert_true(tally->given * 100 >= tally->found * FEWEST_GIVEN);
        assert_true(tally->lost * 100 <= tally->others * MOST_LOST);
    }
}

static void the_files_own_examples_hold(void **state)
{
    const IsrPatterns *patterns = *state;
    const GPtrArray *topics = isr_topics_all(patterns->topics);
    g_autoptr(GError) error = NULL;

    assert_true(topics->len >= 9);
    for (guint i = 0; i < topics->len; i++) {
        g_autoptr(GPtrArray) complaints =
            isr_examples_try_topic(patterns, topics->pdata[i], &error);

        assert_no_error(error);
        for (guint n = 0; n < complaints->len; n++)
            print_error("%s\n", (const char *)complaints->pdata[n]);
        assert_int_equal(complaints->len, 0);
    }
}

static void each_of_the_nine_topics_is_looked_for(void **state)
{
    for (guint c = ISR_CATEGORY_HEALTH; c < ISR_N_CATEGORIES; c++)
        assert_true(isr_patterns_seek(*state, (IsrCategory)c));
}

/* Loads a folder that holds just this topic; says what is wrong with it. */
static char *complaint_about(const char *text)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-topic-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "odd.topic", NULL);
    g_autofree char *people = g_build_filename(folder, "people.words", NULL);
    g_autoptr(GError) error = NULL;

    assert_true(g_file_set_contents(path, text, -1, NULL));
    assert_true(g_file_set_contents(people, "", -1, NULL));
    g_autoptr(IsrTopics) topics = isr_topics_load(folder, &error);

    unlink(path);
    unlink(people);
    rmdir(folder);
    if (topics)
        return g_strdup("");
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    return g_strdup(error->message);
}

#define HEAD "[topic]\ntitle=Odd\ncategory=health\n"

static void a_broken_file_names_file_group_and_key(void **state)
{
    static const struct {
        const char *text, *said;
    } files[] = {
        {"[topic]\ntitle=Odd\n", "odd.topic: [topic] category"},
        {"[topic]\ntitle=Odd\ncategory=weather\n", "odd.topic: [topic] category"},
        {HEAD "colour=blue\n[strong]\na=b\n", "odd.topic: [topic] colour"},
        {HEAD "about=somebody\n[strong]\na=b\n", "odd.topic: [topic] about"},
        {HEAD "otherwise=nobody\n[strong]\na=b\n", "odd.topic: [topic] otherwise"},
        {HEAD "[strong]\nill=\n", "odd.topic: [strong] ill"},
        {HEAD "[strong]\nill={somebody} ill\n", "odd.topic: [strong] ill"},
        {HEAD "[strong]\nill=ill ...\n", "odd.topic: [strong] ill"},
        {HEAD "[strong]\ndebt=owes;;rent\n", "odd.topic: [strong] debt"},
        {HEAD "[strong]\ndebt=owes\ndebt=rent\n", "odd.topic: [strong] debt: is there twice"},
        {HEAD "[loud]\nill=ill\n", "odd.topic: [loud]"},
        {HEAD "[strong]\nill=ill\n[match]\n1=He is ill.\n", "odd.topic: [match] 1"},
        {HEAD "[strong]\nill=ill\n[whose]\nking=«He is ill.»\n", "odd.topic: [whose] king"},
        {HEAD, "odd.topic: [strong]"},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *complaint = complaint_about(files[i].text);

        if (!g_str_has_prefix(complaint, files[i].said))
            fail_msg("\"%s\" does not begin with \"%s\"", complaint, files[i].said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_found_and_others_left_alone),
        cmocka_unit_test(the_files_own_examples_hold),
        cmocka_unit_test(each_of_the_nine_topics_is_looked_for),
        cmocka_unit_test(a_broken_file_names_file_group_and_key),
    };

    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
