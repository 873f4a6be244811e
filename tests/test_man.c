/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The manual page says what the program does: its examples run, its options are those of the
 * program; and so does the completion of bash. */
#include "isr_program.h"

#include <isredact/error.h>

static const char *const commands[] = {"redact", "scan",     "verify",   "batch",
                                       "escrow", "patterns", "profiles", "key"};

static char *load(const char *path)
{
    g_autofree char *whole = g_build_filename(g_getenv("ISREDACT_ROOT"), path, NULL);
    g_autoptr(GError) error = NULL;
    char *text = NULL;

    g_file_get_contents(whole, &text, NULL, &error);
    assert_no_error(error);
    return text;
}

/* @text with every @from replaced. */
static char *replace(const char *text, const char *from, const char *to)
{
    g_auto(GStrv) pieces = g_strsplit(text, from, -1);

    return g_strjoinv(to, pieces);
}

/* The shell lines of the section EXAMPLES. */
static GPtrArray *examples_of(const char *page)
{
    GPtrArray *examples = g_ptr_array_new_with_free_func(g_free);
    const char *begin = strstr(page, ".Sh EXAMPLES");
    g_autofree char *section = NULL;
    g_auto(GStrv) lines = NULL;

    assert_non_null(begin);
    section = g_strndup(begin, (gsize)(strstr(begin + 1, ".Sh ") - begin));
    lines = g_strsplit(section, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        if (g_str_has_prefix(lines[i], ".Dl ")) {
            g_autofree char *quoted = replace(lines[i] + 4, "\\(dq", "\"");

            g_ptr_array_add(examples, replace(quoted, "\\-", "-"));
        }
    }
    return examples;
}

static void copy_document(const Program *program, const char *source, const char *name)
{
    g_autofree char *from = g_build_filename(g_getenv("ISREDACT_ROOT"), source, NULL);
    g_autofree char *to = program_path(program, name);
    g_autofree char *bytes = NULL;
    gsize length;

    assert_true(g_file_get_contents(from, &bytes, &length, NULL));
    assert_true(g_file_set_contents(to, bytes, (gssize)length, NULL));
}

static void the_examples_run(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *page = load("docs/isredact.1");
    g_autoptr(GPtrArray) examples = examples_of(page);
    g_autofree char *names = NULL;

    (void)state;
    program_init(&program);
    copy_document(&program, "corpus/education/ehc-plan.docx", "plan.docx");
    program_write(&program, "letter.txt", "Ada Okafor was seen today. Addie is well.\n");
    assert_true(examples->len >= 8);
    for (guint i = 0; i < examples->len; i++) {
        program_run(&program, examples->pdata[i]);
        if (program.status > ISR_EXIT_CHECK)
            fail_msg("%s: status %d: %s", (char *)examples->pdata[i], program.status, program.err);
    }
    names = program_list(&program, ".");
    assert_string_equal(names, "anonymised|audit.key|letter.anonymised.txt|"
                               "letter.redacted.manifest.json|letter.redacted.txt|letter.txt|"
                               "plan.docx|plan.redacted.docx|plan.redacted.manifest.json");
}

/* All long options of @command, as its help lists them. */
static GPtrArray *options_of(Program *program, const char *command)
{
    g_autofree char *line = g_strdup_printf("isredact %s --help", command);
    GPtrArray *options = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) lines = NULL;

    assert_int_equal(program_run(program, line), 0);
    lines = g_strsplit(strstr(program->out, "Options:"), "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        const char *option = strstr(lines[i], "--");

        if (option)
            g_ptr_array_add(options, g_strndup(option + 2, strspn(option + 2, G_CSET_a_2_z "-")));
    }
    return options;
}

static void every_option_is_in_the_manual(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *page = load("docs/isredact.1");

    (void)state;
    program_init(&program);
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
        g_autoptr(GPtrArray) options = options_of(&program, commands[i]);

        assert_true(options->len > 0);
        for (guint k = 0; k < options->len; k++) {
            g_autofree char *escaped = replace(options->pdata[k], "-", "\\-");
            g_autofree char *item = g_strdup_printf("Fl \\-%s", escaped);

            if (!strstr(page, item))
                fail_msg("--%s of %s is not in the manual", (char *)options->pdata[k], commands[i]);
        }
    }
}

static void the_manual_is_well_formed(void **state)
{
    g_autofree char *mandoc = g_find_program_in_path("mandoc");

    (void)state;
    if (!mandoc)
        skip();
    g_auto(Program) program = {0};
    g_autofree char *line =
        g_strdup_printf("mandoc -Tlint -Wwarning '%s/docs/isredact.1'", g_getenv("ISREDACT_ROOT"));

    program_init(&program);
    program_run(&program, line);
    assert_string_equal(program.out, "");
    assert_status(&program, 0);
}

/* What bash would offer for @line, whose last word is being typed; parted by '|', sorted. */
static char *offered(Program *program, const char *line)
{
    g_autofree char *shell = g_strdup_printf(
        "bash --norc -c '. %s/data/completions/isredact; COMP_WORDS=(%s); "
        "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _isredact; printf \"%%s\\n\" \"${COMPREPLY[@]}\"'"
        " | sort | tr '\\n' '|'",
        g_getenv("ISREDACT_ROOT"), line);

    program_run(program, shell);
    assert_string_equal(program->err, "");
    return g_strdup(program->out);
}

static void assert_offers(Program *program, const char *line, const char *expected)
{
    g_autofree char *words = offered(program, line);

    if (!g_str_equal(words, expected))
        fail_msg("for \"%s\" bash offers %s, not %s", line, words, expected);
}

static void bash_completes_commands_options_profiles_and_files(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    program_init(&program);
    program_write(&program, "plan.txt", "");
    assert_offers(&program, "isredact sc", "scan|");
    assert_offers(&program, "isredact pro", "profiles|");
    assert_offers(&program, "isredact --prof", "--profile|");
    assert_offers(&program, "isredact --profile ed", "education|");
    assert_offers(&program, "isredact -p sub", "subject-access|");
    assert_offers(&program, "isredact profiles show co", "court|");
    assert_offers(&program, "isredact profiles ch", "check|");
    assert_offers(&program, "isredact key n", "new|");
    assert_offers(&program, "isredact scan --sh", "--show|");
    assert_offers(&program, "isredact verify --m", "--manifest|");
    assert_offers(&program, "isredact --profile education pl", "plan.txt|");
    assert_offers(&program, "isredact help ver", "verify|");
    assert_offers(&program, "isredact scan --ocr = ne", "never|");
    assert_offers(&program, "isredact --password-file pl", "plan.txt|");
}

static void bash_offers_every_option_of_the_program(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    program_init(&program);
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
        g_autoptr(GPtrArray) options = options_of(&program, commands[i]);
        g_autofree char *line = g_strdup_printf("isredact %s --", commands[i]);
        g_autofree char *words = offered(&program, line);

        for (guint k = 0; k < options->len; k++) {
            g_autofree char *word = g_strdup_printf("--%s|", (char *)options->pdata[k]);

            if (!strstr(words, word))
                fail_msg("bash does not offer %s for %s", word, commands[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_examples_run),
        cmocka_unit_test(every_option_is_in_the_manual),
        cmocka_unit_test(the_manual_is_well_formed),
        cmocka_unit_test(bash_completes_commands_options_profiles_and_files),
        cmocka_unit_test(bash_offers_every_option_of_the_program),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
