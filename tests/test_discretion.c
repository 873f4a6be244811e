/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who told in confidence is found by what is said around the name, also where no cue knows the
 * wording; who only looks like it is not; and whoever is found so is to be checked. */
#include "isr_settled.h"

#include "../src/discretion.h"

#include <string.h>

#define CHILD "Child: Zoltan Ferreira, born 3 May 2016. Zoltan is in Year 4."

/* The role of the person named @name in a record of the child and @text. */
static IsrRole role_of(const char *text, const char *name, gboolean *sure)
{
    const char *const texts[] = {CHILD, text, NULL};
    Settled settled = settle(texts);
    IsrRole role = ISR_N_ROLES;

    for (guint i = 0; i < settled.people->clusters->len; i++) {
        const Cluster *cluster = settled.people->clusters->pdata[i];
        for (guint n = 0; n < cluster->mentions->len; n++) {
            const Mention *mention = cluster->mentions->pdata[n];
            if (strcmp(mention->text, name) != 0)
                continue;
            role = cluster->person.role;
            if (sure != NULL)
                *sure = !cluster->person.check;
        }
    }
    settled_free(&settled);
    return role;
}

/* Wordings that stand neither in patterns/cues/ nor in tools/train/confidences/. */
static void whoever_asks_for_discretion_is_found(void **state)
{
    static const struct {
        const char *text, *name;
    } told[] = {
        {"Jocelyn Pettifer from the flat below rang the duty desk. She hears him hit the boy most "
         "evenings. Her one condition was that nothing we write points at her door.",
         "Jocelyn Pettifer"},
        {"Idris Vaughan, who drinks with the stepfather, stopped me by the bus station. If it got "
         "about that he had spoken, he would lose his teeth, he said; so it reads as a routine "
         "check in the log.",
         "Idris Vaughan"},
        {"A customer, Marisol Etxeberria, saw the child slapped in the shop and told us so. She "
         "begged that the mother be let think the cameras had it.",
         "Marisol Etxeberria"},
    };
    guint found = 0;

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(told); i++)
        found += role_of(told[i].text, told[i].name, NULL) == ISR_ROLE_REFERRER;
    assert_int_equal(found, G_N_ELEMENTS(told));
}

static void whoever_only_looks_like_it_is_not(void **state)
{
    static const struct {
        const char *text, *name;
    } others[] = {
        {"Jocelyn Pettifer asked that her new address be kept from the children's father.",
         "Jocelyn Pettifer"},
        {"Idris Vaughan shouted at the desk and wanted to know which neighbour had rung.",
         "Idris Vaughan"},
        {"Marisol Etxeberria next door rang, is happy to give a statement and to be named.",
         "Marisol Etxeberria"},
        {"Jocelyn Pettifer came to the party and brought a cake.", "Jocelyn Pettifer"},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        assert_int_not_equal(role_of(others[i].text, others[i].name, NULL), ISR_ROLE_REFERRER);
}

/* A model may err, so somebody must look. */
static void whoever_is_found_so_is_to_be_checked(void **state)
{
    gboolean sure = TRUE;

    (void)state;
    assert_int_equal(
        role_of("A customer, Marisol Etxeberria, saw the child slapped in the shop and "
                "told us so. She begged that the mother be let think the cameras had "
                "it.",
                "Marisol Etxeberria", &sure),
        ISR_ROLE_REFERRER);
    assert_false(sure);
}

/* Where a wording is known it speaks, sure as it is, not the model that finds the same. */
static void a_known_wording_is_surer_than_the_model(void **state)
{
    const char *const texts[] = {
        CHILD,
        "A customer, Marisol Etxeberria, saw the child slapped and told us so. She does not want "
        "the mother to know that she called, and begged that the mother be let think the cameras "
        "had it.",
        NULL};
    Settled settled = settle(texts);
    gboolean met = FALSE;

    (void)state;
    for (guint i = 0; i < settled.people->clusters->len; i++) {
        const Cluster *cluster = settled.people->clusters->pdata[i];
        if (cluster->person.role != ISR_ROLE_REFERRER)
            continue;
        met = TRUE;
        assert_true(cluster->most[ISR_ROLE_REFERRER] >= TOLD);
        assert_string_equal(cluster->hints[ISR_ROLE_REFERRER], "asked not to say who told");
    }
    assert_true(met);
    settled_free(&settled);
}

/* Whose name it is and who is named beside says nothing. */
static void no_name_counts(void **state)
{
    static const char *const words[] = {"{}", "told", "us", "not", "to", "say", "."};
    IsrCueToken tokens[G_N_ELEMENTS(words)], other[G_N_ELEMENTS(words)];
    double one, two;

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        tokens[i] = other[i] = (IsrCueToken){i == 0 ? ISR_CUE_NAME : ISR_CUE_WORD, words[i]};
    other[0].text = "somebody";
    one = isr_discretion_judge(patterns->discretion, patterns->discretions, patterns->vectors,
                               tokens, G_N_ELEMENTS(words), 0);
    two = isr_discretion_judge(patterns->discretion, patterns->discretions, patterns->vectors,
                               other, G_N_ELEMENTS(words), 0);
    assert_true(one == two);
    assert_true(one > 0 && one < 1);
}

/* Ways to tell in confidence and near misses that nothing was learnt from or written by. */
typedef struct {
    guint told, found, others, taken;
} Count;

static void count_line(const char *line, Count *count)
{
    g_auto(GStrv) cells = g_strsplit(line, "\t", 3);

    if (line[0] == '#' || g_strv_length(cells) < 3)
        return;
    const gboolean told = strcmp(cells[0], "referrer") == 0;
    const gboolean found = role_of(cells[2], cells[1], NULL) == ISR_ROLE_REFERRER;

    count->told += told;
    count->others += !told;
    count->found += told && found;
    count->taken += !told && found;
}

static void most_of_those_never_seen_are_found(void **state)
{
    g_autofree char *path =
        g_build_filename(g_getenv("ISREDACT_ROOT"), "tests", "confidences", "unseen.tsv", NULL);
    g_autofree char *text = NULL;
    Count count = {0};

    (void)state;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        count_line(*line, &count);
    print_message("who told: found %u of %u; others: taken for them %u of %u\n", count.found,
                  count.told, count.taken, count.others);
    assert_true(count.told == 80 && count.others == 40);
    assert_true(count.found * 100 >= count.told * 55);
    assert_true(count.taken * 100 <= count.others * 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_asks_for_discretion_is_found),
        cmocka_unit_test(whoever_only_looks_like_it_is_not),
        cmocka_unit_test(whoever_is_found_so_is_to_be_checked),
        cmocka_unit_test(a_known_wording_is_surer_than_the_model),
        cmocka_unit_test(no_name_counts),
        cmocka_unit_test(most_of_those_never_seen_are_found),
    };

    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
