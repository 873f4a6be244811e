/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cues: their files, their phrases, their examples. */
#include "isr_patterns_test.h"

#include <isredact/cue.h>
#include <isredact/error.h>

#include <glib/gstdio.h>
#include <string.h>

static IsrCue *load_text(const char *text, GError **error)
{
    g_autofree char *place = g_dir_make_tmp("isredact-cue-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(place, "try.cue", NULL);
    IsrCue *cue;

    assert_true(g_file_set_contents(path, text, -1, NULL));
    cue = isr_cue_load(path, NULL, error);
    g_unlink(path);
    g_rmdir(place);
    return cue;
}

static void is_refused(const char *text, const char *key)
{
    g_autoptr(GError) error = NULL;

    if (load_text(text, &error) != NULL)
        fail_msg("a wrong cue loads: %s", key);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    if (strstr(error->message, "try.cue") == NULL || strstr(error->message, key) == NULL)
        fail_msg("does not say what is wrong: %s", error->message);
}

#define GOOD "[cue]\nbecause=a trial\npoints=family:1\n"

static void mistakes_are_named(void **state)
{
    (void)state;
    is_refused("[cues]\n", "texts");
    is_refused("[cue]\npoints=family:1\n", "because");
    is_refused("[cue]\nbecause=a\n", "points");
    is_refused("[cue]\nbecause=a\npoints=aunt:1\n", "points");
    is_refused("[cue]\nbecause=a\npoints=family\n", "points");
    is_refused("[cue]\nbecause=a\npoints=family:40\n", "points");
    is_refused("[cue]\nbecause=a\npoints=unsure:1\n", "points");
    is_refused(GOOD "texts=told her\n", "texts");
    is_refused(GOOD "texts={me}\n", "texts");
    is_refused(GOOD "texts={me} and {me}\n", "texts");
    is_refused(GOOD "text=told {me}\n", "text");
    is_refused(GOOD "texts=told {me};;asked {me}\n", "texts");
    is_refused(GOOD "texts=told {me}\ntexts=asked {me}\n", "twice");
    is_refused(GOOD "[example]\n1=a\n", "example");
    is_refused(GOOD "texts={me} <tell>\n", "<tell> is no part");
    is_refused(GOOD "[texts]\nrang={me}\n", "[texts] rang: each wording holds {me} once");
    is_refused(GOOD "texts={me} <x>\n[parts]\nx=to {me}\n", "each wording holds {me} once");
    is_refused(GOOD "texts={me} a\n[parts]\nx=a\n", "[parts] x: no wording names <x>");
}

/* Whether @texts stand around the word "x" of @words; "X" is another name. */
static gboolean stands(const char *texts, const char *words)
{
    g_autofree char *file = g_strconcat(GOOD, "texts=", texts, "\n", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrCue) cue = load_text(file, &error);
    g_autoptr(GPtrArray) cues = g_ptr_array_new();
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    IsrCueToken tokens[16];
    guint n = 0, me = 0;

    assert_no_error(error);
    for (; parts[n] != NULL; n++) {
        me = g_str_equal(parts[n], "x") ? n : me;
        tokens[n].class = g_ascii_strcasecmp(parts[n], "x") == 0 ? ISR_CUE_NAME : ISR_CUE_WORD;
        tokens[n].text = parts[n];
    }
    g_ptr_array_add(cues, cue);
    g_autoptr(IsrCueIndex) index = isr_cue_index_new(cues);
    isr_cue_index_read(index, tokens, n, me, found);
    return found->len == 1;
}

static void phrases_stand_around_the_name(void **state)
{
    (void)state;
    assert_true(stands("told {me} that", "she told x that"));
    assert_false(stands("told {me} that", "she told x"));
    assert_true(stands("told/asked {me}", "asked x"));
    assert_true(stands("{me} chas*", "x chasing"));
    assert_false(stands("{me} chas*", "x ran"));
    assert_true(stands("the? boy {me}", "boy x"));
    assert_true(stands("a boy called? {me}", "a boy x"));
    assert_false(stands("a boy called? {me}", "the boy called x"));
    assert_true(stands("{me} _ home", "x ran home"));
    assert_false(stands("{me} _ home", "x , home"));
    assert_true(stands("{name} and {me}", "X and x"));
    assert_false(stands("{name} and {me}", "she and x"));
    assert_true(stands("{me} / {name}", "x / X"));
    assert_true(stands("{me} <tell>\n[parts]\ntell=rang;did ring", "x did ring"));
    assert_true(stands("{me} rang\n[texts]\nlate=told {me};asked {me}", "asked x"));
    assert_true(stands("{me} .... asked", "x rang and asked"));
    assert_false(stands("{me} .... asked", "x saw X and asked"));
    assert_true(stands("{me} ..... asked", "x saw X and asked"));
    assert_false(stands("{me} ..... asked", "x saw X | asked"));
}

static void every_example_is_as_its_cue_says(void **state)
{
    guint examples = 0;

    (void)state;
    for (guint i = 0; i < patterns->cues->len; i++) {
        const IsrCue *cue = patterns->cues->pdata[i];
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) complaints = isr_examples_try_cue(patterns, cue, &error);
        assert_no_error(error);
        if (complaints->len > 0)
            fail_msg("%s", (const char *)complaints->pdata[0]);
        examples += g_strv_length(cue->match);
        if (cue->phrases->len > 0 && g_strv_length(cue->match) == 0)
            fail_msg("%s.cue has no example", cue->id);
    }
    assert_true(examples > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_are_named),
        cmocka_unit_test(phrases_stand_around_the_name),
        cmocka_unit_test(every_example_is_as_its_cue_says),
    };
    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
