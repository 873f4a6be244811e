/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named parts of wordings: what a text with them stands for, and which mistakes are told. */
#include "isr_test.h"

#include "../src/keyfile.h"

#include <isredact/cue.h>
#include <isredact/error.h>
#include <isredact/patterns.h>

#include <string.h>

static IsrCueParts *parts_of(const char *lines, IsrCueParts *shared, GError **error)
{
    g_autofree char *text = g_strconcat("[parts]\n", lines, NULL);
    g_autoptr(GError) wrong = NULL;
    g_autoptr(GKeyFile) file = isr_keyfile_read(text, strlen(text), &wrong);

    assert_no_error(wrong);
    return isr_cue_parts_new(file, "try.cue", shared, error);
}

/* The wordings, parted by ';'. */
static char *written(const GPtrArray *wordings)
{
    GString *all = g_string_new(NULL);

    for (guint i = 0; i < wordings->len; i++) {
        const GPtrArray *elements = wordings->pdata[i];

        g_string_append(all, i > 0 ? ";" : "");
        for (guint n = 0; n < elements->len; n++)
            g_string_append_printf(all, "%s%s", n > 0 ? " " : "", (const char *)elements->pdata[n]);
    }
    return g_string_free(all, FALSE);
}

static void assert_spelt(const char *lines, const char *text, const char *wanted)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrCueParts) parts = parts_of(lines, NULL, &error);

    assert_no_error(error);
    g_autoptr(GPtrArray) wordings = isr_cue_parts_spell(parts, text, &error);
    assert_no_error(error);
    g_autofree char *got = written(wordings);
    assert_string_equal(got, wanted);
}

static void words_become_one_element(void **state)
{
    (void)state;
    assert_spelt("tell=told;rang;call*\n", "{me} <tell> us", "{me} told/rang/call* us");
    assert_spelt("tell=told/rang;called\n", "{me} <Tell>?", "{me} told/rang/called?");
    assert_spelt("who={kin};{other}\n", "<who> {me}", "{kin}/{other} {me}");
    assert_spelt("say=said;<tell>\ntell=told;rang\n", "{me} <say>", "{me} said/told/rang");
    assert_spelt("tell=told;rang\n", "{me} asked/<tell>? us", "{me} asked/told/rang? us");
    assert_spelt("a=b\n", "{me} < -", "{me} < -");
}

static void what_is_longer_is_a_wording_of_its_own(void **state)
{
    static const char *const lines = "neg=not;never;no one\nknow=<neg> to know;be told\n";

    (void)state;
    assert_spelt(lines, "{me} <neg>", "{me} not/never;{me} no one");
    assert_spelt(lines, "{me} <neg>? x", "{me} not/never x;{me} no one x;{me} x");
    assert_spelt(lines, "{me} <know>", "{me} not/never to know;{me} no one to know;{me} be told");
    assert_spelt("x={kin};aunt;_;the?\n", "{me} <x>", "{me} {kin};{me} aunt;{me} _;{me} the?");
}

static void shared_parts_are_named_by_all(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrCueParts) shared = parts_of("tell=told;rang\nlost=away\n", NULL, &error);
    g_autoptr(IsrCueParts) parts = parts_of("first=<tell> me\nidle=x\n", shared, &error);

    (void)state;
    assert_no_error(error);
    g_autoptr(GPtrArray) wordings = isr_cue_parts_spell(parts, "{me} <first> <tell>", &error);
    assert_no_error(error);
    g_autofree char *got = written(wordings);
    assert_string_equal(got, "{me} told/rang me told/rang");
    assert_string_equal(isr_cue_parts_unused(parts), "idle");
    assert_string_equal(isr_cue_parts_unused(shared), "lost");
    assert_null(parts_of("tell=x\n", shared, &error));
    assert_non_null(strstr(error->message, "[parts] tell: stands in parts.words as well"));
}

static void assert_refused(const char *lines, const char *text, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrCueParts) parts = parts_of(lines, NULL, &error);

    if (parts != NULL)
        assert_null(isr_cue_parts_spell(parts, text, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    if (strstr(error->message, words) == NULL)
        fail_msg("\"%s\" does not say: %s", error->message, words);
}

static void mistakes_are_told(void **state)
{
    g_autoptr(GString) long_line = g_string_new("many=");

    (void)state;
    for (guint i = 0; i < 30; i++)
        g_string_append_printf(long_line, "a b%u;", i);
    g_string_append(long_line, "\n");
    assert_refused("a=b\n", "{me} <tell>", "<tell> is no part");
    assert_refused("a=b\n", "{me} told-<a>", "told-<a> is not understood");
    assert_refused("a=b\n", "{me} <a", "<a is not understood");
    assert_refused("a=<b>\nb=x <a>\n", "{me}", "try.cue: [parts] a: a names itself");
    assert_refused("a=<gone>\n", "{me}", "try.cue: [parts] a: <gone> is no part");
    assert_refused("a=x;;y\n", "{me}", "semicolons");
    assert_refused(long_line->str, "{me} <many> <many>", "<many> makes too many wordings");
}

static void a_file_of_parts_holds_nothing_else(void **state)
{
    g_autofree char *place = g_dir_make_tmp("isredact-parts-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(place, "parts.words", NULL);
    g_autofree char *clean = g_strdup_printf("rm -r '%s'", place);
    g_autoptr(GError) error = NULL, lost = NULL;

    (void)state;
    assert_null(isr_cue_parts_load(path, &lost));
    assert_non_null(strstr(lost->message, "parts.words: cannot be read"));
    assert_true(g_file_set_contents(path, "[part]\na=b\n", -1, NULL));
    assert_null(isr_cue_parts_load(path, &error));
    assert_non_null(strstr(error->message, "parts.words: [part]: no such group"));
    assert_int_equal(system(clean), 0);
}

static void every_part_that_cues_share_is_used(void **state)
{
    g_autofree char *folder = isr_patterns_folder();
    g_autofree char *place = g_build_filename(folder, "cues", NULL);
    g_autofree char *words = g_build_filename(place, "parts.words", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrCueParts) parts = isr_cue_parts_load(words, &error);
    g_autoptr(GDir) cues = g_dir_open(place, 0, &error);

    (void)state;
    assert_no_error(error);
    for (const char *name = g_dir_read_name(cues); name; name = g_dir_read_name(cues)) {
        g_autofree char *path = g_build_filename(place, name, NULL);
        if (!g_str_has_suffix(name, ".cue"))
            continue;
        g_autoptr(IsrCue) cue = isr_cue_load(path, parts, &error);
        assert_no_error(error);
        assert_non_null(cue);
    }
    if (isr_cue_parts_unused(parts) != NULL)
        fail_msg("no cue uses <%s>", isr_cue_parts_unused(parts));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_become_one_element),
        cmocka_unit_test(what_is_longer_is_a_wording_of_its_own),
        cmocka_unit_test(shared_parts_are_named_by_all),
        cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(a_file_of_parts_holds_nothing_else),
        cmocka_unit_test(every_part_that_cues_share_is_used),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
