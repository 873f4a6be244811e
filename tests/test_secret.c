/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A passphrase is asked for on the terminal, and what is typed is not shown. */
#include "isr_program.h"

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE 60000 /* milliseconds until a prompt must have come */

/* A terminal on which the program runs. */
typedef struct {
    int fd;
    pid_t pid;
    GString *shown;
} Terminal;

static void terminal_open(Terminal *terminal, const Program *program, const char *options)
{
    g_autofree char *line = g_strdup_printf("cd '%s' && exec '%s' %s", program->folder,
                                            g_getenv("ISREDACT_PROGRAM"), options);

    terminal->shown = g_string_new(NULL);
    terminal->pid = forkpty(&terminal->fd, NULL, NULL, NULL);
    assert_true(terminal->pid >= 0);
    if (terminal->pid == 0) {
        execl("/bin/sh", "sh", "-c", line, NULL);
        _exit(127);
    }
}

/* Takes what is shown; FALSE at the end. */
static gboolean terminal_read(Terminal *terminal)
{
    struct pollfd end = {terminal->fd, POLLIN, 0};
    char bytes[4096];
    ssize_t got;

    assert_int_equal(poll(&end, 1, PATIENCE), 1);
    got = read(terminal->fd, bytes, sizeof bytes);
    if (got > 0)
        g_string_append_len(terminal->shown, bytes, got);
    return got > 0;
}

/* Types @keys when @prompt is the last that is shown. */
static void terminal_type(Terminal *terminal, const char *prompt, const char *keys)
{
    while (!g_str_has_suffix(terminal->shown->str, prompt))
        assert_true(terminal_read(terminal));
    assert_int_equal(write(terminal->fd, keys, strlen(keys)), strlen(keys));
}

static int terminal_close(Terminal *terminal)
{
    int status = 0;

    while (terminal_read(terminal))
        ;
    close(terminal->fd);
    assert_int_equal(waitpid(terminal->pid, &status, 0), terminal->pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void terminal_clear(Terminal *terminal)
{
    g_string_free(terminal->shown, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Terminal, terminal_clear)

static void assert_shown(const Terminal *terminal, const char *sentence)
{
    if (!strstr(terminal->shown->str, sentence))
        fail_msg("\"%s\" is not shown in: %s", sentence, terminal->shown->str);
}

#define BATCH "batch -p audit -k key -o out --escrow escrow cases"

static void start(Program *program)
{
    program_init(program);
    program_run(program, "mkdir cases; isredact key new key");
    program_write(program, "cases/note.txt", "Child's name: Jayden Okafor\n");
}

static void what_is_typed_is_not_shown(void **state)
{
    g_auto(Program) program = {0};
    g_auto(Terminal) make = {0}, open = {0};

    (void)state;
    start(&program);
    terminal_open(&make, &program, BATCH);
    terminal_type(&make, "The passphrase: ", "four plain words here\n");
    terminal_type(&make, "once more: ", "four plain words here\n");
    assert_true(terminal_close(&make) <= 1);
    assert_null(strstr(make.shown->str, "plain"));
    terminal_open(&open, &program, "escrow escrow");
    terminal_type(&open, "The passphrase: ", "four plain words here\n");
    assert_int_equal(terminal_close(&open), 0);
    assert_shown(&open, "Jayden Okafor");
    assert_null(strstr(open.shown->str, "plain"));
}

static void two_that_differ_are_refused(void **state)
{
    g_auto(Program) program = {0};
    g_auto(Terminal) terminal = {0};

    (void)state;
    start(&program);
    terminal_open(&terminal, &program, BATCH);
    terminal_type(&terminal, "The passphrase: ", "four plain words here\n");
    terminal_type(&terminal, "once more: ", "four plain word here\n");
    assert_int_equal(terminal_close(&terminal), 2);
    assert_shown(&terminal, "the two were not the same");
}

static void nothing_and_an_interrupt_are_no_passphrase(void **state)
{
    static const char *const keys[] = {"\n", "four\003", "\004"};
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_auto(Terminal) terminal = {0};

        terminal_open(&terminal, &program, BATCH);
        terminal_type(&terminal, "The passphrase: ", keys[i]);
        assert_int_equal(terminal_close(&terminal), 2);
        assert_shown(&terminal, "no passphrase was given");
    }
}

static void others_must_not_read_its_file(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_write(&program, "words", "four plain words here\n");
    program_run(&program, "chmod 640 words; isredact " BATCH " --passphrase-file words");
    assert_status(&program, 2);
    assert_non_null(strstr(program.err, "others may read the passphrase"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_is_not_shown),
        cmocka_unit_test(two_that_differ_are_refused),
        cmocka_unit_test(nothing_and_an_interrupt_are_no_passphrase),
        cmocka_unit_test(others_must_not_read_its_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
