/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program as a user runs it, with a parser that was taken over: it reaches nothing, and there
 * is no copy. */
#include "isr_program.h"

#include "../src/sandbox.h"

#define SECRET "Quenneville"

/* A document, and what another file of the user's says. */
static void start(Program *program)
{
    program_init(program);
    program_run(program, "mkdir -p cases/school");
    program_write(program, "plan.txt", "Child's name: Ada Okafor\nMother: Jane Okafor\n");
    program_write(program, "cases/school/plan.txt", "Child's name: Ada Okafor\n");
    program_write(program, "secret", SECRET "\n");
}

/* Runs @line with a parser that does @what; TRUE if it succeeded. */
static gboolean hijack(Program *program, const char *what, const char *where, const char *line)
{
    g_autofree char *extra = g_strdup_printf("ISR_HIJACK=%s", what);
    g_autofree char *whole =
        g_strdup_printf("ISR_HIJACK_WHERE=%s ISR_HIJACK_DONE=$PWD/won ISR_HIJACK_SECRET=$PWD/secret"
                        " ISR_HIJACK_PATH=$PWD/written"
                        " ASAN_OPTIONS=$ASAN_OPTIONS:verify_asan_link_order=0 LD_PRELOAD=%s %s",
                        where, g_getenv("ISREDACT_HIJACK"), line);
    g_autofree char *won = program_path(program, "won");

    program_shell(program, extra, whole);
    return g_unlink(won) == 0;
}

/* So that a failure elsewhere is the doors' doing. */
static void without_doors_it_would_succeed(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    assert_true(hijack(&program, "read", "first", "isredact -p anonymise plan.txt"));
    assert_true(hijack(&program, "socket", "first", "isredact -p anonymise -f plan.txt"));
    assert_true(hijack(&program, "write", "first", "isredact -p anonymise -f plan.txt"));
}

/* What each forbidden attempt is called in the sentence. */
static const struct {
    const char *what, *sentence;
} attempts[] = {{"socket", "(socket)"}, {"execve", "(execve)"}, {"write", "(openat)"}};

static void assert_ended(Program *program, const char *sentence)
{
    assert_status(program, 5);
    assert_non_null(strstr(program->err, "plan.txt: asked for what no document may ask for"));
    assert_non_null(strstr(program->err, sentence));
}

static void a_document_reaches_nothing_and_has_no_copy(void **state)
{
    static const char *const lines[] = {"isredact -p anonymise plan.txt",
                                        "isredact -p anonymise --force plan.txt",
                                        "isredact scan plan.txt"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(attempts) * G_N_ELEMENTS(lines); i++) {
        g_auto(Program) program = {0};
        g_autofree char *names = NULL;

        start(&program);
        assert_false(hijack(&program, attempts[i / 3].what, "", lines[i % 3]));
        assert_ended(&program, attempts[i / 3].sentence);
        names = program_list(&program, ".");
        assert_string_equal(names, "cases|plan.txt|secret");
    }
}

static void a_copy_that_is_verified_reaches_nothing(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "isredact -p anonymise plan.txt");
    assert_true(program.status <= 1);
    for (guint i = 0; i < G_N_ELEMENTS(attempts); i++) {
        assert_false(hijack(&program, attempts[i].what, "", "isredact verify plan.redacted.txt"));
        assert_status(&program, 5);
        assert_non_null(strstr(program.err, attempts[i].sentence));
    }
}

static void a_batch_reaches_nothing_and_has_no_copy(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(attempts); i++) {
        g_auto(Program) program = {0};

        start(&program);
        assert_false(hijack(&program, attempts[i].what, "",
                            "isredact batch -p anonymise -o out --jobs 2 cases plan.txt"));
        assert_ended(&program, attempts[i].sentence);
        program_run(&program, "find . -name '*redacted*'; ls written");
        assert_string_equal(program.out, "");
    }
}

/* Reading is refused, not ended: libraries look for files that they can do without. */
static void no_other_file_is_read(void **state)
{
    static const char *const lines[] = {
        "isredact -p anonymise plan.txt", "isredact scan --show plan.txt",
        "isredact batch -p anonymise -o out --jobs 2 cases plan.txt"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_auto(Program) program = {0};

        start(&program);
        assert_false(hijack(&program, "read", "", lines[i]));
        assert_true(program.status <= 1);
        assert_null(strstr(program.out, SECRET));
        program_run(&program, "grep -rl " SECRET " .");
        assert_string_equal(program.out, "./secret\n");
    }
}

/* What a parser says is not believed further than a copy may be called, nor shown as it is. */
static void its_answer_commands_nothing(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL;

    (void)state;
    start(&program);
    assert_false(hijack(&program, "answer", "", "isredact -p anonymise cases/school/plan.txt"));
    assert_status(&program, 0);
    assert_non_null(strstr(program.out, "well "));
    assert_null(strchr(program.out, '\033'));
    assert_null(strchr(program.out, '\007'));
    names = program_list(&program, "cases/school");
    assert_string_equal(names, "document.redacted.manifest.json|document.redacted.txt|plan.txt");
    program_run(&program, "find . -name '*owned*'; ls cases");
    assert_string_equal(program.out, "school\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_doors_it_would_succeed),
        cmocka_unit_test(a_document_reaches_nothing_and_has_no_copy),
        cmocka_unit_test(a_copy_that_is_verified_reaches_nothing),
        cmocka_unit_test(a_batch_reaches_nothing_and_has_no_copy),
        cmocka_unit_test(no_other_file_is_read),
        cmocka_unit_test(its_answer_commands_nothing),
    };

    if (!isr_sandbox_is_whole())
        return 77; /* skipped */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
