/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * patterns/ as somebody changed it: what is missing or wrong in it stops every command, with a
 * sentence. */
#include "isr_program.h"

/* A folder with a document, and with patterns whose files are links to the real ones. */
static void start(Program *program)
{
    program_init(program);
    program_write(program, "plan.txt", "Child's name: Ada Okafor\nMother: Jane Okafor\n");
    program_run(program, "cp -rs \"$ISREDACT_PATTERNS\" patterns");
    assert_status(program, 0);
}

/* Runs @line on the patterns of its own. */
static void run(Program *program, const char *line)
{
    g_autofree char *own = g_strdup_printf("ISREDACT_PATTERNS=%s/patterns", program->folder);

    program_shell(program, own, line);
}

/* @line ends with 6 and says each part of @words that a '+' parts; no copy is left. */
static void assert_refused(Program *program, const char *line, const char *words)
{
    g_auto(GStrv) each = g_strsplit(words, "+", -1);
    g_autofree char *names = NULL;

    run(program, line);
    assert_status(program, 6);
    for (char **word = each; *word; word++) {
        if (!strstr(program->err, *word))
            fail_msg("\"%s\" is not said in: %s", *word, program->err);
    }
    names = program_list(program, ".");
    assert_string_equal(names, "patterns|plan.txt");
}

/* Does @change to the patterns, so that all that reads them says @words, and undoes it. */
static void assert_stops_all(Program *program, const char *change, const char *words)
{
    program_run(program, change);
    assert_status(program, 0);
    assert_refused(program, "isredact -p education plan.txt", words);
    assert_refused(program, "isredact scan plan.txt", words);
    assert_refused(program, "isredact patterns check", words);
    program_run(program, "rm -r patterns; cp -rs \"$ISREDACT_PATTERNS\" patterns");
}

static void without_a_file_that_it_asks_for_nothing_is_done(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    assert_stops_all(&program, "rm patterns/lists/titles.txt", "lists/titles.txt");
    assert_stops_all(&program, "rm patterns/lists/secure-domains.txt", "lists/secure-domains.txt");
    assert_stops_all(&program, "cd patterns/lists && rm forenames.txt && : >forenames.txt",
                     "lists/forenames.txt");
    assert_stops_all(&program, "rm patterns/nicknames.txt", "nicknames.txt");
    assert_stops_all(&program, "rm patterns/topics/people.words", "people.words");
    assert_stops_all(&program, "rm patterns/labels/*.label", "patterns/labels");
    assert_stops_all(&program, "rm patterns/topics/*.topic", "patterns/topics");
}

static void a_wrong_profile_stops_who_asks_for_it(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "cd patterns/profiles && sed -i s/^title=/titel=/ health.profile");
    assert_status(&program, 0);
    assert_refused(&program, "isredact scan plan.txt", "health.profile+titel");
    assert_refused(&program, "isredact scan -p health plan.txt", "health.profile+titel");
    assert_refused(&program, "isredact -p health plan.txt", "health.profile+titel");
    assert_refused(&program, "isredact profiles check", "health.profile+titel");
    program_run(&program, "rm patterns/profiles/*.profile");
    assert_refused(&program, "isredact scan plan.txt", "patterns/profiles+no profile");
}

/* What Notepad makes of "northstar.rule". */
static void a_file_that_nothing_reads_is_named(void **state)
{
    static const char *const files[] = {"uk/northstar.rule.txt", "labels/maman.lable",
                                        "topics/odd.topic~", "lists/mine.csv",
                                        "profiles/mine.profile.txt"};
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "cd patterns && : >uk/README.txt && : >uk/.northstar.rule.swp");
    run(&program, "isredact patterns check && isredact profiles check");
    assert_status(&program, 0);
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename("patterns", files[i], NULL);
        g_autofree char *file = program_path(&program, path);

        program_write(&program, path, "x");
        assert_refused(&program, "isredact patterns check", files[i]);
        if (g_str_has_prefix(files[i], "profiles"))
            assert_refused(&program, "isredact profiles check", files[i]);
        g_unlink(file);
    }
}

static void a_list_of_mail_domains_holds_nothing_else(void **state)
{
    static const char *const lines[] = {"https://police.uk", "uk", "a@police.uk", "see below"};
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *change =
            g_strdup_printf("cd patterns/lists && rm secure-domains.txt && printf "
                            "'# mail\\ngov.uk # all\\n%s\\n' >secure-domains.txt",
                            lines[i]);

        program_run(&program, change);
        assert_refused(&program, "isredact -p education plan.txt",
                       "lists/secure-domains.txt: line 3+police.uk");
    }
}

static void a_profile_that_is_not_there_is_told_plainly(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    program_init(&program);
    program_run(&program, "isredact profiles check mine.profile");
    assert_status(&program, 5);
    assert_non_null(strstr(program.err, "isredact: mine.profile: cannot be read"));
}

/* A pipe would be waited for, a device read without end. */
static void what_is_no_file_is_not_read(void **state)
{
    static const char *const files[] = {
        "uk/nino.rule",         "labels/name.label",     "cues/friend-of.cue",
        "topics/finance.topic", "topics/people.words",   "cues/parts.words",
        "lists/forenames.txt",  "nicknames.txt",         "model/vectors.model",
        "model/topics.model",   "profiles/email.profile"};

    (void)state;
    for (guint i = 0; i < 2 * G_N_ELEMENTS(files); i++) {
        g_auto(Program) program = {0};
        const char *file = files[i / 2];
        g_autofree char *change = g_strdup_printf("rm patterns/%s && %s patterns/%s", file,
                                                  i % 2 ? "ln -s /dev/zero" : "mkfifo", file);
        g_autofree char *name = g_path_get_basename(file);

        start(&program);
        program_run(&program, change);
        run(&program, "timeout 60 isredact -p email plan.txt");
        if (program.status < 5 || program.status > 6 || !strstr(program.err, name))
            fail_msg("%s: %d: %s", change, program.status, program.err);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_file_is_not_read),
        cmocka_unit_test(without_a_file_that_it_asks_for_nothing_is_done),
        cmocka_unit_test(a_wrong_profile_stops_who_asks_for_it),
        cmocka_unit_test(a_file_that_nothing_reads_is_named),
        cmocka_unit_test(a_list_of_mail_domains_holds_nothing_else),
        cmocka_unit_test(a_profile_that_is_not_there_is_told_plainly),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
