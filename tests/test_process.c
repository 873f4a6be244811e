/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While a document is read, other users and other programs of the same user learn nothing of it:
 * not from the list of processes, from memory, from names of files or from a core dump. */
#include "isr_aftermath.h"

#include "../src/sanitizer.h"

#define SUBJECT "-s 'Ada " FAULTS_SECRET "'"
#define NOBODY 65534

static const FaultCase document = {
    .title = "text",
    .options = "-p anonymise " SUBJECT " plan.txt",
    .document = "plan.txt",
    .copy = "plan.redacted.txt",
    .manifest = FAULTS_MANIFEST,
};

/* A run that waits in the process that reads the document. */
typedef struct {
    FaultServer server;
    FaultRun run;
    pid_t worker;
} Waiting;

static void waiting_start(Waiting *waiting)
{
    fault_server_start(&waiting->server, document.options);
    g_free(fault_run_start(&waiting->run, &waiting->server, &document));
    fault_run_begin(&waiting->run, FAULT_READ, FAULT_PAUSE, 8, 0);
    while (!(waiting->worker = __atomic_load_n(&waiting->server.faults->paused, __ATOMIC_SEQ_CST)))
        g_usleep(1000);
    assert_int_not_equal(waiting->worker, waiting->run.pid);
}

static void waiting_end(Waiting *waiting)
{
    __atomic_store_n(&waiting->server.faults->paused, 0, __ATOMIC_SEQ_CST);
    fault_run_end(&waiting->run);
    assert_int_equal(waiting->run.status, 0);
    fault_run_clear(&waiting->run);
    fault_server_stop(&waiting->server);
}

/* What the kernel tells of @pid in /proc/PID/@name, NULs as spaces. */
static char *told_of(pid_t pid, const char *name)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/%s", pid, name);
    char *text;
    gsize length;

    assert_true(g_file_get_contents(path, &text, &length, NULL));
    for (gsize i = 0; i < length; i++) {
        if (text[i] == '\0')
            text[i] = ' ';
    }
    return text;
}

static void assert_tells_nothing(pid_t pid)
{
    static const char *const names[] = {"cmdline", "environ", "comm", "status", "stat", "maps"};

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *text = told_of(pid, names[i]);

        if (strstr(text, FAULTS_SECRET))
            fail_msg("/proc/PID/%s names somebody", names[i]);
        if (g_str_equal(names[i], "cmdline"))
            assert_null(strstr(text, "plan.txt"));
    }
}

static void the_list_of_processes_names_nobody(void **state)
{
    Waiting waiting = {0};

    (void)state;
    waiting_start(&waiting);
    assert_tells_nothing(waiting.run.pid);
    assert_tells_nothing(waiting.worker);
    waiting_end(&waiting);
}

static void no_core_is_dumped(void **state)
{
    Waiting waiting = {0};
    const char *limit = "Max core file size        0                    0";

    (void)state;
    waiting_start(&waiting);
    g_autofree char *parent = told_of(waiting.run.pid, "limits");
    g_autofree char *worker = told_of(waiting.worker, "limits");

    assert_non_null(strstr(parent, limit));
    assert_non_null(strstr(worker, limit));
    waiting_end(&waiting);
}

static void nothing_has_a_name_while_it_is_read(void **state)
{
    Waiting waiting = {0};

    (void)state;
    waiting_start(&waiting);
    const Program folder = {.folder = waiting.run.folder}, place = {.folder = waiting.server.place};
    g_autofree char *names = program_list(&folder, "."), *temporary = program_list(&place, "tmp");

    assert_string_equal(names, "plan.txt");
    assert_string_equal(temporary, "");
    waiting_end(&waiting);
}

static guint owner_of(pid_t pid)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/mem", pid);
    GStatBuf info;

    assert_int_equal(g_stat(path, &info), 0);
    return info.st_uid;
}

/* Who is forbidden to trace a process does not own its memory either. */
static void nobody_looks_into_its_memory(void **state)
{
    Waiting waiting = {0};
    pid_t child;

    (void)state;
    if (getuid() != 0 || ISR_SANITIZED)
        skip(); /* the program must run as a user other than the one who looks */
    child = fork();
    if (child == 0) { /* all of it as somebody without rights */
        guint own, others;

        if (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)
            _exit(1);
        waiting_start(&waiting);
        own = owner_of(waiting.run.pid);
        others = owner_of(waiting.worker);
        waiting_end(&waiting);
        _exit(own == 0 && others == 0 ? 0 : 2);
    }
    int wait;

    assert_int_equal(waitpid(child, &wait, 0), child);
    assert_true(WIFEXITED(wait));
    assert_int_equal(WEXITSTATUS(wait), 0);
}

/* A file gets the lowest number that is free: the copy must not become what is printed to. */
static void closed_descriptors_do_not_become_the_copy(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *copy = NULL;

    (void)state;
    program_init(&program);
    program_write(&program, "plan.txt", "Child's name: Ada " FAULTS_SECRET "\n");
    program_run(&program, "isredact -p anonymise plan.txt <&- >&- 2>&-");
    assert_status(&program, 0);
    copy = program_read(&program, "plan.redacted.txt");
    assert_string_equal(copy, "Child's name: [NAME]\n");
    program_run(&program, "isredact verify plan.redacted.txt <&- >&- 2>&-");
    assert_status(&program, 0);
}

static void what_cannot_be_told_is_not_done(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL;

    (void)state;
    program_init(&program);
    program_write(&program, "plan.txt", "Child's name: Ada " FAULTS_SECRET "\n");
    program_run(&program, "isredact -p anonymise plan.txt >/dev/full");
    assert_status(&program, 5);
    names = program_list(&program, ".");
    assert_string_equal(names, "plan.txt");
    assert_non_null(strstr(program.err, "taken away again"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_list_of_processes_names_nobody),
        cmocka_unit_test(no_core_is_dumped),
        cmocka_unit_test(nothing_has_a_name_while_it_is_read),
        cmocka_unit_test(nobody_looks_into_its_memory),
        cmocka_unit_test(closed_descriptors_do_not_become_the_copy),
        cmocka_unit_test(what_cannot_be_told_is_not_done),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
